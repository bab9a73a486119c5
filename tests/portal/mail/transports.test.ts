import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderTransport, smtpTransport, type OutgoingMail } from '../../../portal/mail/transports.ts';

const mail: OutgoingMail = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  to: 'carla@example.com',
  subject: 'An External case handler is needed: NM-2026-00001',
  text: 'Your office has been given the role.\n\nCase NM-2026-00001, Nordic Mutual – Åbo.\n',
  messageId: '<0199aaaa@store.partner-desk>',
  date: '2026-11-23T09:00:00.000Z',
};

async function expectTheMail(message: Buffer | string): Promise<void> {
  const parsed = await simpleParser(message);
  expect(parsed.messageId).toBe(mail.messageId);
  expect(parsed.subject).toBe(mail.subject);
  expect(parsed.text?.trim()).toBe(mail.text.trim());
  expect(parsed.to).toMatchObject({ text: mail.to });
  expect(parsed.from?.text).toContain('no-reply@partner-desk.example');
  expect(parsed.date?.toISOString()).toBe(mail.date);
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
}

describe('by SMTP', () => {
  const received: { readonly message: Buffer; readonly to: string[]; readonly user: string | undefined }[] = [];
  let server: SMTPServer;
  let port = 0;
  let refuses = false;

  beforeEach(async () => {
    received.length = 0;
    refuses = false;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _, answer) =>
        password === 'secret' ? answer(null, { user: username ?? '' }) : answer(new Error('wrong')),
      onRcptTo: (_, __, answer) => answer(refuses ? new Error('mailbox full') : null),
      onData: (stream, session, answer) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map((each) => each.address);
          received.push({ message: Buffer.concat(parts), to, user: session.user });
          answer();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test('a mail arrives at a real server as it was written', async () => {
    const transport = smtpTransport(`smtp://desk:secret@127.0.0.1:${port}`);
    await transport.send(mail);
    transport.close();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ to: [mail.to], user: 'desk' });
    await expectTheMail(received[0]?.message ?? '');
  });

  test('a server that refuses, or is not there, is told as a failure', async () => {
    refuses = true;
    const transport = smtpTransport(`smtp://127.0.0.1:${port}`);
    await expect(transport.send(mail)).rejects.toThrow(/mailbox full/);
    transport.close();
    const nobody = smtpTransport('smtp://127.0.0.1:1');
    await expect(nobody.send(mail)).rejects.toThrow(/ECONNREFUSED|connect/);
    nobody.close();
    expect(received).toEqual([]);
  });
});

describe('into a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'partner-desk-mail-')), 'mail');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  test('a mail is one file that any mail program opens, for this user only', async () => {
    await folderTransport(folder).send(mail);
    expect(readdirSync(folder)).toEqual([`20261123090000-${mail.id}.eml`]);
    const path = join(folder, `20261123090000-${mail.id}.eml`);
    await expectTheMail(readFileSync(path));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await folderTransport(folder).send(mail);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
