import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from '../../../../shared/domain/settlement/share-out.ts';

const amounts = fc.integer({ min: -100_000_000_000_000, max: 100_000_000_000_000 });
const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 40 });

test('the shares make up the whole, whatever the weights', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, by) => {
      expect(shareOut(amount, by).reduce((sum, share) => sum + share, 0)).toBe(amount);
    }),
  );
});

test('each share is what its weight says, to less than a unit, and of the sign of the whole', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, by) => {
      const whole = by.reduce((sum, weight) => sum + BigInt(weight), 0n);
      fc.pre(whole > 0n);
      for (const [index, share] of shareOut(amount, by).entries()) {
        const off = BigInt(share) * whole - BigInt(amount) * BigInt(by[index] ?? 0);
        expect(off < whole && -off < whole).toBe(true);
        expect(share === 0 || share > 0 === amount > 0).toBe(true);
      }
    }),
  );
});

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [2, [1, 1, 1], [1, 1, 0]],
  [10, [0, 5, 0], [0, 10, 0]],
  [7, [0, 0], [7, 0]],
  [0, [3, 4], [0, 0]],
])('%d by %j is %j', (amount, by, shares) => {
  expect(shareOut(amount, by)).toEqual(shares);
});
