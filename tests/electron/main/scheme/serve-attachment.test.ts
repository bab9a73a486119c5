import { expect, test } from 'vitest';
import { serveAttachment, typeToShow } from '../../../../electron/main/scheme/serve-attachment.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const source = {
  readCopy: (file: string) => Promise.resolve(file === 'page' ? bytes('<script>alert(1)</script>') : null),
  read: (sha256: string) =>
    Promise.resolve(sha256 === 'exe' ? bytes('MZ\x90\x00\x03') : sha256 === 'pdf' ? bytes('%PDF-1.7 x') : null),
};

test('sync 30: what is shown is told by its first bytes, never by its name', () => {
  expect(typeToShow(bytes('%PDF-1.4'))).toBe('application/pdf');
  expect(typeToShow(bytes('\x89PNG\r\n\x1a\n...'))).toBe('image/png');
  expect(typeToShow(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(typeToShow(bytes('RIFF....WEBPVP8 '))).toBe('image/webp');
  expect(typeToShow(bytes('position;amount'))).toBe('text/plain; charset=utf-8');
});

test('sync 30: an executable, an archive or an empty file is never shown', () => {
  for (const text of ['MZ\x90\x00', '\x7fELF\x02\x00', 'PK\x03\x04\x00', '\xd0\xcf\x11\xe0', ''])
    expect(typeToShow(bytes(text))).toBeNull();
});

test('sync 30: HTML is shown as its letters, sandboxed, without sniffing', async () => {
  const answer = await serveAttachment('attachment://desk/copy/page', source);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('sync 30: no kind of document may run a script', async () => {
  for (const url of ['attachment://desk/kept/pdf', 'attachment://desk/copy/page']) {
    const policy = (await serveAttachment(url, source)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('allow-scripts');
  }
});

test('what is unknown is not found and what may not be shown is refused', async () => {
  expect((await serveAttachment('attachment://desk/kept/exe', source)).status).toBe(415);
  for (const path of ['copy/none', 'other/page', 'copy/page/more', '']) {
    expect((await serveAttachment(`attachment://desk/${path}`, source)).status).toBe(404);
  }
});

test('a name that is no name is not there', async () => {
  expect((await serveAttachment('attachment://desk/copy/%zz', source)).status).toBe(404);
});
