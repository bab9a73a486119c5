import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineAmount, sumOfLines } from '../../../../shared/domain/work-plan/line-amount.ts';
import { longestFormula, mostQuantity, readQuantity } from '../../../../shared/domain/work-plan/quantity.ts';

const locales = ['fi', 'sv', 'nb', 'da', 'de', 'et', 'en-GB', 'fr', 'de-CH', 'lv', 'pl', 'is'];

describe('a quantity typed as a formula', () => {
  test.each([
    ['4,2*2,6-1,6', 93_200],
    ['4.2*2.6-1.6', 93_200],
    ['2 500 * 3', 75_000_000],
    ['2\u202f500×3', 75_000_000],
    ['2\u00a0500 x 3', 75_000_000],
    ['2’500,5 - 0,5', 25_000_000],
    ['(4,2 + 3) * 2,6', 187_200],
    ['2*(3-(1-2))', 80_000],
    ['10-2-3', 50_000],
    ['12/4/3', 10_000],
    ['2+3*4', 140_000],
    ['7 ÷ 2', 35_000],
    ['-1,6+4', 24_000],
    ['5\u22122\u20131', 20_000],
    ['4*-1+5', 10_000],
    ['1/3', 3333],
    ['1/3*3', 10_000],
    ['2/3', 6667],
    ['0,00005', 1],
    ['0,00004999', 0],
    ['-1/-3', 3333],
    [',5', 5000],
    ['  3  ', 30_000],
    ['0', 0],
    ['1000000', mostQuantity],
    ['999999,99995', mostQuantity],
  ])('%s', (typed, quantity) => {
    expect(readQuantity(typed)).toBe(quantity);
  });

  test.each([
    ['1.234', 12_340],
    ['1,234', 12_340],
    ['1.234,5', 12_345_000],
    ['1,234.5', 12_345_000],
    ['1.234.567,5 - 1.234.000', 5_675_000],
    ['1 234', 12_340_000],
  ])('a lone point or comma is the decimal sign: %s', (typed, quantity) => {
    expect(readQuantity(typed)).toBe(quantity);
  });

  test.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['keittiö', 'not-a-number', 0],
    ['2*a', 'not-a-number', 2],
    ['4..2', 'not-a-number', 0],
    ['3*5,', 'not-a-number', 2],
    ['1.23.4', 'not-a-number', 0],
    ['1e5', 'not-a-number', 1],
    ['2^2', 'not-a-number', 1],
    ['2 50', 'sign-missing', 2],
    ['2500 300', 'sign-missing', 5],
    ['0 300', 'sign-missing', 2],
    ['4,2 2,6', 'sign-missing', 4],
    ['2(3)', 'sign-missing', 1],
    ['(2)3', 'sign-missing', 3],
    ['(2 (3))', 'sign-missing', 3],
    ['4*', 'number-missing', 2],
    ['*4', 'number-missing', 0],
    ['()', 'number-missing', 1],
    ['(2+3', 'parenthesis-missing', 0],
    ['2+3)', 'parenthesis-missing', 3],
    ['2/(1-1)', 'division-by-zero', 1],
    ['2-3', 'negative', 0],
    ['1 000 001', 'too-large', 0],
    ['1'.repeat(longestFormula + 1), 'too-long', longestFormula],
  ])('%j is none: %s at %i', (typed, fault, at) => {
    expect(readQuantity(typed)).toEqual({ fault, at });
  });

  test('reads again what Intl prints of it, in every locale', () => {
    const quantities = fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: mostQuantity }));
    fc.assert(
      fc.property(fc.constantFrom(...locales), quantities, (locale, quantity) => {
        // Four decimals always: a lone point before three digits would be a decimal sign where this place groups with it.
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
        expect(readQuantity(format.format(quantity / 10_000))).toBe(quantity);
        expect(readQuantity(`${format.format(-quantity / 10_000)} + ${format.format(quantity / 5000)}`)).toBe(quantity);
      }),
      { examples: locales.map((locale) => [locale, 9_999_999_999]) },
    );
  });

  test('is exact where floating point is not', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 1, maxLength: 12 });
    const printed = (part: number) => `${Math.trunc(part / 10_000)},${String(part % 10_000).padStart(4, '0')}`;
    fc.assert(
      fc.property(parts, (each) => {
        expect(readQuantity(each.map(printed).join('+'))).toBe(each.reduce((sum, part) => sum + part, 0));
      }),
    );
    expect(readQuantity('0,1+0,2-0,3')).toBe(0);
  });
});

describe('what a line costs', () => {
  test.each([
    [42_000, 1050, 4410],
    [5000, 1, 1],
    [-5000, 1, -1],
    [4999, 1, 0],
    [15_000, 1, 2],
    [-15_000, 1, -2],
    [3333, 1000, 333],
    // 1.005 × 1.00: floating point makes 1.00 of it.
    [10_050, 100, 101],
  ])('%i ten-thousandths at %i', (quantity, unitPrice, amount) => {
    expect(lineAmount(quantity, unitPrice)).toBe(amount);
  });

  const quantity = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  const unitPrice = fc.integer({ min: 0, max: 10_000_000 });

  test('is within half a minor unit of the true amount, and what is taken back mirrors what was given', () => {
    fc.assert(
      fc.property(quantity, unitPrice, (each, price) => {
        const apart = BigInt(lineAmount(each, price)) * 10_000n - BigInt(each) * BigInt(price);
        expect(apart >= -5000n && apart <= 5000n).toBe(true);
        expect(lineAmount(-each, price) + lineAmount(each, price)).toBe(0);
      }),
    );
  });

  test('the sums of parts equal the whole, however the lines are split', () => {
    const lines = fc.array(fc.record({ quantity, unitPrice, part: fc.nat(3) }), { maxLength: 60 });
    fc.assert(
      fc.property(lines, (all) => {
        const parts = [0, 1, 2, 3].map((part) => sumOfLines(all.filter((line) => line.part === part)));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(sumOfLines(all));
        expect(sumOfLines(all.toReversed())).toBe(sumOfLines(all));
      }),
    );
  });
});
