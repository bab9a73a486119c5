import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { AccountDatabase, AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import { seal, unseal } from './sealed-secret.ts';

/**
 * Opens a person's journal after a new password (sync.md 4): random, made at the first sign-in, the same ever after.
 * One that the key does not open is made anew: nobody is kept from signing in by it.
 */
export async function recoverySecret(db: AccountDatabase, key: Uint8Array, person: PersonId): Promise<string> {
  const kept = await keptSecret(db, key, person);
  if (kept !== null) return kept;
  await keepSecret(db, key, person, randomBytes(32).toString('base64url'));
  // Of two that sign in at once, one has written it.
  const made = await keptSecret(db, key, person);
  if (made === null) throw new Error('A recovery secret does not open with the key it was just sealed with.');
  return made;
}

/** Seals what 0.1.0 kept in clear; answers how many people have a secret that only another key opens. */
export async function takeRecoveryKey(store: Store, key: Uint8Array): Promise<number> {
  // What is deleted would stay readable in SQLite's file.
  if (store.engine === 'sqlite') await sql`pragma secure_delete = on`.execute(store.db);
  await store.db.transaction().execute(async (transaction) => {
    const accounts = transaction.withTables<AccountTables>();
    for (const { person, secret } of await accounts.selectFrom('recovery').selectAll().execute()) {
      await keepSecret(accounts, key, person, secret);
      await accounts.deleteFrom('recovery').where('person', '=', person).execute();
    }
  });
  return countUnopened(store, key);
}

async function countUnopened(store: Store, key: Uint8Array): Promise<number> {
  const accounts = store.db.withTables<AccountTables>();
  const opened = accounts.selectFrom('sealed_recovery').select('person').where('key', '=', fingerprintOf(key));
  const { people } = await accounts
    .selectFrom('sealed_recovery')
    .select((of) => of.fn.count<number>('person').distinct().as('people'))
    .where('person', 'not in', opened)
    .executeTakeFirstOrThrow();
  return people;
}

async function keptSecret(db: AccountDatabase, key: Uint8Array, person: PersonId): Promise<string | null> {
  const row = await db
    .selectFrom('sealed_recovery')
    .select('sealed')
    .where('person', '=', person)
    .where('key', '=', fingerprintOf(key))
    .executeTakeFirst();
  if (!row) return null;
  const secret = unseal(key, person, row.sealed);
  // A row that its own key does not open is of no use to anybody.
  if (secret === null) await db.deleteFrom('sealed_recovery').where('sealed', '=', row.sealed).execute();
  return secret;
}

async function keepSecret(db: AccountDatabase, key: Uint8Array, person: PersonId, secret: string): Promise<void> {
  await db
    .insertInto('sealed_recovery')
    .values({ person, key: fingerprintOf(key), sealed: seal(key, person, secret) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Tells keys apart, and nothing about them. */
function fingerprintOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('which recovery key').digest('base64url').slice(0, 16);
}
