import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountFolder } from '../../../../electron/main/accounts/account-file.ts';
import { aKeyStore } from '../../support/a-key-store.ts';
import { says } from '../../support/a-server.ts';
import { aDesk, ann, filesUnder, right, waitingIn, withOneWaiting } from '../../support/an-account-desk.ts';

test('sync 4: without a real key store the password alone opens, a wrong one does not, and nothing is remembered', async () => {
  const desk = await aDesk();
  const none = aKeyStore({ real: false });
  await withOneWaiting(desk, none);
  const accounts = await desk.start(none);
  expect(await accounts.known()).toMatchObject([{ unsent: 1, remembered: false }]);
  expect(await accounts.signInOffline({ account: ann, password: '' })).toMatchObject({
    ok: false,
    reason: 'keys-lost',
  });
  expect(await accounts.signInOffline({ account: ann, password: 'wrong' })).toEqual({
    ok: false,
    reason: 'wrong-credentials',
  });
  expect(await accounts.signInOffline({ account: ann, password: 'right' })).toEqual({ ok: true, account: ann });
  expect(waitingIn(accounts)).toBe(1);
});

test('a typed password is checked offline even where the key store would open without it', async () => {
  const desk = await aDesk();
  await withOneWaiting(desk);
  const accounts = await desk.start();
  expect(await accounts.signInOffline({ account: ann, password: 'wrong' })).toEqual({
    ok: false,
    reason: 'wrong-credentials',
  });
});

test('sync 4: a new password opens the old work through the key store, and later by itself', async () => {
  const desk = await aDesk();
  await withOneWaiting(desk);
  desk.words.password = 'newer';
  const online = await desk.start();
  expect(await online.signIn(desk.address, { ...right, password: 'newer' })).toEqual({ ok: true, account: ann });
  expect(waitingIn(online)).toBe(1);
  await online.leave(ann);
  const elsewhere = await desk.start(aKeyStore({ real: false }));
  expect(await elsewhere.signInOffline({ account: ann, password: 'right' })).toMatchObject({ ok: false });
  expect(await elsewhere.signInOffline({ account: ann, password: 'newer' })).toEqual({ ok: true, account: ann });
});

test('sync 4: after a reset password the recovery secret of the portal server opens what waits', async () => {
  const none = aKeyStore({ real: false });
  const desk = await aDesk(says({ recovery: 'r'.repeat(43) }));
  await withOneWaiting(desk, none);
  desk.words.password = 'forgotten and reset';
  const accounts = await desk.start(none);
  expect(await accounts.signIn(desk.address, { ...right, password: 'forgotten and reset' })).toEqual({
    ok: true,
    account: ann,
  });
  expect(waitingIn(accounts)).toBe(1);
});

test('sync 4: a journal that no key opens is counted, opened by the previous password, or put aside in full', async () => {
  const none = aKeyStore({ real: false });
  const desk = await aDesk();
  await withOneWaiting(desk, none);
  const before = filesUnder(accountFolder(desk.folder, ann));
  desk.words.password = 'reset';
  const reset = { ...right, password: 'reset' };
  const accounts = await desk.start(none);
  expect(await accounts.signIn(desk.address, reset)).toEqual({
    ok: false,
    reason: 'keys-lost',
    unreadable: 1,
    keyGone: false,
  });
  expect(filesUnder(accountFolder(desk.folder, ann))).toEqual(before);
  expect(await accounts.signIn(desk.address, { ...reset, previousPassword: 'right' })).toEqual({
    ok: true,
    account: ann,
  });
  expect(waitingIn(accounts)).toBe(1);
  await accounts.leave(ann);
  desk.words.password = 'reset again';
  const again = await desk.start(none);
  expect(await again.signIn(desk.address, { ...right, password: 'reset again', setAside: true })).toEqual({
    ok: true,
    account: ann,
  });
  expect(waitingIn(again)).toBe(0);
  const aside = readdirSync(desk.folder).find((name) => name.includes('.set-aside-')) ?? '';
  expect(statSync(join(desk.folder, aside, 'journal', '00000001.journal')).size).toBeGreaterThan(0);
});

test('a damaged account file loses nothing: the count is shown before anything is put aside', async () => {
  const desk = await aDesk();
  await withOneWaiting(desk);
  writeFileSync(join(accountFolder(desk.folder, ann), 'account.json'), '{"half":');
  const accounts = await desk.start();
  expect(await accounts.known()).toEqual([]);
  expect(await accounts.signIn(desk.address, right)).toEqual({
    ok: false,
    reason: 'keys-lost',
    unreadable: 1,
    keyGone: true,
  });
});

test('sync 4: signing out destroys the wrap of the key store and the token; the password still opens', async () => {
  const desk = await aDesk();
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  await accounts.signOut(ann);
  const again = await desk.start();
  expect(await again.known()).toMatchObject([{ remembered: false, unsent: 0 }]);
  expect(await again.signInOffline({ account: ann, password: '' })).toMatchObject({ ok: false });
  expect(await again.signInOffline({ account: ann, password: 'right' })).toEqual({ ok: true, account: ann });
  expect(again.open(ann)?.token()).toBeNull();
  await again.leave(ann);
  expect(await (await desk.start()).known()).toMatchObject([{ remembered: true, unsent: 0 }]);
});
