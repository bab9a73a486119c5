import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { columnMappingSchema, type ColumnMappingDraft } from '../../../portal/claims-import/column-mapping.ts';
import { nfipColumns } from '../../../portal/claims-import/nfip-columns.ts';
import { readClaims } from '../../../portal/claims-import/read-claims.ts';
import { someClaimsSurroundings } from '../../support/claims-surroundings.ts';

const plain = {
  name: 'plain',
  columns: { claimNumber: 'claim', lossDate: 'loss', cause: 'cause' },
} satisfies ColumnMappingDraft;

function read(lines: readonly string[], change: Partial<ColumnMappingDraft> = {}) {
  return readClaims(lines.join('\n'), columnMappingSchema.parse({ ...plain, ...change }), someClaimsSurroundings());
}

const withMoney = { columns: { ...plain.columns, insuredSum: 'sum', buildingDamage: 'damage' } };
const withTask = {
  tasks: [
    {
      type: 'type',
      office: 'office',
      status: 'status',
      responsibles: 'who',
      plannedStart: 'start',
      plannedEnd: 'end',
      since: 'since',
    },
  ],
  inspection: { decision: 'decision' },
};
const taskHeadings = 'claim,loss,cause,type,office,status,who,decision,start,end,since';

describe('a claims file', () => {
  test('of the real claims is read whole, in words', async () => {
    const text = await readFile(new URL('../../../portal/demo/nfip-claims.csv', import.meta.url), 'utf8');
    const { claims, messages, rows } = readClaims(text, nfipColumns, someClaimsSurroundings());
    expect({ claims: claims.length, messages, rows }).toEqual({ claims: 600, messages: [], rows: 600 });
    expect(claims[0]).toMatchObject({
      claimNumber: '5a070a90-2a71-4a73-9373-33c804589644',
      damage: {
        cause: 'Accumulation of rain or snowmelt',
        lossDate: '2009-04-28',
        description: 'Spring Storm. Single family home. Floors: 2. Built 1964.',
      },
      site: {
        street: '',
        postalCode: '77024',
        city: "Hunter's Creek Village",
        region: 'TX',
        country: 'US',
        position: { latitude: 29.8, longitude: -95.5 },
      },
      customer: null,
      cover: { insuredSum: 25_000_000, buildingDamage: 720_300, contentsDamage: 86_000 },
      decision: null,
    });
  });

  test('may write money as 1e+05, and NA or nothing where it is not reported', () => {
    const { claims, messages } = read(
      ['claim,loss,cause,sum,damage', 'A,2026-01-01,rain,1e+05,NA', 'B,2026-01-01,rain,,12.345'],
      withMoney,
    );
    expect(messages).toEqual([]);
    expect(claims.map((claim) => claim.cover)).toEqual([
      { insuredSum: 10_000_000, buildingDamage: null, contentsDamage: null },
      { insuredSum: null, buildingDamage: 1235, contentsDamage: null },
    ]);
  });

  test('is read at once where a cell that is no number is full of blanks', () => {
    const blanks = ' '.repeat(1900);
    const rows = [`A,2026-01-01,rain,(${blanks}x`, `B,2026-01-01,rain,1${blanks}x`, `C,2026-01-01,rain,( 320.00 )`];
    const { claims, messages } = read(['claim,loss,cause,sum', ...Array<string>(10).fill(rows[0] ?? ''), ...rows], {
      columns: { ...plain.columns, insuredSum: 'sum' },
    });
    expect([claims.map(({ cover }) => cover.insuredSum), messages.length]).toEqual([[-320_00], 12]);
  }, 10_000);

  test('may have signs in a part of the description that mean something to a program', () => {
    const { claims } = read(['claim,loss,cause,damage', "A,2026-01-01,rain,$$ 5 and $& in $'000"], {
      description: [{ column: 'damage', text: 'Said: {}.' }],
    });
    expect(claims.map(({ damage }) => damage.description)).toEqual(["Said: $$ 5 and $& in $'000."]);
  });

  test('may have dates before 1970', () => {
    const { claims } = read(['claim,loss,cause', 'A,1954-10-15T00:00:00.000Z,storm']);
    expect(claims[0]?.damage.lossDate).toBe('1954-10-15');
  });

  test('keeps its good rows, and each bad one gets one message with row, column, what is wrong and what is expected', () => {
    const { claims, messages, rows } = read(
      [
        'claim,loss,cause,sum,damage',
        'A,2026-01-01,rain,100,5',
        'B,2026-02-30,rain,lots,5',
        '',
        'C,2026-01-01,rain,100,5,6',
        'D,2026-01-01,,100,5.5.5',
      ],
      withMoney,
    );
    expect(claims.map((claim) => claim.claimNumber)).toEqual(['A']);
    expect(rows).toBe(4);
    expect(messages).toEqual([
      {
        row: 3,
        faults: [
          { column: 'loss', wrong: '“2026-02-30” is no date', expected: 'a date like 2026-03-01' },
          { column: 'sum', wrong: '“lots” is no such number', expected: 'an amount of money like 1250.50 or 1e+05' },
        ],
        text: 'Row 3, column “loss”: “2026-02-30” is no date; expected: a date like 2026-03-01. And column “sum”: “lots” is no such number; expected: an amount of money like 1250.50 or 1e+05.',
      },
      {
        row: 5,
        faults: [{ column: '', wrong: 'it has 6 cells', expected: '5 cells, one under each heading' }],
        text: 'Row 5, it has 6 cells; expected: 5 cells, one under each heading.',
      },
      expect.objectContaining({
        row: 6,
        faults: [
          { column: 'cause', wrong: 'it is empty', expected: 'a value' },
          expect.objectContaining({ column: 'damage' }),
        ],
      }),
    ]);
  });

  test('is refused as a whole where a column of the mapping is missing, or the currency is another', () => {
    expect(read(['claim,loss', 'A,2026-01-01']).messages.map((each) => each.text)).toEqual([
      'Row 1, column “cause”: there is no such column; expected: a heading “cause”, as “columns.cause” of the mapping names it; the file has “claim”, “loss”.',
    ]);
    expect(readClaims('', nfipColumns, someClaimsSurroundings()).messages[0]?.text).toContain('the file is empty');
    const { claims, messages } = readClaims('x', nfipColumns, someClaimsSurroundings({ currency: 'EUR' }));
    expect(claims).toEqual([]);
    expect(messages[0]?.text).toBe("Row 1, its amounts are in USD; expected: EUR, the portal's currency.");
  });

  test.each([
    ['A,2026-11-24,rain', ''],
    ['A,2026-11-25,rain', 'column “loss”: “2026-11-25” has not come yet; expected: a date up to today.'],
    ['A,0000-01-01,rain', 'column “loss”: “0000-01-01” is too long ago; expected: a date from 1900 on.'],
    ['A,2026-02-29,rain', 'column “loss”: “2026-02-29” is no date'],
    ['A,2026-01-01,M\ufffdller', 'column “cause”: “M\ufffdller” has characters that are lost or no text'],
    ['A,2026-01-01,ra\u0007in', 'has characters that are lost or no text; expected: the file in UTF-8.'],
    [`A,2026-01-01,${'x'.repeat(2001)}`, 'is too long; expected: 2000 characters at most.'],
    ['A,2026-01-01,"two\nlines"', ''],
    ['=1+1,2026-01-01,@SUM(A1)', ''],
  ])('with the row %j is told, or kept as the text that it is', (row, expected) => {
    const { claims, messages } = read(['claim,loss,cause', row]);
    expect([claims.length, messages.length]).toEqual(expected === '' ? [1, 0] : [0, 1]);
    expect(messages[0]?.text ?? '').toContain(expected);
  });

  test.each([
    ['A,2026-03-02,rain,2026-02-28,,', 'column “reported”: “2026-02-28” lies before the loss'],
    ['A,2026-03-02,rain,2026-03-01T22:30:00.000Z,,', ''],
    ['A,2026-03-02,rain,2027-01-01,,', 'column “reported”: “2027-01-01” has not come yet'],
    ['A,2026-03-02,rain,,60.1,', 'column “lon”: it is empty; expected: both degrees of the position, or none.'],
    ['A,2026-03-02,rain,,60.1,24.9', ''],
  ])('whose cells do not go together is told: %s', (row, expected) => {
    const columns = { ...plain.columns, reportedOn: 'reported', latitude: 'lat', longitude: 'lon' };
    const { claims, messages } = read(['claim,loss,cause,reported,lat,lon', row], { columns });
    expect([claims.length, messages.length]).toEqual(expected === '' ? [1, 0] : [0, 1]);
    expect(messages[0]?.text ?? '').toContain(expected);
  });

  test.each(['\u0000', '\ud800'])('with %j in a cell has a message for its row, and the others are read', (sign) => {
    const { claims, messages } = read(['claim,loss,cause', `A,2026-03-02,ra${sign}in`, 'B,2026-03-02,rain']);
    expect(claims.map(({ claimNumber }) => claimNumber)).toEqual(['B']);
    expect(messages).toMatchObject([{ row: 2, text: expect.stringContaining('column “cause”') }]);
  });

  test('that is no text, or is endless, is told in one message', () => {
    const workbook = read(['PK\u0003\u0004\u0000\u0000claim,loss,cause']);
    expect(workbook.messages.map(({ text }) => text)).toEqual([
      'Row 1, it is no text file in UTF-8; expected: CSV, saved as UTF-8.',
    ]);
    const endless = read(['claim,loss,cause', ...Array.from({ length: 100_001 }, () => 'A,x,y')]);
    expect(endless.messages.map(({ text }) => text)).toEqual([expect.stringContaining('it has 100001 rows')]);
    expect(endless.claims).toEqual([]);
  });

  test('with a code that is a word of the language says that it is none of its codes', () => {
    const { claims, messages } = read(['claim,loss,cause', 'A,2026-01-01,constructor', 'B,2026-01-01,__proto__'], {
      causes: { codes: { '1': 'Tide' } },
    });
    expect(claims).toEqual([]);
    expect(messages.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('with a code that has no word says which codes there are', () => {
    const causes = { codes: { '0': 'Other', '1': 'Tide' }, above: { from: 8, word: 'Other causes' } };
    const { claims, messages } = read(['claim,loss,cause', 'A,2026-01-01,1', 'B,2026-01-01,11', 'C,2026-01-01,5'], {
      causes,
    });
    expect(claims.map((claim) => claim.damage.cause)).toEqual(['Tide', 'Other causes']);
    expect(messages[0]?.text).toBe(
      'Row 4, column “cause”: “5” is no known code; expected: one of 0, 1, or 8 and above.',
    );
  });

  test('counts a claim number that comes again once', () => {
    const { claims, repeated } = read(['claim,loss,cause', 'A,2026-01-01,rain', 'A,2026-01-02,rain']);
    expect({ claims: claims.length, repeated }).toEqual({ claims: 1, repeated: 1 });
  });

  test('is read with semicolons, quotation marks and a byte order mark too', () => {
    const { claims } = read(['\uFEFFclaim;loss;cause', '"A ""1""";2026-01-01;"rain; snow"']);
    expect(claims[0]).toMatchObject({ claimNumber: 'A "1"', damage: { cause: 'rain; snow' } });
  });
});

describe('task columns of a claims file', () => {
  test('bring running work with its office and people, and a decided inspection', () => {
    const { claims, messages } = read(
      [
        taskHeadings,
        'A,2026-01-01,rain,drying,Kuivaus Kuopio,3,anna@kuivaus.example,approved,2026-11-02,2026-12-03,2026-11-01',
        'B,2026-01-01,rain,drying,kuopio,,,,,,',
        'C,2026-01-01,rain,,,,,rejected,,,',
      ],
      withTask,
    );
    expect(messages).toEqual([]);
    expect(claims.map((claim) => [claim.inspection.status, claim.decision?.result, claim.tasks[0]?.status])).toEqual([
      ['A', 'approved', '3'],
      ['C', undefined, '0'],
      ['A', 'rejected', undefined],
    ]);
    expect(claims[0]?.tasks[0]).toMatchObject({
      office: { id: 'kuopio' },
      responsibles: [{ member: 'anna', company: 'kuivaus' }],
    });
  });

  test.each([
    ['painting,kuopio,0,,,,,', 'column “type”: “painting” is no task type of the portal'],
    ['drying,nowhere,0,,,,,', 'column “office”: “nowhere” is no office'],
    ['drying,arvio-kuopio,0,,,,,', 'does not offer drying'],
    ['drying,kuopio,B,,,,,', 'column “status”: “B” is no status a file can bring'],
    ['drying,kuopio,C,,,,,', 'column “office”: the task is in status C; expected: a status from 0 on'],
    ['drying,,0,,,,,', 'column “office”: the task is in status 0; expected: an office, or the status C'],
    ['drying,kuopio,1,,,,,', 'column “who”: nobody is responsible'],
    ['drying,kuopio,1,carla@arvio.example,,,,', 'column “who”: “carla@arvio.example” cannot be responsible'],
    ['drying,kuopio,0,,maybe,,,', 'column “decision”: “maybe” is no decision'],
    ['drying,kuopio,0,,,2026-12-02,2026-12-01,', 'column “end”: “2026-12-01” is not after the start'],
    ['drying,kuopio,0,,,,,2027-01-01', 'column “since”: “2027-01-01” has not come yet'],
    [',kuopio,,,,,,', 'column “type”: it is empty; expected: a task type, or nothing under “office”'],
  ])('that do not fit are told: %s', (cells, expected) => {
    const { claims, messages } = read([taskHeadings, `A,2026-01-01,rain,${cells}`], withTask);
    expect(claims).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain(expected);
  });
});
