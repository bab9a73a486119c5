import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { sheetXlsx } from '../../../shared/spreadsheet/sheet-xlsx.ts';
import type { Cell, Sheet } from '../../../shared/spreadsheet/sheet.ts';

const text = (each: string): Cell => ({ kind: 'text', text: each });

function sheetOf(...cells: Cell[]): Sheet {
  return { name: 'Cases', headings: cells.map((_, index) => `Column ${index + 1}`), rows: [cells] };
}

async function read(sheet: Sheet) {
  const [first] = await readXlsxFile(Buffer.from(await sheetXlsx(sheet)), { trim: false });
  return first;
}

/** The cells of the only row as a reader that knows nothing of us has them. */
async function readBack(...cells: Cell[]): Promise<readonly unknown[]> {
  return (await read(sheetOf(...cells)))?.data[1] ?? [];
}

test('numbers, money, days and moments are what they say', async () => {
  const back = await readBack(
    { kind: 'count', value: 3 },
    { kind: 'money', amount: 124_005, currency: 'EUR' },
    { kind: 'money', amount: -12_400, currency: 'ISK' },
    { kind: 'money', amount: 1_001, currency: 'KWD' },
    { kind: 'day', day: '2026-11-24' },
    { kind: 'day', day: '2024-02-29' },
    { kind: 'moment', moment: '2026-11-24T22:30:00.000Z', zone: 'Europe/Helsinki' },
    { kind: 'moment', moment: '2026-07-01T03:00:00.000Z', zone: 'America/New_York' },
  );
  // A time is a fraction of a day, of which a reader makes milliseconds with a hair too few.
  const minute = (each: unknown) => new Date(Number(each) + 500).toISOString().slice(0, 16);
  expect([...back.slice(0, 6), ...back.slice(6).map(minute)]).toEqual([
    3,
    1240.05,
    -12400,
    1.001,
    new Date('2026-11-24T00:00:00.000Z'),
    new Date('2024-02-29T00:00:00.000Z'),
    '2026-11-25T00:30',
    '2026-06-30T23:00',
  ]);
});

test('money has the digits and the name of its currency, and cells without a value are none', async () => {
  const made = unzipSync(
    await sheetXlsx(
      sheetOf({ kind: 'money', amount: 5, currency: 'EUR' }, { kind: 'money', amount: 5, currency: 'ISK' }, null, {
        kind: 'count',
        value: Number.NaN,
      }),
    ),
  );
  const part = (path: string) => strFromU8(made[path] ?? new Uint8Array());
  expect(part('xl/styles.xml')).toContain('formatCode="#,##0.00\\ [$EUR]"');
  expect(part('xl/styles.xml')).toContain('formatCode="#,##0\\ [$ISK]"');
  expect(part('xl/worksheets/sheet1.xml')).toContain(
    '<row r="2"><c r="A2" s="4"><v>0.05</v></c><c r="B2" s="5"><v>5</v></c></row>',
  );
});

test.each([
  '=1+1',
  '+358 40 123',
  '@SUM(A1)',
  '00123',
  'constructor',
  '__proto__',
  '<b>&amp;</b> "x" \'y\'',
  ' spaces  inside ',
  'two\nlines',
  'ä 🏠',
  '1999-13-45',
])('%j comes back as it was, and is text', async (each) => {
  expect(await readBack(text(each), text('next'))).toEqual([each, 'next']);
});

test('control signs are dropped, and the line break of a word processor is one', async () => {
  expect(await readBack(text('one\u000btwo\u0000\u0007\ud83c'), text('a\r\nb'))).toEqual(['one\ntwo', 'a\nb']);
});

test('a sign written by its number stays as it was typed', async () => {
  const made = unzipSync(await sheetXlsx(sheetOf(text('a_x000b_b'))));
  expect(strFromU8(made['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('a_x005F_x000b_b');
});

test('a text too long for a cell is cut and says so; a day that is none is text', async () => {
  const [long, day] = await readBack(text('a'.repeat(40_000)), { kind: 'day', day: '1899-05-01' });
  expect(long).toBe(`${'a'.repeat(32_766)}…`);
  expect(day).toBe('1899-05-01');
});

test.each([
  ['Cases: [all] of A/S?', 'Cases all of A S'],
  ["'Kuopio'", 'Kuopio'],
  ['', 'Sheet1'],
  ['History', 'Sheet1'],
  ['a'.repeat(40), 'a'.repeat(31)],
])('a sheet called %j is named %j', async (name, expected) => {
  expect((await read({ ...sheetOf(text('a')), name }))?.sheet).toBe(expected);
});

test('the head stays in sight and filters; rows beyond one go come back, made in turns', async () => {
  const headings = Array.from({ length: 28 }, (_, index) => `H${index}`);
  const rows = Array.from({ length: 120 }, (_, index) => headings.map((each): Cell => text(`${each} ${index}`)));
  let turns = 0;
  const bytes = await sheetXlsx({ name: 'Cases', headings, rows }, async () => void (turns += 1));
  expect(turns).toBe(5);
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  expect(sheet?.data).toHaveLength(121);
  expect(sheet?.data[120]?.at(-1)).toBe('H27 119');
  const part = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(part).toContain('state="frozen"');
  expect(part).toContain('<autoFilter ref="A1:AB121"/>');
});

test('what all rows have together is looked for in turns too', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index): Cell[] => (index === 9999 ? [text('x'.repeat(40))] : [null]));
  const turns: number[] = [];
  const bytes = await sheetXlsx({ name: 'Cases', headings: ['H'], rows }, async (done) => void turns.push(done));
  expect(turns.filter((done) => done === 0).length).toBeGreaterThanOrEqual(10);
  const part = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(part).toContain('width="41"');
});
