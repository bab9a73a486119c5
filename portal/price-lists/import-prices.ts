import type { z } from 'zod';
import type { importedListSchema, ImportedPrices } from '../../shared/contract/price-lists.ts';
import type { PersonId, PortalId } from '../../shared/domain/ids.ts';
import { dayBefore } from '../../shared/domain/portal/portal-day.ts';
import type { PriceItem, PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { fileFault } from '../claims-import/row-message.ts';
import { inPossibleChange, type Change } from '../commands/in-change.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { priceListHeads } from '../reads/price-lists.ts';
import { findKeeper } from './find-keeper.ts';
import { logPriceList } from './log-price-list.ts';
import type { PriceColumns } from './price-columns.ts';
import { readPrices, type ReadPrices } from './read-prices.ts';

/** A price list's file and what to do with it. */
export interface PriceFile {
  readonly portal: PortalId;
  readonly person: PersonId;
  readonly text: string;
  readonly mapping: PriceColumns;
  readonly list: z.infer<typeof importedListSchema>;
  /** Says what would come of it, and writes nothing. */
  readonly dryRun: boolean;
}

/** The answer: what came of it, a refusal, or null where there is no such portal for this person. */
export type PriceFileAnswer =
  | { readonly kind: 'read'; readonly imported: ImportedPrices }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | null;

/** A file in which nearly everything is wrong is told by its first rows. */
const mostMessages = 5000;

/** How many items a preview shows. */
const shownFirst = 20;

/** Imports a price list: all of it, or nothing where a single row is wrong. Rights are asked again under the portal's lock. */
export async function importPrices(deps: ChangeDeps, file: PriceFile): Promise<PriceFileAnswer> {
  const { store } = deps;
  const keeper = await findKeeper({ store, db: store.db }, file);
  if (keeper === null || 'refusal' in keeper) return keeper && { kind: 'refused', refusal: keeper.refusal };
  const { currency, timeZone } = keeper.standing.settings;
  const read = readPrices(file.text, file.mapping, { currency, timeZone, now: deps.now() });
  if (read.messages.length > 0) return { kind: 'read', imported: notTaken(file, read) };
  return inPossibleChange<PriceFileAnswer>(deps, file.portal, async (change) => {
    const now = await findKeeper({ store, db: change.db, during: change.number }, file);
    if (now === null || 'refusal' in now)
      return { keep: false, value: now && { kind: 'refused', refusal: now.refusal } };
    const plan = planImport(await priceListHeads(change.db, change.portal), file, {
      id: change.newId(),
      mark: change.number,
      currency,
      count: read.items.length,
    });
    if (plan === null) return { keep: false, value: { kind: 'read', imported: alreadyThere(file, read) } };
    if (!file.dryRun) {
      await savePrices(change, plan, read.items);
      await logPriceList({ change, standing: now.standing }, 'import-price-list', {
        after: loggedOf(plan, file.list.fileName),
      });
    }
    const { messages, rows, items } = read;
    const imported = { dryRun: file.dryRun, rows, messages: [...messages], first: items.slice(0, shownFirst) };
    return { keep: !file.dryRun, value: { kind: 'read', imported: { ...imported, ...told(plan) } } };
  });
}

function notTaken({ dryRun }: PriceFile, { rows, messages }: Pick<ReadPrices, 'rows' | 'messages'>): ImportedPrices {
  const nothing = { list: null, replaced: false, ended: [], overlapping: [], first: [] };
  return { dryRun, rows, messages: messages.slice(0, mostMessages), ...nothing };
}

function alreadyThere(file: PriceFile, { rows }: ReadPrices): ImportedPrices {
  const { name, validFrom } = file.list;
  const wrong = `there is a list “${name}” from ${validFrom} on already`;
  return notTaken(file, { rows, messages: [fileFault('', wrong, 'another name or day, or that it is replaced')] });
}

interface ImportPlan {
  readonly list: PriceListHead;
  readonly replaced: boolean;
  readonly ended: readonly PriceListHead[];
  readonly overlapping: readonly PriceListHead[];
}

/** What becomes of the lists that are there; null where one has this name and first day and is not to be replaced. */
function planImport(
  there: readonly PriceListHead[],
  { list: { name, validFrom, validUntil, replaces, endsEarlier } }: PriceFile,
  made: Pick<PriceListHead, 'id' | 'mark' | 'currency' | 'count'>,
): ImportPlan | null {
  const named = there.filter((each) => each.name === name);
  const same = named.find((each) => each.validFrom === validFrom);
  if (same && !replaces) return null;
  const beside = named.filter(
    (each) =>
      each !== same &&
      (each.validUntil === null || each.validUntil >= validFrom) &&
      (validUntil === null || each.validFrom <= validUntil),
  );
  const ended = endsEarlier ? beside.filter((each) => each.validFrom < validFrom) : [];
  return {
    list: { ...made, id: same?.id ?? made.id, name, validFrom, validUntil },
    replaced: same !== undefined,
    ended: ended.map((each) => ({ ...each, validUntil: dayBefore(validFrom) })),
    overlapping: beside.filter((each) => !ended.includes(each)),
  };
}

function told({ list, replaced, ended, overlapping }: ImportPlan) {
  return { list, replaced, ended: [...ended], overlapping: [...overlapping] };
}

function loggedOf({ list, replaced, ended }: ImportPlan, fileName: string) {
  const { name, validFrom, validUntil, count } = list;
  const days = ended.map((each) => ({ validFrom: each.validFrom, validUntil: each.validUntil }));
  return { name, validFrom, validUntil, items: count, fileName, replaced, ended: days };
}

async function savePrices(
  { db, portal, number }: Change,
  { list, ended }: ImportPlan,
  items: readonly PriceItem[],
): Promise<void> {
  const { id, mark, name, validFrom, validUntil, currency, count } = list;
  await db.deleteFrom('price_list_items').where('portal', '=', portal).where('list', '=', id).execute();
  await db.deleteFrom('price_list').where('portal', '=', portal).where('id', '=', id).execute();
  const days = { valid_from: validFrom, valid_until: validUntil };
  await db
    .insertInto('price_list')
    .values({ portal, id, mark, name, ...days, currency, items: count })
    .execute();
  const lines = items.map((item) => JSON.stringify(item)).join('\n');
  await db.insertInto('price_list_items').values({ portal, list: id, items: lines }).execute();
  for (const each of ended)
    await db
      .updateTable('price_list')
      .set({ valid_until: each.validUntil })
      .where('portal', '=', portal)
      .where('id', '=', each.id)
      .execute();
  await db.updateTable('portal').set({ price_lists_changed: number }).where('id', '=', portal).execute();
}
