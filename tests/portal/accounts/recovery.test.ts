import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { createAccounts } from '../../../portal/accounts/accounts.ts';
import { addPeople } from '../../../portal/accounts/people.ts';
import { recoverySecret, takeRecoveryKey } from '../../../portal/accounts/recovery.ts';
import { seal, unseal } from '../../../portal/accounts/sealed-secret.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import { openStore, type Store, type StoreAddress } from '../../../portal/store/open-store.ts';
import { removeUpgradeCopies } from '../../../portal/store/upgrade-copy.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { asFirstReleased } from '../../support/first-release.ts';
import { createDatabase } from '../../support/postgres.ts';
import { recoveryKey } from '../../support/recovery-key.ts';

const at = '2026-11-23T09:00:00.000Z';
const otherKey = new Uint8Array(32).fill(8);

test('a secret opens with its key and for its person alone, and not with a byte changed', () => {
  const sealed = seal(recoveryKey, 'anna', 'her secret');
  expect(unseal(recoveryKey, 'anna', sealed)).toBe('her secret');
  expect(seal(recoveryKey, 'anna', 'her secret')).not.toBe(sealed);
  expect(unseal(otherKey, 'anna', sealed)).toBeNull();
  expect(unseal(recoveryKey, 'berit', sealed)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const place of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(unseal(recoveryKey, 'anna', changed.toString('base64url'))).toBeNull();
  }
  expect(unseal(recoveryKey, 'anna', '')).toBeNull();
});

describe.each(engines)('recovery secrets on $engine', ({ engine }) => {
  let store: Store;
  beforeEach(async () => {
    store = await emptyStore(engine);
    const people = ['anna', 'berit'].map((id) => ({ id, name: id, email: `${id}@example.com`, passwordHash: null }));
    await store.db.transaction().execute((transaction) => addPeople(transaction, people, at));
  });
  afterEach(() => store.close());

  const secretOf = (person: string, key = recoveryKey) =>
    recoverySecret(store.db.withTables<AccountTables>(), key, person);
  const rows = () => store.db.withTables<AccountTables>().selectFrom('sealed_recovery').selectAll().execute();

  test('are the same at each sign-in, one a person, also of two at once, and not to be read in the database', async () => {
    const [one, other, hers] = await Promise.all([secretOf('anna'), secretOf('anna'), secretOf('berit')]);
    expect(one).toMatch(/^[\w-]{43}$/);
    expect([other, await secretOf('anna')]).toEqual([one, one]);
    expect(hers).not.toBe(one);
    const kept = JSON.stringify(await rows());
    expect(kept).not.toContain(one);
    expect(kept).not.toContain(Buffer.from(recoveryKey).toString('base64url'));
  });

  test('a lost key costs the secrets and nothing else; they are there again with it', async () => {
    const before = await secretOf('anna');
    await secretOf('berit');
    expect(await takeRecoveryKey(store, recoveryKey)).toBe(0);
    expect(await takeRecoveryKey(store, otherKey)).toBe(2);
    const fresh = await secretOf('anna', otherKey);
    expect(fresh).not.toBe(before);
    expect(await secretOf('anna', otherKey)).toBe(fresh);
    expect(await takeRecoveryKey(store, otherKey)).toBe(1);
    expect(await secretOf('anna')).toBe(before);
  });

  test('a damaged row keeps nobody from signing in', async () => {
    const before = await secretOf('anna');
    await store.db.withTables<AccountTables>().updateTable('sealed_recovery').set({ sealed: 'damaged' }).execute();
    const fresh = await secretOf('anna');
    expect(fresh).not.toBe(before);
    expect(await secretOf('anna')).toBe(fresh);
  });
});

describe.each(engines)('an upgrade from 0.1.0 on $engine', ({ engine }) => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-upgrade-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const [token, secret] = ['Q'.repeat(32), 'r'.repeat(43)];

  test('keeps who is signed in and every recovery secret, and leaves neither in clear', async () => {
    const address: StoreAddress =
      engine === 'postgres' ? { url: await createDatabase() } : { file: join(folder, 'portal.db') };
    const times = { created_at: at, updated_at: at };
    await asFirstReleased(address, async (db) => {
      const [id, email, name] = ['anna', 'anna@example.com', 'Anna A.'];
      await db.insertInto('person').values({ id, name, email }).execute();
      await db
        .insertInto('auth_user')
        .values({ id, name, email, email_verified: 1, ...times })
        .execute();
      await db
        .insertInto('auth_session')
        .values({ id: 's', token, user_id: id, expires_at: '2026-12-01T00:00:00.000Z', ...times })
        .execute();
      await db.insertInto('recovery').values({ person: id, secret }).execute();
      await db.insertInto('sign_in_limit').values({ id: 'x', failures: 9, closed_until: 9, last_at: 9 }).execute();
    });
    const store = await openStore(address);
    expect(await takeRecoveryKey(store, recoveryKey)).toBe(0);
    expect(await recoverySecret(store.db.withTables<AccountTables>(), recoveryKey, 'anna')).toBe(secret);
    const accounts = createAccounts(store, {
      now: () => at,
      newId: uuidv7,
      recoveryKey,
      mark: uuidv7,
      publicUrl: () => '',
      onFault: () => undefined,
    });
    const bearer = (given: string) => new Headers({ authorization: `Bearer ${given}` });
    expect(await accounts.authenticate(bearer(token))).toMatchObject({ person: 'anna', session: 's' });
    const db = store.db.withTables<AccountTables>();
    const [session] = await db.selectFrom('auth_session').select('token').execute();
    expect(await accounts.authenticate(bearer(session?.token ?? ''))).toBeNull();
    expect(await db.selectFrom('recovery').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('sign_in_limit').selectAll().execute()).toEqual([]);
    await store.close();
    // As a good start does: until then the copy of before is what it was.
    if ('file' in address) removeUpgradeCopies(address.file);
    // PostgreSQL clears what is dead by itself; SQLite would keep it in the file.
    const files = engine === 'sqlite' ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : [];
    for (const bytes of files) expect([bytes.includes(token), bytes.includes(secret)]).toEqual([false, false]);
    const again = await openStore(address);
    await again.close();
  });
});
