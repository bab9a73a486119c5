/** A price list of a portal; its name and its first day name it once. */
export interface PriceListTable {
  readonly portal: string;
  readonly id: string;
  /** The change that brought its items. */
  readonly mark: number;
  readonly name: string;
  /** Calendar days, both in it; null where no end is set. */
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly currency: string;
  /** How many items it has. */
  readonly items: number;
}

/** The items of a price list. */
export interface PriceListItemsTable {
  readonly portal: string;
  readonly list: string;
  /** JSON array of PriceItem. */
  readonly items: string;
}
