import { describe, expect, test } from 'vitest';
import { priceColumnsSchema } from '../../../portal/price-lists/price-columns.ts';
import { readPrices } from '../../../portal/price-lists/read-prices.ts';
import { mostPriceItems } from '../../../shared/domain/price-list/price-list.ts';

const around = { currency: 'EUR', timeZone: 'Europe/Helsinki', now: '2026-11-23T10:00:00.000Z' };
const columns = { code: 'Koodi', text: 'Selite', unit: 'Yks', trade: 'Ala', unitPrice: 'Hinta', hours: 'Tunnit' };
const mapping = priceColumnsSchema.parse({ decimalSign: ',', thousandsSign: ' ', columns });
const headings = 'Koodi;Selite;Yks;Ala;Hinta;Tunnit';
const read = (rows: readonly string[], more = {}, top = headings) =>
  readPrices([top, ...rows].join('\r\n'), { ...mapping, ...more }, around);
const faultsOf = (...rows: readonly string[]) => read(rows).messages.map(({ row, faults }) => [row, faults[0]?.wrong]);

describe('a price list’s file', () => {
  test('is read with decimal commas, groups and inch marks, exactly', () => {
    const { items, messages } = read([
      '100;1/2" lang;m;LVI;12,50;0,25',
      '"101";"3/4" kort;m;;1 234,5;',
      '0012E4;Ruuvi, 4 mm;kpl;;0,05;0,0125',
    ]);
    expect(messages).toEqual([]);
    expect(items).toEqual([
      { code: '100', text: '1/2" lang', unit: 'm', trade: 'LVI', unitPrice: 1250, hours: 2500 },
      { code: '"101"', text: '"3/4" kort', unit: 'm', trade: '', unitPrice: 123_450 },
      { code: '0012E4', text: 'Ruuvi, 4 mm', unit: 'kpl', trade: '', unitPrice: 5, hours: 125 },
    ]);
  });

  test.each([
    ['EUR', '1,005', '2 decimals at most, as EUR has'],
    ['EUR', '1,0500', 105],
    ['EUR', '4,35', 435],
    ['ISK', '1 250', 1250],
    ['ISK', '12,5', 'no decimals, as ISK has none'],
    ['KWD', '1,005', 1005],
  ])('in %s a price of %s is %s', (currency, price, expected) => {
    const { items, messages } = readPrices(`${headings}\n1;A;m;;${price};`, mapping, { ...around, currency });
    const [message] = messages;
    expect(message === undefined ? items[0]?.unitPrice : message.faults[0]?.expected).toBe(expected);
  });

  test.each([';', '\t', '|'])('its delimiter is found out by its headings, whatever the rows look like: %j', (sign) => {
    const { items } = readPrices(
      `${headings.replaceAll(';', sign)}\n${'1;A, B, C, D;m;;1,50;'.replaceAll(';', sign)}`,
      mapping,
      around,
    );
    expect(items).toMatchObject([{ text: 'A, B, C, D', unitPrice: 150 }]);
  });

  test('quotation marks around cells are taken for that only where the mapping says so', () => {
    const rows = ['1;"1/2"" pipe; long";m;;1,50;'];
    expect(read(rows).messages).toMatchObject([{ row: 2 }]);
    expect(read(rows, { quotes: 'around-cells' }).items).toMatchObject([{ text: '1/2" pipe; long' }]);
  });

  test('every row that is wrong is named, and nothing is taken', () => {
    const rows = [
      '1;A;m;;1,50;',
      '1;B;m;;1,50;',
      '2;;m;;x;',
      '3;C;m;;-1,00;',
      '4;D;m;;1,00;9999999',
      ';E;m;;1;',
      '5;F;m;;;',
    ];
    expect(read(rows).items).toEqual([]);
    expect(faultsOf(...rows)).toEqual([
      [3, '“1” stands in row 2 too'],
      [4, 'it is empty'],
      [5, '“-1,00” is no such number'],
      [6, '“9999999” is no such number'],
      [7, 'it is empty'],
      [8, 'it is empty'],
    ]);
    expect(read(rows).messages[1]?.faults).toHaveLength(2);
  });

  test('a file without items, of too many, or without a heading is refused as a whole', () => {
    expect(faultsOf()).toEqual([[1, 'it has no rows']]);
    const many = Array.from({ length: mostPriceItems + 1 }, (_, index) => `${index};A;m;;1;`);
    expect(faultsOf(...many)).toEqual([[1, `it has ${mostPriceItems + 1} rows`]]);
    expect(read(many.slice(1)).items).toHaveLength(mostPriceItems);
    expect(read(['1;A;m;;1'], {}, 'Koodi;Selite;Yks;Ala;Hinta').messages).toMatchObject([
      { row: 1, faults: [{ column: 'Tunnit' }] },
    ]);
  });
});
