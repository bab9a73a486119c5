/** An amount in minor units (cents) of one currency, excluding VAT where it is a budget (domain.md §6.1). */
export interface Money {
  /** Whole minor units; never a fraction. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** No amount is larger, in minor units. */
export const largestAmount = 1_000_000_000_00;

/*
 * ISO 4217, all that have other than two. Not `Intl`: it goes by what people write in shops (0 for RSD, IQD, HUF in some
 * versions), differs between Node and Chromium, and so an amount would change its size on the way.
 */
const digits: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((each) => [each, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((each) => [each, 3] as const),
  ...'CLF UYW'.split(' ').map((each) => [each, 4] as const),
]);

/** How many digits of an amount in minor units lie behind the decimal sign: 2 for EUR, 0 for ISK, 3 for KWD. */
export function minorUnitDigits(currency: string): number {
  return digits.get(currency) ?? 2;
}
