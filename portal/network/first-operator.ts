import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { hashPassword } from '../accounts/password-hash.ts';
import { addPeople } from '../accounts/people.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';

/** Who sets up an empty portal server. */
export interface FirstOperator {
  readonly company: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

type Needs = Pick<PortalDeps, 'store' | 'now' | 'newId'>;

const holdsFor = 24 * 3_600_000;
const purpose = 'set-up';

/** A one-time token for an empty portal server's first operator; null where somebody is known already. */
export async function makeSetUpToken({ store, newId }: Pick<Needs, 'store' | 'newId'>): Promise<string | null> {
  if (!(await isEmpty(store))) return null;
  const token = randomBytes(24).toString('base64url');
  const [at, until] = [Date.now(), Date.now() + holdsFor].map((moment) => new Date(moment).toISOString());
  await store.db
    .withTables<AccountTables>()
    .insertInto('auth_verification')
    .values({
      id: newId(),
      identifier: identifierOf(token),
      value: purpose,
      expires_at: until ?? '',
      created_at: at ?? '',
      updated_at: at ?? '',
    })
    .execute();
  return token;
}

/** True while a link holds; looking at it does not use it up (sync.md 36). */
export async function holdsSetUpToken(store: Store, token: string): Promise<boolean> {
  const link = await store.db
    .withTables<AccountTables>()
    .selectFrom('auth_verification')
    .select('id')
    .where('identifier', '=', identifierOf(token))
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
  return link !== undefined && (await isEmpty(store));
}

/** Uses the link up and makes the operator; false where the link was used or somebody else was quicker. */
export async function makeFirstOperator(needs: Needs, token: string, operator: FirstOperator): Promise<boolean> {
  // Asked first, so that nobody makes the server hash by guessing at links.
  if (!(await holdsSetUpToken(needs.store, token))) return false;
  const passwordHash = await hashPassword(operator.password);
  return needs.store.db.transaction().execute(async (db) => {
    // The deleted row is the lock: of two who press the button at once, one finds it gone.
    const used = await db
      .withTables<AccountTables>()
      .deleteFrom('auth_verification')
      .where('identifier', '=', identifierOf(token))
      .where('expires_at', '>', new Date().toISOString())
      .executeTakeFirst();
    if (used.numDeletedRows !== 1n) return false;
    // Two links of two servers on one database: the company's fixed id lets one through.
    const company = await db
      .insertInto('company')
      .values({ id: 'operator', name: operator.company, side: 'operator' })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (company.numInsertedOrUpdatedRows !== 1n) return false;
    await addOperator(needs, db, { ...operator, passwordHash });
    return true;
  });
}

async function addOperator(
  { newId, now }: Needs,
  db: Transaction<Tables>,
  operator: FirstOperator & { readonly passwordHash: string },
): Promise<void> {
  const { name, email, passwordHash } = operator;
  const person = newId();
  await addPeople(db, [{ id: person, name, email, passwordHash }], now());
  await db.insertInto('member').values({ id: newId(), person, company: 'operator', office: null }).execute();
}

async function isEmpty(store: Store): Promise<boolean> {
  return (await store.db.selectFrom('person').select('id').limit(1).executeTakeFirst()) === undefined;
}

function identifierOf(token: string): string {
  return `${purpose}:${createHash('sha256').update(token).digest('base64url')}`;
}
