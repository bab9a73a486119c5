import { expect, test } from 'vitest';
import { writePdf } from '../../../portal/demo/write-pdf.ts';

test('every object of a page lies where the table of the file says', () => {
  const bytes = Buffer.from(writePdf(['Calculation (drying)', 'Back\\slash', 'Total: 1.00 € – all']));
  const text = bytes.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF/.exec(text)?.[1]);
  expect(text.slice(table, table + 4)).toBe('xref');
  const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(5);
  offsets.forEach((offset, index) => expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`)));
  const stream = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(text);
  expect(stream?.[2]?.length).toBe(Number(stream?.[1]));
  expect(stream?.[2]).toContain('(Calculation \\(drying\\)) Tj');
  expect(stream?.[2]).toContain('(Back\\\\slash) Tj');
});
