import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { columnMappingSchema, type ColumnMappingDraft } from '../../../portal/claims-import/column-mapping.ts';
import { nfipColumns } from '../../../portal/claims-import/nfip-columns.ts';
import { readClaims } from '../../../portal/claims-import/read-claims.ts';
import { someClaimsSurroundings } from '../../support/claims-surroundings.ts';

const file = (name: string): Promise<string> => readFile(new URL(`files/${name}`, import.meta.url), 'utf8');

const columns = { claimNumber: 'Claim No', lossDate: 'Loss Date', cause: 'Cause' };
const newYork = { currency: 'USD', timeZone: 'America/New_York' };

async function read(name: string, draft: Partial<ColumnMappingDraft>, settings = newYork) {
  const mapping = columnMappingSchema.parse({ name: 'test', columns, ...draft });
  const text = (await file(name)).replaceAll('{OFFICE}', 'kuopio');
  return readClaims(text, mapping, someClaimsSurroundings(settings));
}

const texts = (messages: readonly { readonly text: string }[]) => messages.map(({ text }) => text);

describe('a file as users have it', () => {
  test('with a day instead of a moment: it begins when that day does in the zone of the portal', async () => {
    const { claims, messages } = await read('01-date-only.csv', { columns: { ...columns, reportedOn: 'Reported' } });
    expect(messages).toEqual([]);
    expect(claims.map(({ reportedAt }) => reportedAt)).toEqual([
      '2026-03-02T05:00:00.000Z',
      '2026-03-02T00:00:00.000Z',
    ]);
  });

  test('with times as systems write them: each is that instant', async () => {
    const task = { type: 'Type', office: 'Office', status: 'Status', plannedStart: 'Start', plannedEnd: 'End' };
    const { claims, messages } = await read('02-times.csv', { tasks: [task] });
    expect(messages).toEqual([]);
    expect(claims.flatMap(({ tasks }) => tasks.map((each) => [each.plannedStart, each.plannedEnd]))).toEqual([
      ['2026-12-02T14:30:00.000Z', '2026-12-02T16:00:00.000Z'],
      ['2026-12-02T14:30:00.000Z', '2026-12-03T16:00:00.000Z'],
      ['2026-12-02T14:30:00.000Z', '2026-12-03T16:00:00.000Z'],
      ['2026-12-02T14:30:00.000Z', '2026-12-02T16:00:00.000Z'],
      ['2026-12-02T14:30:00.000Z', '2026-12-02T16:00:00.000Z'],
      ['2026-12-02T14:30:00.000Z', '2026-12-02T16:00:00.000Z'],
    ]);
  });

  test('with the first line of Excel: it names the delimiter and is no heading', async () => {
    const { claims, messages } = await read('03-sep-line.csv', { columns: { ...columns, city: 'City' } });
    expect(messages).toEqual([]);
    expect(claims.map((each) => [each.row, each.claimNumber, each.site.city])).toEqual([
      [2, 'SEP-0001', 'Turku'],
      [3, 'SEP-0002', 'Oulu'],
    ]);
  });

  test('with rows that end early: what is missing is empty', async () => {
    const more = { ...columns, city: 'City', customerPhone: 'Phone' };
    const { claims, messages, notes } = await read('05-short-rows.csv', { columns: more });
    expect([messages, notes]).toEqual([[], []]);
    expect(claims.map(({ site, customer }) => [site.city, customer?.phone])).toEqual([
      ['Albany', '5550100'],
      ['Utica', undefined],
      ['Troy', undefined],
      ['Troy', undefined],
    ]);
  });

  test('with a row for each coverage: what differs is named row by row', async () => {
    const money = { ...columns, buildingDamage: 'Building', contentsDamage: 'Contents' };
    const { claims, messages, notes, rows, repeated } = await read('07-one-row-a-coverage.csv', { columns: money });
    expect({ messages, rows, repeated }).toEqual({ messages: [], rows: 4, repeated: 2 });
    expect(
      claims.map(({ claimNumber, damage, cover }) => [claimNumber, damage.lossDate, cover.buildingDamage]),
    ).toEqual([
      ['CV-0001', '2026-01-05', 4_825_000],
      ['CV-0002', '2026-01-07', 70_000],
    ]);
    expect(texts(notes)).toEqual([
      'Row 3, column “Contents”: contents damage 12,990.00 not taken; expected: one row a claim: row 2 is taken, and says nothing of it.',
      [
        'Row 5, column “Loss Date”: loss date 2025-01-07 not taken; expected: one row a claim: row 4 is taken, and says 2026-01-07.',
        'And column “Cause”: cause Flood not taken; expected: one row a claim: row 4 is taken, and says Fire.',
        'And column “Building”: building damage 99,999.00 not taken; expected: one row a claim: row 4 is taken, and says 700.00.',
      ].join(' '),
    ]);
  });

  test('in a currency without decimals: minor units follow the currency', async () => {
    const money = { columns: { ...columns, insuredSum: 'Sum' } };
    const sumIn = async (currency: string) =>
      (await read('09-isk.csv', money, { currency, timeZone: 'Atlantic/Reykjavik' })).claims[0]?.cover.insuredSum;
    expect(await sumIn('ISK')).toBe(4_200_000);
    expect(await sumIn('EUR')).toBe(420_000_000);
    expect(await sumIn('KWD')).toBe(4_200_000_000);
  });
});

describe('the published claims of today', () => {
  test('have words for every code, not reported ones too', async () => {
    const text = await file('F1-nfip-v2-lookalike.csv');
    const { claims, messages, notes } = readClaims(text, nfipColumns, someClaimsSurroundings(newYork));
    expect(messages).toEqual([]);
    expect(claims.map(({ damage }) => damage.cause)).toEqual([
      'Accumulation of rain or snowmelt',
      'Closed basin lake',
      'Expedited claim without inspection of the site',
      'Expedited claim, site inspected afterwards',
      'Expedited claim, adjusted remotely',
      'Not reported',
      'Earth movement, landslide, subsidence or sinkhole',
      'Accumulation of rain or snowmelt',
      'Accumulation of rain or snowmelt',
    ]);
    expect(claims[7]?.cover).toEqual({ insuredSum: 10_000_000, buildingDamage: null, contentsDamage: null });
    expect(claims[8]?.site).toMatchObject({ postalCode: '2138', position: null });
    expect(texts(notes)).toEqual([
      'Row 10, column “reportedZipCode”: “2138” is no ZIP code, and was kept; expected: five digits, also where the first is a 0.',
    ]);
    expect(
      Object.keys(nfipColumns.causes?.codes ?? {})
        .toSorted()
        .join(''),
    ).toBe('01234789ABCD');
  });

  test('with water below zero keep it, and are told', async () => {
    const [headings = '', first = ''] = (await file('F1-nfip-v2-lookalike.csv')).split('\n');
    const below = first.replace(/,3,(NA,NA,NA,"FL")/, ',-8,$1');
    const { claims, notes } = readClaims(`${headings}\n${below}`, nfipColumns, someClaimsSurroundings(newYork));
    expect(claims[0]?.damage.description).toContain('Water -8 inches deep.');
    expect(texts(notes)).toEqual([
      'Row 2, column “waterDepth”: “-8” is odd, and was kept; expected: a number from 0 on.',
    ]);
  });
});

describe('a bordereau', () => {
  const uk = { currency: 'GBP', timeZone: 'Europe/London' };
  const bordereau = async (more: Partial<ColumnMappingDraft>) =>
    read('F2-claims-bordereau.csv', { ...JSON.parse(await file('F2-mapping.json')), ...more }, uk);
  const written: Partial<ColumnMappingDraft> = {
    dateOrder: 'day-month-year',
    thousandsSign: ',',
    leaveOut: [{ column: 'Coverholder Name', is: 'total' }],
  };

  test('whose mapping says how it is written is read, its total left out, its second row told', async () => {
    const { claims, messages, notes, repeated, leftOut, rows } = await bordereau(written);
    expect({ messages, rows, repeated, leftOut }).toEqual({ messages: [], rows: 4, repeated: 1, leftOut: 1 });
    expect(claims).toMatchObject([
      {
        claimNumber: 'BX/26/00017',
        reportedAt: '2026-03-04T00:00:00.000Z',
        damage: { lossDate: '2026-02-28', cause: 'Escape of water, 2nd floor' },
        site: { street: '12 Mill Lane, Leeds LS1 0AA' },
        cover: { insuredSum: 1_200_000, buildingDamage: 1_665_050, contentsDamage: null },
      },
      {
        claimNumber: 'BX/26/00018',
        damage: { lossDate: '2026-03-10' },
        cover: { insuredSum: 0, buildingDamage: null },
      },
    ]);
    expect(texts(notes)).toEqual([
      [
        'Row 4, column “Reserve - Indemnity”: insured sum 2,000.00 not taken; expected: one row a claim: row 2 is taken, and says 12,000.00.',
        'And column “Total Incurred - Indemnity”: building damage 2,000.00 not taken; expected: one row a claim: row 2 is taken, and says 16,650.50.',
      ].join(' '),
      'Row 5, column “Coverholder Name”: “TOTAL”, so the row is left out.',
    ]);
  });

  test('has amounts below zero in brackets: kept and told', async () => {
    const mapping = JSON.parse(await file('F2-mapping.json'));
    const paid = { ...mapping.columns, buildingDamage: 'Paid this month - Indemnity' };
    const { claims, notes } = await bordereau({ ...written, columns: paid });
    expect(claims.map(({ cover }) => cover.buildingDamage)).toEqual([125_000, -32_000]);
    expect(texts(notes)[0]).toBe(
      'Row 3, column “Paid this month - Indemnity”: “(320.00)” is below zero, and was kept; expected: an amount from 0 on.',
    );
  });

  test('whose mapping does not say it is told what the mapping can say', async () => {
    const { claims, messages } = await bordereau({});
    expect(claims).toEqual([]);
    expect(messages.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    expect(messages[0]?.text).toContain(
      '“28/02/2026” is no date; expected: a date like 2026-03-01, or “dateOrder” in the mapping, which says the order.',
    );
    expect(messages[0]?.text).toContain('“12,000.00” is no such number');
    expect(messages[0]?.text).toContain('“decimalSign” and “thousandsSign” in the mapping');
  });
});
