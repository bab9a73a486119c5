import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PortalKeyUnreadable, readPortalKey } from '../../../../electron/main/portal-server/portal-key.ts';
import { someDay } from '../../support/a-command.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aKeyStore } from '../../support/a-key-store.ts';

test('the key is made once, kept in the key store, and is not on the disk in clear', async () => {
  const folder = join(aFolder(), 'portal');
  const keyring = aKeyStore();
  const key = await readPortalKey(folder, keyring, someDay);
  expect(key.length).toBeGreaterThan(40);
  expect(await readPortalKey(folder, keyring, someDay)).toBe(key);
  expect(readFileSync(join(folder, 'portal-key.json'), 'utf8')).not.toContain(key);
});

test('without a key store it lies in a file only this user may read', async () => {
  const folder = join(aFolder(), 'portal');
  const none = aKeyStore({ real: false });
  expect(await readPortalKey(folder, none, someDay)).toBe(await readPortalKey(folder, none, someDay));
  expect(statSync(join(folder, 'portal-key.json')).mode & 0o077).toBe(0);
});

test('a key that a changed keyring no longer gives is put aside with its database, nothing is deleted', async () => {
  const folder = join(aFolder(), 'portal');
  const key = await readPortalKey(folder, aKeyStore(), someDay);
  writeFileSync(join(folder, 'database'), 'rows');
  expect(await readPortalKey(folder, aKeyStore(), someDay)).not.toBe(key);
  const aside = readdirSync(dirname(folder)).find((name) => name.includes('.set-aside-')) ?? '';
  expect(readdirSync(join(dirname(folder), aside)).toSorted()).toEqual(['database', 'portal-key.json']);
});

test('what somebody has set up stays where it is, and opens again with the keyring it was made with', async () => {
  const folder = join(aFolder(), 'portal');
  const keyring = aKeyStore();
  const key = await readPortalKey(folder, keyring, someDay);
  await expect(readPortalKey(folder, aKeyStore(), someDay, 'wait')).rejects.toThrow(PortalKeyUnreadable);
  expect(readdirSync(dirname(folder))).toEqual(['portal']);
  expect(await readPortalKey(folder, keyring, someDay, 'wait')).toBe(key);
});
