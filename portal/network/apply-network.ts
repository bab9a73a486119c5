import type { Transaction } from 'kysely';
import { inChange, type Change } from '../commands/in-change.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import type { Tables } from '../store/tables.ts';
import { addCategories } from './add-categories.ts';
import { addDirectory, addPortal, addTerms, type NetworkInput } from './add-network.ts';
import { findFaults } from './find-faults.ts';
import type { Network, NetworkFault, NetworkPortal } from './network-document.ts';

/** What came of it: what was not there before. */
export type NetworkAnswer =
  | { readonly ok: true; readonly added: NetworkCounts }
  | { readonly ok: false; readonly faults: readonly NetworkFault[] };

/** How many of each were added. */
export interface NetworkCounts {
  readonly companies: number;
  readonly offices: number;
  readonly people: number;
  readonly members: number;
  readonly portals: number;
  readonly memberships: number;
}

/**
 * Adds what a document names and is not there yet. What is there stays as it is: it is changed by commands, which ask
 * who may. Applying the same document again adds nothing; after a crash in between it adds the rest.
 */
export async function applyNetwork(deps: ChangeDeps, input: NetworkInput): Promise<NetworkAnswer> {
  const { db } = deps.store;
  const global = await db.transaction().execute((transaction) => addChecked(deps, transaction, input));
  if ('faults' in global) return { ok: false, faults: global.faults };
  let memberships = 0;
  let portals = 0;
  for (const portal of input.network.portals) {
    if (await db.transaction().execute((transaction) => addPortal(transaction, portal))) portals += 1;
    memberships += await inChange(deps, portal.id, (change) => bringTerms(change, portal));
  }
  return { ok: true, added: { ...global, portals, memberships } };
}

/**
 * What `applyNetwork` would answer: the same statements, taken back at the end. Counting beforehand would be a second
 * opinion on what is there already.
 */
export async function tryNetwork(deps: ChangeDeps, network: Network): Promise<NetworkAnswer> {
  const transaction = await deps.store.db.startTransaction().execute();
  try {
    const global = await addChecked(deps, transaction, { network });
    if ('faults' in global) return { ok: false, faults: global.faults };
    let memberships = 0;
    let portals = 0;
    for (const portal of network.portals) {
      if (await addPortal(transaction, portal)) portals += 1;
      memberships += await addTerms(transaction, portal, 0);
    }
    return { ok: true, added: { ...global, portals, memberships } };
  } finally {
    await transaction.rollback().execute();
  }
}

async function addChecked(deps: ChangeDeps, db: Transaction<Tables>, input: NetworkInput) {
  // The row is the lock: of two documents that bring the same people at once, the second finds them there.
  await db.updateTable('store').set({ only: 1 }).execute();
  const faults = await findFaults(db, input.network);
  return faults.length > 0 ? { faults } : addDirectory(deps, db, input);
}

async function bringTerms(change: Change, portal: NetworkPortal): Promise<number> {
  const { db, number, touch } = change;
  const added = await addTerms(db, portal, number);
  await addCategories(change, portal);
  await noteMarkedUsers(db, portal.id, number);
  const first = { directory_changed: number, settings_changed: number };
  await db.updateTable('portal').set(first).where('id', '=', portal.id).execute();
  touch('everybody');
  return added;
}

/** Offices that were there before and have more marked users by those who have just come in. */
async function noteMarkedUsers(db: Transaction<Tables>, portal: string, number: number): Promise<void> {
  await db
    .updateTable('office_terms')
    .set({ directory_changed: number })
    .where('portal', '=', portal)
    .where('office', 'in', (from) =>
      from
        .selectFrom('membership')
        .innerJoin('member', 'member.id', 'membership.member')
        .select('member.office')
        .where('membership.portal', '=', portal)
        .where('membership.directory_changed', '=', number)
        .where('marked', '=', 1)
        .where('office', 'is not', null)
        .$castTo<{ office: string }>(),
    )
    .execute();
}
