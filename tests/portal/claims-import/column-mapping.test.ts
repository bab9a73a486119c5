import { describe, expect, test } from 'vitest';
import { columnMappingSchema, type ColumnMappingDraft } from '../../../portal/claims-import/column-mapping.ts';
import { readClaims } from '../../../portal/claims-import/read-claims.ts';
import { someClaimsSurroundings } from '../../support/claims-surroundings.ts';

const columns = { claimNumber: 'claim', lossDate: 'loss', cause: 'cause' };

function read(lines: readonly string[], draft: Partial<ColumnMappingDraft> = {}, timeZone = 'Europe/Helsinki') {
  const mapping = columnMappingSchema.parse({ name: 'test', columns, ...draft });
  return readClaims(lines.join('\n'), mapping, someClaimsSurroundings({ currency: 'USD', timeZone }));
}

const texts = (messages: readonly { readonly text: string }[]) => messages.map(({ text }) => text);

describe('a mapping', () => {
  test('names the lines above the headings and the delimiter; rows count as a spreadsheet shows them', () => {
    const lines = ['Claims of March, "draft', '', 'claim|loss|cause', 'A|2026-01-01|rain, snow; hail', 'B|never|rain'];
    const { claims, messages } = read(lines, { skipLines: 2, delimiter: '|' });
    expect(claims.map(({ row, damage }) => [row, damage.cause])).toEqual([[4, 'rain, snow; hail']]);
    expect(messages.map(({ row }) => row)).toEqual([5]);
    expect(texts(read(lines.slice(1), { delimiter: '|' }).messages)).toEqual([
      'Row 1, the headings are in row 2; expected: “skipLines”: 1 in the mapping, for what stands above them.',
    ]);
    const without = read(lines.slice(2, 4), { delimiter: ',' });
    expect(texts(without.messages)).toContainEqual(expect.stringContaining('there is no such column'));
  });

  test('names what every row has in a column that the file lacks', () => {
    const task = { type: 'the type', office: 'office', status: 'the status' };
    const constants = { 'the cause': 'Hail', 'the type': 'drying', 'the status': '0' };
    const { claims, messages } = read(['claim,loss,office', 'A,2026-01-01,kuopio'], {
      columns: { ...columns, cause: 'the cause' },
      constants,
      tasks: [task],
    });
    expect(messages).toEqual([]);
    expect(claims).toMatchObject([{ damage: { cause: 'Hail' }, tasks: [{ status: '0', office: { id: 'kuopio' } }] }]);
    const again = read(['claim,loss', 'A,2026-01-01', 'claim,loss', 'B,2026-01-01'], {
      columns: { ...columns, cause: 'the cause' },
      constants: { 'the cause': 'Hail' },
    });
    expect([again.claims.length, again.messages.map(({ row }) => row)]).toEqual([2, [3]]);
    const both = read(['claim,loss,cause', 'A,2026-01-01,rain'], { constants: { cause: 'Hail' } });
    expect(both.claims).toEqual([]);
    expect(texts(both.messages)).toEqual([
      'Row 1, column “cause”: the file has this column, and the mapping a constant for it; expected: a name that is no heading, in “constants” and in “columns.cause” of the mapping.',
    ]);
  });

  test.each([
    [{ column: 'claim', empty: true as const }, ',2026-01-01,rain', 'it is empty'],
    [{ column: 'claim', is: 'Total' }, 'TOTAL,,', '“TOTAL”'],
    [{ column: 'cause', contains: 'carried' }, 'X,2026-01-01,Carried forward', '“Carried forward”'],
  ])('leaves rows out where %j, and each is told', (rule, row, said) => {
    const { claims, messages, notes, leftOut } = read(['claim,loss,cause', 'A,2026-01-01,rain', row], {
      leaveOut: [rule],
    });
    expect([claims.length, messages.length, leftOut]).toEqual([1, 0, 1]);
    expect(texts(notes)).toEqual([`Row 3, column “${rule.column}”: ${said}, so the row is left out.`]);
  });

  test.each([
    ['day-month-year', '04/03/2026', '2026-03-04'],
    ['day-month-year', '4.3.2026 14:30', '2026-03-04'],
    ['day-month-year', '2026-03-04', '2026-03-04'],
    ['month-day-year', '3/4/2026, 2:30 PM', '2026-03-04'],
    ['year-month-day', '2026/3/4', '2026-03-04'],
    ['year-month-day', '04/03/2026', null],
    ['day-month-year', '03/28/2026', null],
    ['day-month-year', '04/03.2026', null],
    ['day-month-year', '04/03/26', null],
  ] as const)('says the order of dates: %s, %s is %s', (dateOrder, cell, day) => {
    const { claims } = read(['claim;loss;cause', `A;${cell};rain`], { dateOrder });
    expect(claims.map(({ damage }) => damage.lossDate)).toEqual(day === null ? [] : [day]);
  });

  test.each([
    ['.', '', '1250.5', 125_050],
    ['.', '', '1,250.50', 'wrong'],
    ['.', ',', '1,250.50', 125_050],
    ['.', ',', '1,25', 'wrong'],
    ['.', ',', '12,50.00', 'wrong'],
    ['.', ',', '(320.00)', -32_000],
    ['.', ',', '( 1,320.00 )', -132_000],
    ['.', ',', '320.00-', -32_000],
    ['.', ',', '\u2212320', -32_000],
    ['.', ',', '-(320)', 'wrong'],
    ['.', ',', '-', null],
    ['.', ',', '\u2013', null],
    [',', '.', '1.250,50', 125_050],
    [',', '.', '1.250', 125_000],
    [',', ' ', '1\u202f250,50', 125_050],
    [',', ' ', '1 250', 125_000],
    ['.', "'", '1’250.50', 125_050],
    [',', '', '1,5e+03', 150_000],
  ] as const)('says the signs of numbers: with %j and %j, %s is %s', (decimalSign, thousandsSign, cell, minor) => {
    const { claims } = read(['claim;loss;cause;sum', `A;2026-01-01;rain;${cell}`], {
      decimalSign,
      thousandsSign,
      columns: { ...columns, insuredSum: 'sum' },
    });
    expect(claims.map(({ cover }) => cover.insuredSum)).toEqual(minor === 'wrong' ? [] : [minor]);
  });

  test.each([
    ['2026-03-02T14:30:00Z', '2026-03-02T14:30:00.000Z'],
    ['2026-03-02 14:30', '2026-03-02T12:30:00.000Z'],
    ['2026-03-02T14:30:00.123456789+0530', '2026-03-02T09:00:00.123Z'],
    ['2026-03-02T00:15:00+02', '2026-03-01T22:15:00.000Z'],
    ['2026-03-02 12:00 AM', '2026-03-01T22:00:00.000Z'],
    ['2026-07-02', '2026-07-01T21:00:00.000Z'],
    // The hour that comes twice in autumn: the first.
    ['2026-10-25T03:30', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29T03:30', 'is no time; expected: a time that the clocks of Europe/Helsinki show'],
    ['2026-03-02T24:00:00Z', 'is no date'],
    ['2026-03-02T14:60Z', 'is no date'],
    ['2026-03-02T14:30:00+15:00', 'is no date'],
    ['2026-03-02T14', 'is no date'],
    ['2026-03-02 13:00 PM', 'is no date'],
  ])('needs not say how times are written: %s is %s', (cell, said) => {
    const { claims, messages } = read(['claim;loss;cause;reported', `A;2026-01-01;rain;${cell}`], {
      columns: { ...columns, reportedOn: 'reported' },
    });
    expect(claims[0]?.reportedAt ?? messages[0]?.text).toContain(said);
  });

  test('reads a day whose midnight its zone skips from when it begins', () => {
    const { claims } = read(
      ['claim,loss,cause,reported', 'A,2026-01-01,rain,2026-09-06'],
      { columns: { ...columns, reportedOn: 'reported' } },
      'America/Santiago',
    );
    expect(claims[0]?.reportedAt).toBe('2026-09-06T04:00:00.000Z');
  });
});

describe('what a spreadsheet has done to a file is told', () => {
  test('a claim number that lost digits, or is an error, is no claim and the same as no other', () => {
    const numbers = ['2.02601E+11', '2.02601E+11', '2,02601E+11', '#N/A', '#N/A', '#REF!', '#VALUE!', '########'];
    const { claims, messages, repeated } = read([
      'claim;loss;cause',
      ...numbers.map((each) => `${each};2026-01-01;rain`),
      '12E5;2026-01-01;rain',
    ]);
    expect(claims.map(({ claimNumber }) => claimNumber)).toEqual(['12E5']);
    expect(repeated).toBe(0);
    expect(messages.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(messages[0]?.text).toBe(
      'Row 2, column “claim”: “2.02601E+11” has lost digits in a spreadsheet; expected: all of its digits: the column formatted as text before the file is saved.',
    );
    expect(messages[3]?.text).toContain('“#N/A” is an error of the spreadsheet');
  });

  test('an error in another column too, unless the mapping says that it stands for nothing', () => {
    const lines = ['claim,loss,cause,city', 'A,2026-01-01,rain,#N/A'];
    const city = { columns: { ...columns, city: 'city' } };
    expect(read(lines, city).claims).toEqual([]);
    expect(read(lines, { ...city, notReported: ['#N/A'] }).claims).toMatchObject([{ site: { city: '' } }]);
  });

  test('a phone number that lost digits is kept', () => {
    const phone = { columns: { ...columns, customerPhone: 'phone' } };
    const { claims, notes } = read(['claim,loss,cause,phone', 'A,2026-01-01,rain,3.58E+11'], phone);
    expect(claims).toMatchObject([{ customer: { phone: '3.58E+11' } }]);
    expect(texts(notes)).toEqual([expect.stringContaining('column “phone”: “3.58E+11” has lost digits')]);
  });
});

describe('an open quotation mark', () => {
  const after = Array.from({ length: 7 }, (_, index) => `B-${index},2026-01-01,rain,Espoo`);
  const headings = 'claim,loss,cause,city';

  test('says how many lines were not read', () => {
    const { claims, messages } = read([headings, 'A,2026-01-01,rain,Oulu', 'C,2026-01-01,"rain,Turku', ...after, '']);
    expect(claims.map(({ claimNumber }) => claimNumber)).toEqual(['A']);
    expect(texts(messages)).toEqual([
      'Row 3, a quotation mark is not closed, so that 7 lines after it were not read; expected: each “"” closed, and doubled in text.',
    ]);
  });

  test('in the headings says so, and not that the columns are missing', () => {
    const { messages } = read(['claim,loss,"cause,city', 'A,2026-01-01,rain,Oulu']);
    expect(texts(messages)).toEqual([
      'Row 1, a quotation mark is not closed, so that the line after it was not read; expected: each “"” closed, and doubled in text.',
    ]);
  });

  test('that another one closes further down is told by the lines that it takes in', () => {
    const short = read([headings, 'C,2026-01-01,"rain,Turku', ...after, 'D,2026-01-01,rain",Vaasa']);
    expect(short.claims.map(({ damage }) => damage.cause.split('\n').length)).toEqual([9]);
    expect(texts(short.notes)).toEqual([
      'Row 2, its quotation marks take in 8 lines that look like rows; expected: each “"” closed where its cell ends.',
    ]);
    const ends = read([headings, 'C,2026-01-01,"rain,Turku', ...after, 'D,2026-01-01,rain,Vaasa"']);
    expect(ends.claims).toEqual([]);
    expect(texts(ends.messages)).toEqual([expect.stringContaining('Row 2, its quotation marks take in 8 lines')]);
  });
});

describe('a claim that comes again', () => {
  test('with the same values, or fewer, loses nothing, and nothing is told', () => {
    const city = { columns: { ...columns, city: 'city', insuredSum: 'sum' } };
    const lines = ['claim,loss,cause,city,sum', 'A,2026-01-01,rain,Oulu,5', 'A,2026-01-01,rain,,5.00'];
    expect(read(lines, city)).toMatchObject({ repeated: 1, messages: [], notes: [] });
  });

  test('with another task names it', () => {
    const tasks = [{ type: 'type', office: 'office', status: 'status' }];
    const { notes } = read(
      ['claim,loss,cause,type,office,status', 'A,2026-01-01,rain,,,', 'A,2026-01-01,rain,drying,kuopio,0'],
      { tasks },
    );
    expect(texts(notes)).toEqual([
      'Row 3, task drying in 0, Kuivaus Kuopio not taken; expected: one row a claim: row 2 is taken.',
    ]);
  });

  test('after a bad row is taken', () => {
    const { claims, repeated } = read(['claim,loss,cause', 'A,never,rain', 'A,2026-01-01,rain']);
    expect([claims.map(({ row }) => row), repeated]).toEqual([[3], 0]);
  });
});
