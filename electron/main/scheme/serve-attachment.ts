import { isUtf8 } from 'node:buffer';
import { pictureOrPdf } from '../../../shared/domain/document/picture-or-pdf.ts';
import { decoded } from './decoded.ts';

/** Where the bytes of a document come from: what the desk keeps, never the network. */
export interface AttachmentSource {
  readonly readCopy: (file: string) => Promise<Uint8Array | null>;
  readonly read: (sha256: string) => Promise<Uint8Array | null>;
}

/** `attachment://desk/copy/<file>` and `attachment://desk/kept/<sha256>`. */
export async function serveAttachment(url: string, source: AttachmentSource): Promise<Response> {
  const [, kind, name = '', ...rest] = new URL(url).pathname.split('/');
  const file = decoded(name);
  if (rest.length > 0 || (kind !== 'copy' && kind !== 'kept') || file === null) return plain(404);
  const bytes = kind === 'copy' ? await source.readCopy(file) : await source.read(file);
  if (bytes === null) return plain(404);
  const type = typeToShow(bytes);
  if (type === null) return plain(415);
  return new Response(new Uint8Array(bytes), { headers: { ...headersFor(type), 'content-type': type } });
}

/** The type a document may be shown as, or null when it may only be saved (sync.md 30). Text, HTML too, is shown as its letters. */
export function typeToShow(bytes: Uint8Array): string | null {
  const shown = pictureOrPdf(bytes);
  if (shown !== null) return shown;
  return bytes.length > 0 && isUtf8(bytes) && !bytes.includes(0) ? 'text/plain; charset=utf-8' : null;
}

function headersFor(type: string): Readonly<Record<string, string>> {
  // Chromium shows no PDF in a CSP sandbox; its viewer is a process of its own, and the policy still lets nothing load.
  const sandbox = type === 'application/pdf' ? '' : '; sandbox';
  const inline = type.startsWith('application/pdf')
    ? "default-src 'none'; object-src 'self'; frame-src 'self'; style-src 'unsafe-inline'"
    : "default-src 'none'; style-src 'unsafe-inline'";
  return { ...alwaysHeaders, 'content-security-policy': `${inline}${sandbox}` };
}

const alwaysHeaders = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

function plain(status: number): Response {
  return new Response('', {
    status,
    headers: { ...alwaysHeaders, 'content-security-policy': "default-src 'none'; sandbox" },
  });
}
