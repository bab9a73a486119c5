import type { Transaction } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';

/** Reads everything as of one moment: REPEATABLE READ on PostgreSQL, a read transaction on SQLite. */
export function inSnapshot<Value>(store: Store, read: (db: Transaction<Tables>) => Promise<Value>): Promise<Value> {
  const transaction = store.reads.transaction().setAccessMode('read only');
  return (store.engine === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction).execute(read);
}
