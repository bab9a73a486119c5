import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { writeAll } from './cache-database.ts';
import { openRecord, sealRecord, viewRecord, type CacheTools } from './cache-records.ts';
import type { LastView, PortalState, ViewToKeep } from './offline-desk.ts';
import type { PortalCache } from './plan-answer.ts';
import { portalState } from './portal-state.ts';
import { fromJsonBytes, jsonBytes } from './record-lines.ts';
import { rowFacts } from './row-facts.ts';

/** As it lies on the disk: confirmed rows with their unread messages, and what their facts are worked out with. */
interface KeptView extends Omit<LastView, 'rows'> {
  readonly rows: readonly (readonly [row: CaseRow, unread: number])[];
}

/**
 * Writes what a list showed, as the cache holds it now: a case that left meanwhile is not written. Whatever changes a row
 * takes the record away in its own transaction (`forgetView`), so that a withdrawal reaches it too (sync.md 29).
 */
export async function writeView(
  tools: CacheTools,
  caches: ReadonlyMap<PortalId, PortalCache>,
  { cases, ...view }: ViewToKeep,
): Promise<void> {
  const rows = cases.flatMap(({ portal, case: id }): KeptView['rows'] => {
    const current = caches.get(portal)?.current;
    const held = current?.cases.get(id);
    return held ? [[held.row, Math.max(0, held.row.messages - (current?.base.reading[id] ?? 0))]] : [];
  });
  // Categories and price lists may have to leave without a row being another one.
  const portals = [...caches]
    .flatMap(([portal, each]) => portalState(portal, each))
    .map((each) => ({ ...each, categories: null, prices: null }));
  const kept: KeptView = { ...view, portals, rows };
  await writeAll(tools.database, [await sealRecord(tools, viewRecord, jsonBytes(kept))]);
}

/** What a list showed when it was last kept; null where nothing was, or where it has changed since. */
export async function readView(tools: CacheTools, now: Moment): Promise<LastView | null> {
  try {
    const kept = fromJsonBytes(await openRecord(tools, viewRecord)) as KeptView; // this app wrote it
    const standings = new Map(
      kept.portals.map(({ portal, standing }): [PortalId, PortalState['standing']] => [portal, standing]),
    );
    const rows = kept.rows.flatMap(([row, unread]) => {
      const standing = standings.get(row.portal);
      return standing ? [rowFacts(row, standing, unread, now).facts] : [];
    });
    return { ...kept, rows };
  } catch {
    // Without it the list waits for the index, as at the first start.
    return null;
  }
}
