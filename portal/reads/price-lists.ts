import type { Kysely } from 'kysely';
import type { PortalId, PriceListId } from '../../shared/domain/ids.ts';
import { portalDay } from '../../shared/domain/portal/portal-day.ts';
import type { PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import { priceListsSight } from '../../shared/domain/price-list/price-lists-sight.ts';
import { maySteer } from '../../shared/domain/rights/may.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Caller } from '../portal-deps.ts';
import type { Tables } from '../store/tables.ts';
import { readerOf, type ReadDeps, type Reader } from './reader.ts';
import { seesBy } from './role-sight.ts';
import { inSnapshot } from './snapshot.ts';

/** All price lists of a portal, the latest first. */
export async function priceListHeads(db: Kysely<Tables>, portal: PortalId): Promise<readonly PriceListHead[]> {
  const rows = await db
    .selectFrom('price_list')
    .selectAll()
    .where('portal', '=', portal)
    .orderBy('valid_from', 'desc')
    .orderBy('name')
    .execute();
  return rows.map(({ id, mark, name, valid_from, valid_until, currency, items }) => ({
    id,
    mark,
    name,
    currency,
    count: items,
    validFrom: valid_from,
    validUntil: valid_until,
  }));
}

/** What a reader says of price lists: whether some are held; undefined of an app that does not know of them. */
export interface PriceListsHeld {
  readonly held: boolean | undefined;
  /** The reader's cursor, and when the portal's price lists were changed last. */
  readonly after: number;
  readonly changed: number;
}

/** What a reader is told of price lists: those in force and to come, or null for that they are gone. */
export interface PriceListsTold {
  readonly lists: readonly PriceListHead[] | null;
}

/**
 * What a reader is told; null where that is nothing. As with categories it is worked out from what the reader holds and
 * may see now: who never had them is not even told that they are gone (docs/decisions/0045, 0052).
 */
export async function priceListsSince(
  { db, portal, standing }: Reader,
  now: Moment,
  { held, after, changed }: PriceListsHeld,
): Promise<PriceListsTold | null> {
  if (held === undefined) return null;
  if (!(await seesPriceLists({ db, portal, standing }))) return held ? { lists: null } : null;
  if (held && changed <= after) return null;
  const today = portalDay(now, standing.settings);
  const lists = await priceListHeads(db, portal);
  return { lists: lists.filter(({ validUntil }) => validUntil === null || today <= validUntil) };
}

function seesPriceLists({ db, portal, standing }: Pick<Reader, 'db' | 'portal' | 'standing'>): Promise<boolean> {
  return seesBy(db, portal, standing, priceListsSight(standing));
}

/** All price lists, also those that have ended, for who keeps or is given them; null for everybody else. */
export function readPriceLists(
  deps: ReadDeps,
  caller: Caller,
  portal: PortalId,
): Promise<readonly PriceListHead[] | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal, caller });
    return reader && (await readsPriceLists(reader)) ? priceListHeads(db, portal) : null;
  });
}

/** The items of a list as lines of JSON; null where there is no such list, with this mark, for this person. */
export function readPriceItems(
  deps: ReadDeps,
  caller: Caller,
  { portal, list, mark }: { readonly portal: PortalId; readonly list: PriceListId; readonly mark: number },
): Promise<string | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal, caller });
    if (!reader || !(await readsPriceLists(reader))) return null;
    const found = await db
      .selectFrom('price_list')
      .innerJoin('price_list_items', (join) =>
        join
          .onRef('price_list_items.portal', '=', 'price_list.portal')
          .onRef('price_list_items.list', '=', 'price_list.id'),
      )
      .select('price_list_items.items')
      .where('price_list.portal', '=', portal)
      .where('price_list.id', '=', list)
      .where('price_list.mark', '=', mark)
      .executeTakeFirst();
    return found?.items ?? null;
  });
}

async function readsPriceLists(reader: Reader): Promise<boolean> {
  return maySteer(reader.standing, 'portal.changePriceLists').allowed || (await seesPriceLists(reader));
}
