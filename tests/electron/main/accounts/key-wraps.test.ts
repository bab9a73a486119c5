import { expect, test } from 'vitest';
import {
  newDataKey,
  openByKeyStore,
  openDataKey,
  wrapDataKey,
  wrapsSchema,
} from '../../../../electron/main/accounts/key-wraps.ts';
import { aKeyStore } from '../../support/a-key-store.ts';

const account = 's.p';

test('sync 4: the data key is random and opens by each of its wraps', async () => {
  const keyring = aKeyStore();
  const none = aKeyStore({ real: false });
  const dataKey = newDataKey();
  expect(newDataKey()).not.toEqual(dataKey);
  const wraps = await wrapDataKey(dataKey, { account, password: 'pässword', recovery: 'r'.repeat(40) }, keyring);
  const nothing = { passwords: [], recovery: null };
  expect(openByKeyStore(wraps, keyring)).toEqual(dataKey);
  expect(
    await openDataKey(wraps, account, { ...nothing, passwords: ['no', 'pässword'.normalize('NFD')] }, none),
  ).toEqual(Buffer.from(dataKey));
  expect(await openDataKey(wraps, account, { ...nothing, recovery: 'r'.repeat(40) }, none)).toEqual(
    Buffer.from(dataKey),
  );
  expect(await openDataKey(wraps, account, { passwords: ['no', ''], recovery: 'x' }, none)).toBeNull();
});

test('a wrap of one account does not open for another', async () => {
  const none = aKeyStore({ real: false });
  const wraps = await wrapDataKey(newDataKey(), { account, password: 'same', recovery: null }, none);
  expect(await openDataKey(wraps, 's.q', { passwords: ['same'], recovery: null }, none)).toBeNull();
});

test('sync 4: nothing is given to a key store that is none, nor read from a keyring that changed', async () => {
  const secrets = { account, password: 'p', recovery: null };
  expect((await wrapDataKey(newDataKey(), secrets, aKeyStore({ real: false }))).keyStore).toBeNull();
  const wraps = await wrapDataKey(newDataKey(), secrets, aKeyStore());
  expect(openByKeyStore(wraps, aKeyStore())).toBeNull();
});

test('a changed file cannot ask for endless memory or time', async () => {
  const wraps = await wrapDataKey(newDataKey(), { account, password: 'p', recovery: null }, aKeyStore());
  expect(wrapsSchema.safeParse(wraps).success).toBe(true);
  expect(wrapsSchema.safeParse({ ...wraps, password: { ...wraps.password, memory: 2 ** 31 } }).success).toBe(false);
  expect(wrapsSchema.safeParse({ ...wraps, password: { ...wraps.password, passes: 1000 } }).success).toBe(false);
});
