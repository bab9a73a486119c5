import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMail } from '../../../../../renderer/features/case/files/read-mail.ts';

const mailOf = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

test('a bounced report: who, to whom, subject and text are read, and the report it carries opens like a mail', async () => {
  const mail = await readMail(readFileSync(join(import.meta.dirname, 'bounced-report.eml')));
  expect(mail).toMatchObject({
    from: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
    to: 'office@gulf-adjusters.example',
    subject: 'Undelivered Mail: Schadenbericht für Herrn Müller',
    at: '2026-03-03T15:01:45.000Z',
    text: 'Your report could not be delivered.',
  });
  expect(mail?.parts.map(({ name }) => name)).toEqual(['delivery-status.txt', 'mail.eml']);
  const inner = await readMail(mail?.parts[1]?.bytes ?? new Uint8Array());
  expect(inner).toMatchObject({
    from: 'office@gulf-adjusters.example',
    to: 'nobody@insurer.example',
    subject: 'Report',
    at: null,
    text: 'Feuchte im Bad: 82\u00A0% (Wand), 64\u00A0% (Boden).',
  });
  expect(inner?.parts.map(({ name }) => name)).toEqual(['wall.png']);
  expect([...(inner?.parts[0]?.bytes.subarray(0, 4) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test('a mail that is a page is shown as its letters, line by line, without what the page hides', async () => {
  const mail = await readMail(
    mailOf(
      'From: Team: a@b.example, "Dan Öberg" <dan@b.example>;',
      'Cc: c@b.example',
      'Subject: =?UTF-8?B?TcO8bGxlcg==?=',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><head><title>T</title><style>p { color: red }</style></head><body><p>Wall&nbsp;82&nbsp;%<br>Floor 64 %</p>',
      '<script>document.title = "run"</script><img src="http://watched.example/x.png"><p>Regards</p></body></html>',
    ),
  );
  expect(mail).toMatchObject({ copies: 'c@b.example', subject: 'Müller' });
  expect(mail?.text.split(/\n+/).map((line) => line.trim())).toEqual(['Wall 82 %', 'Floor 64 %', 'Regards']);
});

test('bytes that break every rule are no mail, or an empty one, and stop nothing', async () => {
  const nested = Array.from({ length: 300 }, (_, index) => [
    `Content-Type: multipart/mixed; boundary="b${index}"`,
    '',
    `--b${index}`,
  ]).flat();
  expect(await readMail(mailOf('From: x', ...nested))).toBeNull();
  expect(await readMail(mailOf('x:'))).toMatchObject({ from: '', text: '', parts: [] });
});
