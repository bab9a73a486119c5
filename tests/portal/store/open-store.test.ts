import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../portal/store/open-store.ts';
import { isMoment } from '../../../shared/domain/moment.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { createDatabase } from '../../support/postgres.ts';

describe.each(engines)('a database on $engine', ({ engine }) => {
  test('has every table and a random id of its own', async () => {
    const [one, other] = [await emptyStore(engine), await emptyStore(engine)];
    const tables = await one.db.introspection.getTables();
    expect(tables.map((table) => table.name)).toEqual(
      expect.arrayContaining(['case_file', 'case_part', 'change_mark', 'outcome', 'portal_counter', 'stored_file']),
    );
    expect(one.storeId).toMatch(/^[0-9a-f]{24}$/);
    expect(other.storeId).not.toBe(one.storeId);
    const { made_at: madeAt } = await one.db.selectFrom('store').select('made_at').executeTakeFirstOrThrow();
    expect(isMoment(madeAt)).toBe(true);
    await one.close();
    await other.close();
  });

  test('gives change numbers and limits back as numbers', async () => {
    const store = await emptyStore(engine);
    const sight = { handles_changed: 0, budgets_changed: 0, manager_budgets_changed: 0, inspector_budgets_changed: 0 };
    const numbers = { directory_changed: 0, categories_changed: 0, price_lists_changed: 0, ...sight };
    await store.db
      .insertInto('portal')
      .values({ id: 'p', name: 'P', settings: '{}', ...numbers, settings_changed: 9_000_000_000 })
      .execute();
    const row = await store.db.selectFrom('portal').select('settings_changed').executeTakeFirst();
    expect(row?.settings_changed).toBe(9_000_000_000);
    await store.close();
  });
});

test('a database is the same one when it is opened again, on both engines', async () => {
  const url = await createDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-store-'));
  for (const address of [{ url }, { file: join(folder, 'portal.db') }]) {
    const first = await openStore(address);
    await first.close();
    const again = await openStore(address);
    expect(again.storeId).toBe(first.storeId);
    await again.close();
  }
  rmSync(folder, { recursive: true });
});

test('sync 28: an encrypted SQLite file has no clear row and does not open with another key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-store-'));
  const file = join(folder, 'portal.db');
  const store = await openStore({ file, encryptionKey: 'one key' });
  await store.db.insertInto('company').values({ id: 'c', name: 'Sentinel Roofing', side: 'partner' }).execute();
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
  expect(bytes.join()).not.toContain('Sentinel Roofing');
  await store.close();
  await expect(openStore({ file, encryptionKey: 'another key' })).rejects.toThrow('could not be opened');
  rmSync(folder, { recursive: true });
});

test.each([
  ['one key', 'another key'],
  ['one key', undefined],
  [undefined, 'a key'],
])('sync 28: what a killed server left, sealed with %s, is not harmed by %s', async (encryptionKey, wrong) => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-store-'));
  const [running, left] = [join(folder, 'running'), join(folder, 'left')];
  mkdirSync(running);
  const store = await openStore({ file: join(running, 'portal.db'), encryptionKey });
  await store.db.insertInto('company').values({ id: 'c', name: 'Sentinel Roofing', side: 'partner' }).execute();
  // What lies there now is what lies there after a kill.
  cpSync(running, left, { recursive: true });
  await store.close();
  const file = join(left, 'portal.db');
  const files = readdirSync(left);
  await expect(openStore({ file, encryptionKey: wrong })).rejects.toThrow('could not be opened');
  expect(readdirSync(left)).toEqual(files);
  const again = await openStore({ file, encryptionKey });
  expect(await again.db.selectFrom('company').select('name').execute()).toEqual([{ name: 'Sentinel Roofing' }]);
  await again.close();
  rmSync(folder, { recursive: true });
});
