import { sql } from 'kysely';
import type { PersonId, PortalId, PriceListId } from '../../shared/domain/ids.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { inPossibleChange, type Change } from '../commands/in-change.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { priceListHeads } from '../reads/price-lists.ts';
import { findKeeper } from './find-keeper.ts';
import { logPriceList } from './log-price-list.ts';

/** Which list, and who takes it away. */
export interface PriceListToRemove {
  readonly portal: PortalId;
  readonly person: PersonId;
  readonly list: PriceListId;
}

/** What came of it; null where there is no such list for this person. */
export type RemovedAnswer =
  | { readonly kind: 'removed' }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | null;

/** Removes a price list that no work item has its price from. */
export function removePriceList(deps: ChangeDeps, asked: PriceListToRemove): Promise<RemovedAnswer> {
  return inPossibleChange<RemovedAnswer>(deps, asked.portal, async (change) => {
    const keeper = await findKeeper({ store: deps.store, db: change.db, during: change.number }, asked);
    if (keeper === null || 'refusal' in keeper)
      return { keep: false, value: keeper && { kind: 'refused', refusal: keeper.refusal } };
    const list = (await priceListHeads(change.db, change.portal)).find(({ id }) => id === asked.list);
    if (!list) return { keep: false, value: null };
    if (await isUsed(change, list.id)) return { keep: false, value: { kind: 'in-use' } };
    await deleteList(change, list.id);
    const { name, validFrom, validUntil, count } = list;
    const before = { name, validFrom, validUntil, items: count };
    await logPriceList({ change, standing: keeper.standing }, 'remove-price-list', { before });
    return { keep: true, value: { kind: 'removed' } };
  });
}

/** Removing is rare: the values of all work items are looked through, and nothing has to keep count of them. */
async function isUsed({ db, portal }: Change, list: PriceListId): Promise<boolean> {
  const named = `%"priceList":${JSON.stringify(list)}%`;
  const found = await db
    .selectFrom('case_part')
    .select('key')
    .where('portal', '=', portal)
    .where(sql<boolean>`part = 'work-values'`)
    .where('text', 'like', named)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function deleteList({ db, portal, number }: Change, list: PriceListId): Promise<void> {
  await db.deleteFrom('price_list_items').where('portal', '=', portal).where('list', '=', list).execute();
  await db.deleteFrom('price_list').where('portal', '=', portal).where('id', '=', list).execute();
  await db.updateTable('portal').set({ price_lists_changed: number }).where('id', '=', portal).execute();
}
