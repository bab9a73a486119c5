import { describe, expect, test } from 'vitest';
import { mostPriceItems, type PriceItem, type PriceList } from '../../../../shared/domain/price-list/price-list.ts';
import { priceOn } from '../../../../shared/domain/price-list/price-on.ts';
import { searchItems } from '../../../../shared/domain/price-list/search-items.ts';

const anItem = (code: string, text: string, more: Partial<PriceItem> = {}): PriceItem => ({
  code,
  text,
  unit: 'm2',
  trade: 'Painting',
  unitPrice: 100,
  ...more,
});
const aList = (validFrom: string, validUntil: string | null, items: readonly PriceItem[]): PriceList => ({
  id: validFrom,
  mark: 1,
  name: 'Repairs',
  currency: 'EUR',
  count: items.length,
  validFrom,
  validUntil,
  items,
});

describe('what a code costs on a day', () => {
  const before = aList('2026-01-01', '2026-12-31', [anItem('1', 'A'), anItem('2', 'B')]);
  const after = aList('2026-12-01', null, [anItem('1', 'A', { unitPrice: 120 })]);

  test.each([
    ['2025-12-31', null],
    ['2026-01-01', 100],
    ['2026-11-30', 100],
    ['2026-12-01', 120],
    ['2026-12-31', 120],
    ['2027-06-01', 120],
  ])('on %s', (day, price) => {
    expect(priceOn([before, after], '1', day)?.item.unitPrice ?? null).toBe(price);
    expect(priceOn([after, before], '1', day)?.item.unitPrice ?? null).toBe(price);
  });

  test('a newer list that has not the code leaves it to the older one, as long as that is in force', () => {
    expect(priceOn([before, after], '2', '2026-12-31')?.list).toBe(before);
    expect(priceOn([before, after], '2', '2027-01-01')).toBeNull();
  });
});

describe('searching a list', () => {
  const items = [
    anItem('A100', 'Kuivaus, lattia'),
    anItem('100', 'Maalaus 2 kertaa', { trade: 'Målning' }),
    anItem('1001', 'Łódź panel (100 mm)'),
    anItem('7', '1/2" putki 100'),
  ];
  const codes = (typed: string) => searchItems({ items }, typed).map(({ code }) => code);

  test.each([
    ['', ['A100', '100', '1001', '7']],
    ['100', ['100', '1001', '7']],
    ['a1', ['A100']],
    ['latt kuiv', ['A100']],
    ['malning', ['100']],
    ['lodz', ['1001']],
    ['putki 1/2', ['7']],
    ['ivaus', []],
  ])('%j finds %j', (typed, found) => {
    expect(codes(typed)).toEqual(found);
  });

  test('reads twenty thousand items once, and then only its own folded texts', () => {
    let reads = 0;
    const many = Array.from({ length: mostPriceItems }, (_, index) => ({
      ...anItem(String(index), ''),
      get text() {
        reads += 1;
        return `Työ ${index} ikkuna`;
      },
    }));
    expect(searchItems({ items: many }, 'tyo ikkuna')).toHaveLength(mostPriceItems);
    expect(searchItems({ items: many }, '1999')[0]?.code).toBe('1999');
    expect(reads).toBe(mostPriceItems);
  });
});
