import { isInForce, type PriceItem, type PriceList } from './price-list.ts';

/** A price and the list it is from. */
export interface FoundPrice {
  readonly list: PriceList;
  readonly item: PriceItem;
}

/**
 * What a code costs on a calendar day; null where no list in force has it. Of several lists the one that came into force
 * last says it: a newer list goes before an older one that nobody ended.
 */
export function priceOn(lists: readonly PriceList[], code: string, day: string): FoundPrice | null {
  const latestFirst = lists
    .filter((list) => isInForce(list, day))
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1));
  for (const list of latestFirst) {
    const item = list.items.find((each) => each.code === code);
    if (item) return { list, item };
  }
  return null;
}
