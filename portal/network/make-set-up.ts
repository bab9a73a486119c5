import { randomInt } from 'node:crypto';
import type { FirstPassword, SetUp } from '../../shared/contract/set-up.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { setPassword } from '../accounts/people.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import { applyNetwork } from './apply-network.ts';
import { networkSchema } from './network-document.ts';
import { setUpNetwork } from './set-up-network.ts';

/**
 * Fills an empty database with what was typed. The passwords come last and all at once: until then nobody can sign in, so
 * that a set-up which broke off holds no work and is made anew. Answers everybody's first password but the operator's.
 */
export async function makeSetUp(deps: ChangeDeps, setUp: SetUp): Promise<readonly FirstPassword[]> {
  const network = networkSchema.parse(setUpNetwork(setUp, deps.newId));
  const applied = await applyNetwork(deps, { network });
  if (!applied.ok) throw new Error(`The set-up does not fit together in ${applied.faults.length} places.`);
  const first = firstPasswords(setUp);
  const hashes = await Promise.all(
    [setUp.operator, ...first].map(async ({ email, password }) => [email, await hashPassword(password)] as const),
  );
  await keepPasswords(deps, new Map(hashes));
  return first;
}

/** True once somebody can sign in. */
export async function isSetUp({ db }: Pick<Store, 'db'>): Promise<boolean> {
  const accounts = db.withTables<AccountTables>().selectFrom('auth_account').select('id').limit(1);
  return (await accounts.executeTakeFirst()) !== undefined;
}

function firstPasswords({ portal, senior, partners }: SetUp): readonly FirstPassword[] {
  const people = [
    { ...senior, company: portal.insurer },
    ...partners.flatMap((partner) => partner.people.map((person) => ({ ...person, company: partner.name }))),
  ];
  return people.map(({ name, email, company }) => ({ name, email, company, password: newPassword() }));
}

/** No letter that is read for another one. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four, 79 bits: to be copied or typed once, from a list or a note. */
function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return Array.from({ length: 4 }, group).join('-');
}

async function keepPasswords({ store, now }: ChangeDeps, hashes: ReadonlyMap<string, string>): Promise<void> {
  await store.db.transaction().execute(async (db) => {
    for (const { id, email } of await db.selectFrom('person').select(['id', 'email']).execute()) {
      const passwordHash = hashes.get(email);
      if (passwordHash !== undefined) await setPassword(db, { id, passwordHash }, now());
    }
  });
}
