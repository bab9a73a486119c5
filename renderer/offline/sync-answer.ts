import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { Contained, Cursor, Notice, PlacedRow, ResetReason, Withdrawal } from '../../shared/contract/sync.ts';

/** One whole answer about a portal, pages or delta: small lines parsed, rows and chunks also as received. */
export interface SyncAnswer {
  readonly serverTime: string;
  readonly reset: ResetReason | null;
  readonly standing: Standing | null;
  readonly directory: Directory | null;
  readonly reading: Readonly<Record<string, number>> | null;
  readonly notices: readonly Notice[];
  readonly withdrawn: readonly Withdrawal[];
  readonly rows: readonly PlacedRow[];
  /** The rows line as received; the cache stores it so. */
  readonly rowsLine: Uint8Array | null;
  /** The chunk lines as received, in the order that rows refer to. */
  readonly chunks: readonly Uint8Array[];
  readonly contained: readonly Contained[];
  readonly cursor: Cursor;
  /** Pages: the key to go on from, null at the end. */
  readonly next: string | null;
  readonly more: boolean;
}
