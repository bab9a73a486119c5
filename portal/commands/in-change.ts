import type { Transaction } from 'kysely';
import type { TiedTo } from '../../shared/domain/case/parts/ties.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { nudgesOf } from '../reads/nudges.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';
import { inTurn } from './portal-turn.ts';

/** One change of a portal: a transaction that holds the portal's next change number. */
export interface Change {
  readonly store: Store;
  readonly db: Transaction<Tables>;
  readonly portal: PortalId;
  readonly number: number;
  /** When the portal server received what causes it. */
  readonly at: Moment;
  readonly newId: () => string;
  readonly publicUrl: () => string;
  /** Notes whose view of the portal this changes, for the nudge after the commit. */
  readonly touch: (...whom: readonly (TiedTo | 'everybody')[]) => void;
}

/** What came of a change, and whether there is anything to keep: else it is rolled back and takes no number. */
export interface Ending<Value> {
  readonly keep: boolean;
  readonly value: Value;
}

/** There is no such portal. */
export class UnknownPortal extends Error {
  override readonly name = 'UnknownPortal';
}

/**
 * Runs work as one change. The first statement takes the number: a row lock on PostgreSQL; on SQLite the write lock is
 * held from the beginning. So numbers are committed in their order, and everything that the work reads is read after
 * every lower number has been committed (sync.md 8). Nothing may be read before it.
 */
export async function inChange<Value>(
  deps: ChangeDeps,
  portal: PortalId,
  work: (change: Change) => Promise<Value>,
): Promise<Value> {
  return inPossibleChange(deps, portal, async (change) => ({ keep: true, value: await work(change) }));
}

/** The same for work that may find out that there is nothing to change. */
export function inPossibleChange<Value>(
  deps: ChangeDeps,
  portal: PortalId,
  work: (change: Change) => Promise<Ending<Value>>,
): Promise<Value> {
  return inTurn(deps.store, portal, () => carryOutChange(deps, portal, work));
}

async function carryOutChange<Value>(
  deps: ChangeDeps,
  portal: PortalId,
  work: (change: Change) => Promise<Ending<Value>>,
): Promise<Value> {
  const touched = new Set<TiedTo | 'everybody'>();
  const transaction = await deps.store.db.startTransaction().execute();
  try {
    const number = await takeNumber(transaction, portal);
    const change: Change = {
      store: deps.store,
      db: transaction,
      portal,
      number,
      at: deps.now(),
      newId: deps.newId,
      publicUrl: deps.publicUrl,
      touch: (...whom) => whom.forEach((each) => touched.add(each)),
    };
    await transaction.insertInto('change_mark').values({ portal, number, mark: deps.mark(), at: change.at }).execute();
    const ending = await work(change);
    await (ending.keep ? transaction.commit() : transaction.rollback()).execute();
    if (ending.keep && touched.size > 0) nudgesOf(deps.store).nudge(portal, touched);
    return ending.value;
  } catch (cause) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await giveUp(transaction);
    throw cause;
  }
}

interface Controlled extends Transaction<Tables> {
  readonly rollback: () => { execute(): Promise<unknown> };
}

async function giveUp(transaction: Controlled): Promise<void> {
  try {
    await transaction.rollback().execute();
  } catch {
    // The connection is gone, and with it the transaction; the first fault is the one to tell.
  }
}

async function takeNumber(transaction: Transaction<Tables>, portal: PortalId): Promise<number> {
  const taken = await transaction
    .updateTable('portal_counter')
    .set((set) => ({ number: set('number', '+', 1) }))
    .where('portal', '=', portal)
    .returning('number')
    .executeTakeFirst();
  if (!taken) throw new UnknownPortal('There is no such portal.');
  return taken.number;
}
