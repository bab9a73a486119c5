import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { sheetCsv, sheetCsvInTurns, type CsvSigns } from '../../../shared/spreadsheet/sheet-csv.ts';
import type { Cell, Sheet } from '../../../shared/spreadsheet/sheet.ts';

const finnish: CsvSigns = { separator: ';', decimalSign: ',' };
const british: CsvSigns = { separator: ',', decimalSign: '.' };

const text = (each: string): Cell => ({ kind: 'text', text: each });

function sheetOf(...cells: Cell[]): Sheet {
  return { name: 'Cases', headings: cells.map((_, index) => `Column ${index + 1}`), rows: [cells] };
}

/** The second line as a reader that knows nothing of us has it. */
function readBack(sheet: Sheet, signs: CsvSigns): readonly string[] {
  const { data, errors } = Papa.parse<string[]>(sheetCsv(sheet, signs), { delimiter: signs.separator });
  expect(errors).toEqual([]);
  return data[1] ?? [];
}

test('numbers, money, days and moments stand as spreadsheet programs of the place read them', () => {
  const cells: Cell[] = [
    { kind: 'count', value: 1.5 },
    { kind: 'money', amount: 124_005, currency: 'EUR' },
    { kind: 'money', amount: -5, currency: 'EUR' },
    { kind: 'money', amount: 12_400, currency: 'ISK' },
    { kind: 'money', amount: -1_001, currency: 'KWD' },
    { kind: 'day', day: '2026-11-24' },
    { kind: 'moment', moment: '2026-11-24T22:30:00.000Z', zone: 'Europe/Helsinki' },
    null,
  ];
  const rest = ['2026-11-24', '2026-11-25 00:30', ''];
  expect(readBack(sheetOf(...cells), finnish)).toEqual(['1,5', '1240,05', '-0,05', '12400', '-1,001', ...rest]);
  expect(readBack(sheetOf(...cells), british)).toEqual(['1.5', '1240.05', '-0.05', '12400', '-1.001', ...rest]);
});

test('the file begins with the byte order mark, and its lines end as RFC 4180 says', () => {
  expect(sheetCsv(sheetOf(text('Åbo')), finnish)).toBe('\ufeffColumn 1\r\nÅbo\r\n');
});

test.each(['=1+1', '+358 40 123', '-12', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\u000b=1', '＝1+1', '＠x', '\u0000=1'])(
  '%j is shown, never worked out',
  (each) => {
    expect(readBack(sheetOf(text(each)), british)).toEqual([`'${each.replace('\u0000', '').replace('\u000b', '\n')}`]);
  },
);

test.each(['a;b', 'a,b', 'say "yes"', '"', ' leading', 'two\r\nlines', 'ä 🏠', "'quoted", 'a=b'])(
  '%j comes back as it was',
  (each) => {
    expect(readBack(sheetOf(text(each), text('next')), finnish)).toEqual([each, 'next']);
    expect(readBack(sheetOf(text(each), text('next')), british)).toEqual([each, 'next']);
  },
);

test('control signs are dropped, and the line break of a word processor is one', () => {
  expect(readBack(sheetOf(text('one\u000btwo\u0007\ud83c')), finnish)).toEqual(['one\ntwo']);
});

test('made in turns it is the same file, and others had their turn', async () => {
  const rows = Array.from({ length: 120 }, (_, index): Cell[] => [{ kind: 'count', value: index }]);
  const sheet: Sheet = { name: 'Cases', headings: ['Number'], rows };
  const turns: number[] = [];
  const made = await sheetCsvInTurns(sheet, finnish, async (done) => void turns.push(done));
  expect(made).toBe(sheetCsv(sheet, finnish));
  expect(turns).toEqual([50, 100, 120]);
});
