import type { Transaction } from 'kysely';
import { findLink, makeLink, useLink } from '../accounts/one-time-links.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { addPeople } from '../accounts/people.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import type { PortalDeps } from '../portal-deps.ts';
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

/** A one-time token for an empty portal server's first operator; null where somebody is known already. */
export async function makeSetUpToken({ store, now, newId }: Needs): Promise<string | null> {
  if (!(await isEmpty(store))) return null;
  const at = now();
  const until = fromMilliseconds(toMilliseconds(at) + holdsFor);
  return makeLink(store.db, {
    id: newId(),
    purpose: 'set-up',
    value: 'set-up',
    at,
    until,
  });
}

/** True while a link holds; looking at it does not use it up (sync.md 36). */
export async function holdsSetUpToken({ store, now }: Pick<Needs, 'store' | 'now'>, token: string): Promise<boolean> {
  const link = await findLink(store.db, 'set-up', token, now());
  return link !== null && (await isEmpty(store));
}

/** Uses the link up and makes the operator; false where the link was used or somebody else was quicker. */
export async function makeFirstOperator(needs: Needs, token: string, operator: FirstOperator): Promise<boolean> {
  // Asked first, so that nobody makes the server hash by guessing at links.
  if (!(await holdsSetUpToken(needs, token))) return false;
  const passwordHash = await hashPassword(operator.password);
  return needs.store.db.transaction().execute(async (db) => {
    if (!(await useLink(db, { purpose: 'set-up', token, value: 'set-up' }, needs.now()))) return false;
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
