import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../../../electron/main/machine/safe-file-name.ts';

test('a suggested name has no folder, no control character and no trick', () => {
  expect(safeFileName('budget v2.pdf')).toBe('budget v2.pdf');
  expect(safeFileName('../../etc/passwd')).toBe('passwd');
  expect(safeFileName('C:\\Windows\\x.exe')).toBe('x.exe');
  expect(safeFileName('a\u202Efdp.exe')).toBe('afdp.exe');
  expect(safeFileName('a\n:b?.txt')).toBe('ab.txt');
  expect(safeFileName('.bashrc')).toBe('bashrc');
  expect(safeFileName('..')).toBe('document');
});

test.each([
  ['CON', '_CON'],
  ['con.pdf', '_con.pdf'],
  ['Nul .tar.gz', '_Nul .tar.gz'],
  ['LPT1.csv', '_LPT1.csv'],
  ['COM¹.txt', '_COM¹.txt'],
  ['.aux', '_aux'],
  ['console.pdf', 'console.pdf'],
  ['COM10.pdf', 'COM10.pdf'],
  ['offer.', 'offer'],
  ['offer. . ', 'offer'],
  ['what <is> "it" | *?.pdf', 'what is it  .pdf'],
  ['half \uD83D.pdf', 'half .pdf'],
  ['   ', 'document'],
])('Windows takes what is suggested for %j', (name, suggested) => {
  expect(safeFileName(name)).toBe(suggested);
});

test('a long name keeps its ending and its letters whole, and is short enough in letters and in bytes', () => {
  expect(safeFileName(`${'x'.repeat(400)}.pdf`)).toBe(`${'x'.repeat(146)}.pdf`);
  expect(safeFileName(`${'水'.repeat(200)}.pdf`)).toBe(`${'水'.repeat(78)}.pdf`);
  expect(safeFileName(`${'😀'.repeat(200)}.pdf`)).toBe(`${'😀'.repeat(59)}.pdf`);
});

test('whatever a document is called, every file system takes what is suggested', () => {
  const signs = fc.constantFrom(...'conNULp1. :*?<>|"\\/\u0000\u202Eä水😀'.split(''), 'aux', 'com1', 'x'.repeat(60));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(signs).map((each) => each.join('')),
      ),
      (name) => {
        const suggested = safeFileName(name);
        expect(suggested).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^[\s.]|[\s.]$|^$/u);
        expect(suggested).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|\s*$)/i);
        expect([suggested.length <= 151, Buffer.byteLength(suggested) <= 241]).toEqual([true, true]);
      },
    ),
  );
});
