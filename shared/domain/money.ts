/** An amount in minor units (cents) of one currency, excluding VAT where it is a budget (domain.md §6.1). */
export interface Money {
  /** Whole minor units; never a fraction. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}
