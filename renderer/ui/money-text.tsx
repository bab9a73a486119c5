import { useFormatLocale } from './format-locale.ts';

/** An amount in minor units, in the currency of its portal, as the locale writes it. */
export function MoneyText({ amount, currency }: { amount: number; currency: string }) {
  const format = new Intl.NumberFormat(useFormatLocale(), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return <span className="figures">{format.format(amount / 10 ** digits)}</span>;
}
