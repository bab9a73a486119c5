import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** A mail as it goes out. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly date: string;
}

/** A way out for mails; rejects when it did not go. */
export interface MailTransport {
  readonly send: (mail: OutgoingMail) => Promise<void>;
  readonly close: () => void;
}

/** Who mails come from. */
const defaultSender = 'Partner Desk <no-reply@partner-desk.example>';

/** By SMTP, `smtp://user:password@host:port` or `smtps://…`. */
export function smtpTransport(url: string, from = defaultSender): MailTransport {
  const transport = createTransport(url, { from });
  return {
    send: async (mail) => void (await transport.sendMail(messageOf(mail))),
    close: () => transport.close(),
  };
}

/** Into a folder, one `.eml` a mail, for the embedded portal server; each is whole or not there. */
export function folderTransport(folder: string, from = defaultSender): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, { from });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${mail.date.replace(/[^0-9]/g, '').slice(0, 14)}-${mail.id}.eml`);
      await writeFile(`${path}.part`, message, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    close: () => transport.close(),
  };
}

function messageOf({ to, subject, text, messageId, date }: OutgoingMail) {
  return {
    to,
    subject,
    text,
    messageId,
    date: new Date(date),
    // Nobody is to answer it, and no absence note comes back.
    headers: { 'auto-submitted': 'auto-generated' },
  };
}
