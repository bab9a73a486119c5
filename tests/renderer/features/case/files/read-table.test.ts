import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../../renderer/features/case/files/read-table.ts';

const read = (text: string) => readTable(text, 500);
const file = (name: string) => read(readFileSync(join(import.meta.dirname, name), 'utf8'));

describe('a calculation is shown as written, whatever stands above and below it', () => {
  test('a title line', () => {
    expect(file('calculation-title.csv')).toEqual({
      titles: ['Offerte 2026-17'],
      head: ['Position', 'Betrag'],
      lines: [
        ['Trocknung', '1240,00'],
        ['Abbruch', '860,50'],
        ['Summe', '2100,50'],
      ],
    });
  });

  test('a closing line', () => {
    expect(file('calculation-footer.csv')).toEqual({
      titles: [],
      head: ['Item', 'Amount'],
      lines: [['Drying', '1240,00'], ['Demolition', '860,50'], ['All without VAT']],
    });
  });

  test('Excel’s line that names the delimiter is none of the table', () => {
    const { head, lines } = read('\uFEFFsep=;\r\nItem;Sum\r\nDrying;1,5\r\n');
    expect([head, ...lines]).toEqual([
      ['Item', 'Sum'],
      ['Drying', '1,5'],
    ]);
  });

  test('inch marks at the start of a cell swallow nothing', () => {
    expect(read('Item;Price\n"1/2" pipe;4,20\n"3/4" pipe;5,10\nWork;60,00\n').lines).toEqual([
      ['"1/2" pipe', '4,20'],
      ['"3/4" pipe', '5,10'],
      ['Work', '60,00'],
    ]);
  });

  test.each([
    ['commas', 'Item,Sum\n"Drying, two rooms",1240.00\n', ['Drying, two rooms', '1240.00']],
    ['tabs', 'Item\tSum\nDrying\t1,240.00\n', ['Drying', '1,240.00']],
    ['one column', 'Item\nDrying\n', ['Drying']],
    ['amounts without headings', 'Drying;1240,00\nDemolition;860,50\n', ['Demolition', '860,50']],
  ])('%s', (_, text, line) => {
    expect(read(text).lines).toEqual([line]);
  });

  test('a line that has more cells than the headings shows all of them', () => {
    expect(read('Item;Sum\nDrying;1;2\nWork;3\n').head).toEqual(['Item', 'Sum', '']);
  });
});
