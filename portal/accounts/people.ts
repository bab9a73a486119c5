import type { Transaction } from 'kysely';
import type { Moment } from '../../shared/domain/moment.ts';
import type { AccountDatabase, AccountTables } from '../store/account-tables.ts';
import type { Tables } from '../store/tables.ts';

/** Somebody to be known from now on; without a hash the password is chosen by a mailed link first. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
}

/** So many rows a statement, far below what either engine takes. */
const slice = 500;

/** Writes people with their accounts, in the caller's transaction. */
export async function addPeople(
  transaction: Transaction<Tables>,
  people: readonly NewPerson[],
  at: Moment,
): Promise<void> {
  const accounts = transaction.withTables<AccountTables>();
  for (let from = 0; from < people.length; from += slice) {
    const some = people.slice(from, from + slice).map((each) => ({ ...each, email: each.email.toLowerCase() }));
    await transaction
      .insertInto('person')
      .values(some.map(({ id, name, email }) => ({ id, name, email })))
      .execute();
    await accounts
      .insertInto('auth_user')
      .values(some.map(({ id, name, email }) => userRow(id, name, email, at)))
      .execute();
    const signingIn = some.flatMap((each) => (each.passwordHash === null ? [] : [accountRow(each, at)]));
    if (signingIn.length > 0) await accounts.insertInto('auth_account').values(signingIn).execute();
  }
}

function userRow(id: string, name: string, email: string, at: Moment): AccountTables['auth_user'] {
  return { id, name, email, email_verified: 1, image: null, created_at: at, updated_at: at };
}

/** Gives somebody a new password, or the first one. */
export async function setPassword(
  transaction: Transaction<Tables>,
  person: { readonly id: string; readonly passwordHash: string },
  at: Moment,
): Promise<void> {
  await transaction
    .withTables<AccountTables>()
    .insertInto('auth_account')
    .values(accountRow(person, at))
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ password: person.passwordHash, updated_at: at }))
    .execute();
}

/** True for somebody who has a password: the others have never signed in. */
export async function hasAnyPassword(db: AccountDatabase, person: string): Promise<boolean> {
  const account = await db
    .selectFrom('auth_account')
    .select('id')
    .where('user_id', '=', person)
    .where('password', 'is not', null)
    .executeTakeFirst();
  return account !== undefined;
}

/** The hash of somebody's password; null where the address is unknown or has none. */
export async function passwordHashOf(db: AccountDatabase, email: string): Promise<string | null> {
  const account = await db
    .selectFrom('auth_user')
    .innerJoin('auth_account', 'auth_account.user_id', 'auth_user.id')
    .select('auth_account.password')
    .where('auth_user.email', '=', email.toLowerCase())
    .executeTakeFirst();
  return account?.password ?? null;
}

/** True while somebody's password is the one of the hash. Written, not read: it waits for one that is being changed. */
export async function hasPassword(db: AccountDatabase, person: string, hash: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('auth_account')
    .set({ password: hash })
    .where('user_id', '=', person)
    .where('password', '=', hash)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function accountRow(
  { id, passwordHash }: Pick<NewPerson, 'id' | 'passwordHash'>,
  at: Moment,
): AccountTables['auth_account'] {
  return {
    id: `${id}-password`,
    account_id: id,
    provider_id: 'credential',
    user_id: id,
    access_token: null,
    refresh_token: null,
    id_token: null,
    access_token_expires_at: null,
    refresh_token_expires_at: null,
    scope: null,
    password: passwordHash,
    created_at: at,
    updated_at: at,
  };
}
