import { expect, test } from 'vitest';
import { minorUnitDigits } from '../../../shared/domain/money.ts';

test.each([
  ['EUR', 2],
  ['ISK', 0],
  ['JPY', 0],
  ['KWD', 3],
  ['CLF', 4],
  // What shops leave away is there all the same.
  ['HUF', 2],
  ['RSD', 2],
  ['IQD', 3],
])('an amount in %s has %i digits behind the sign', (currency, digits) => {
  expect(minorUnitDigits(currency)).toBe(digits);
});
