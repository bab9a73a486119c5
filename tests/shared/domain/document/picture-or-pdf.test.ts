import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictureOrPdf } from '../../../../shared/domain/document/picture-or-pdf.ts';

const report = readFileSync(new URL('report-bom.pdf', import.meta.url));
const before = (count: number) => Buffer.concat([Buffer.alloc(count, ' '), report.subarray(3)]);

describe('a PDF is told by its mark in the first 1,024 bytes', () => {
  test.each([
    ['behind a byte order mark', report],
    ['at the start', before(0)],
    ['at the last place', before(1019)],
    ['cut short', before(0).subarray(0, 40)],
  ])('%s', (_, bytes) => {
    expect(pictureOrPdf(bytes)).toBe('application/pdf');
  });

  test.each([
    ['too far behind', before(1020)],
    ['in a text about it', Buffer.from('A file that begins with %PDF-1.7 is a PDF.')],
    ['not at all', Buffer.from('Item;Sum')],
  ])('%s it is none', (_, bytes) => {
    expect(pictureOrPdf(bytes)).toBeNull();
  });

  test('a picture is one, whatever stands in it', () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), report]);
    expect(pictureOrPdf(png)).toBe('image/png');
  });
});
