import type { PriceListId } from '../ids.ts';
import type { Quantity } from '../work-plan/quantity.ts';

/** What is known of a price list without its items (domain.md §7). */
export interface PriceListHead {
  readonly id: PriceListId;
  /** Another one as soon as the items are others: with the id it names one text, so that they are fetched once. */
  readonly mark: number;
  readonly name: string;
  /** Calendar days of the portal, both in it. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** ISO 4217: unit prices are in its minor units. */
  readonly currency: string;
  /** How many items it has. */
  readonly count: number;
}

/** What a unit of some work costs. */
export interface PriceItem {
  /** Once in its list. */
  readonly code: string;
  readonly text: string;
  readonly unit: string;
  readonly trade: string;
  /** Minor units, from 0 on. */
  readonly unitPrice: number;
  /** Working time a unit, in ten-thousandths of an hour. */
  readonly hours?: Quantity;
}

/** A price list with its items, in the order of the file they came from. */
export interface PriceList extends PriceListHead {
  readonly items: readonly PriceItem[];
}

/** No list has more items. */
export const mostPriceItems = 20_000;

/** No unit costs more, in minor units. */
export const mostUnitPrice = 1_000_000_000;

/** True for a list that is in force on a calendar day. */
export function isInForce(
  { validFrom, validUntil }: Pick<PriceListHead, 'validFrom' | 'validUntil'>,
  day: string,
): boolean {
  return validFrom <= day && (validUntil === null || day <= validUntil);
}
