import type { Address } from 'postal-mime';

/** A file that a mail carries; another mail among them. */
export interface MailPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A mail as it is shown: its letters only, nothing of it is run, followed or fetched. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly copies: string;
  readonly subject: string;
  /** As an ISO 8601 moment; null where the mail names none that can be read. */
  readonly at: string | null;
  readonly text: string;
  readonly parts: readonly MailPart[];
}

/** Reads a mail; null where it is none. Loaded when the first one is looked at. */
export async function readMail(bytes: Uint8Array): Promise<Mail | null> {
  const { default: mime } = await import('postal-mime');
  // A mail within the mail stays one to open, with its own sender and text.
  const mail = await mime.parse(bytes, { forceRfc822Attachments: true }).catch(() => null);
  if (!mail) return null;
  const { from, to = [], cc = [], subject = '', date = '', html = '' } = mail;
  const at = new Date(date);
  return {
    from: addresses(from ? [from] : []),
    to: addresses(to),
    copies: addresses(cc),
    subject,
    at: Number.isNaN(at.getTime()) ? null : at.toISOString(),
    text: (mail.text?.trim() ? mail.text : textOfHtml(html)).trim(),
    parts: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? nameOf(mimeType),
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  };
}

function addresses(list: readonly Address[]): string {
  return list
    .flatMap((each) => each.group ?? [each])
    .map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address))
    .join(', ');
}

/** Parts without a name: a mail is a mail, the report of a mail server is text. */
const unnamed: Readonly<Record<string, string>> = {
  'message/rfc822': 'mail.eml',
  'application/pdf': 'document.pdf',
  'image/png': 'picture.png',
  'image/jpeg': 'picture.jpg',
};

function nameOf(mimeType: string): string {
  return unnamed[mimeType] ?? `${mimeType.replace(/^.*\//, '')}.txt`;
}

/** The letters of a page. A document made so has no window: it loads no picture and runs nothing. */
function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const hidden of page.querySelectorAll('style, script, title')) hidden.remove();
  for (const block of page.querySelectorAll('br, p, div, tr, li, h1, h2, h3, h4, blockquote')) block.append('\n');
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n');
  for (const cell of page.querySelectorAll('td, th')) cell.append('\t');
  return (page.body.textContent ?? '').replaceAll(/[ \u00A0]+/g, ' ').replaceAll(/\n\s*\n\s*\n/g, '\n\n');
}
