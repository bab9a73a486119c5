import type { CategoriesChange } from '../../shared/domain/category/fold-categories.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { DirectoryChange } from '../../shared/domain/office/fold-directory.ts';
import type { PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import type { Contained, Cursor, Notice, PlacedRow, ResetReason, Withdrawal } from '../../shared/contract/sync.ts';

/** One whole answer about a portal, pages or delta: small lines parsed, rows also and pieces only as received. */
export interface SyncAnswer {
  readonly serverTime: string;
  readonly reset: ResetReason | null;
  readonly standing: Standing | null;
  readonly directory: DirectoryChange | null;
  readonly categories: CategoriesChange | null;
  readonly priceLists: { readonly lists: readonly PriceListHead[] | null } | null;
  readonly reading: Readonly<Record<string, number>> | null;
  readonly notices: readonly Notice[];
  readonly withdrawn: readonly Withdrawal[];
  readonly rows: readonly PlacedRow[];
  /** The rows line as received: the cache cuts it into parts by text. */
  readonly rowsLine: Uint8Array | null;
  /** The lines of pieces as received, in the order that rows refer to. */
  readonly pieces: readonly Uint8Array[];
  /** The reader's own commands whose effect the pieces hold. */
  readonly own: readonly string[];
  readonly contained: readonly Contained[];
  readonly cursor: Cursor;
  /** Pages: the key to go on from, null at the end. */
  readonly next: string | null;
  readonly more: boolean;
}
