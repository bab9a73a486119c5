import { expect, test } from 'vitest';
import { MoneyText } from '../../../renderer/ui/money-text.tsx';
import { showPart } from '../../support/renderer/show-part.tsx';

test.each([
  ['de', 'EUR', '4.200,00 €'],
  ['en-GB', 'EUR', '€4,200.00'],
  ['sv', 'SEK', '4 200,00 kr'],
  ['ja', 'JPY', '￥420,000'],
])('in %s an amount of %s is written %s', (formats, currency, written) => {
  showPart(<MoneyText amount={420_000} currency={currency} />, formats);
  // Intl separates with spaces that do not break.
  expect(document.querySelector('.figures')?.textContent?.replaceAll(/\s/g, ' ')).toBe(written);
});
