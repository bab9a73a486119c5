import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unsentItems } from '../../../../electron/main/accounts/open-account.ts';
import { accountFolder } from '../../../../electron/main/accounts/account-file.ts';
import { openPinnedStores } from '../../../../electron/main/server/pinned-stores.ts';
import { protocolVersion } from '../../../../shared/contract/protocol-version.ts';
import { aCommand } from '../../support/a-command.ts';
import { aKeyStore } from '../../support/a-key-store.ts';
import { says } from '../../support/a-server.ts';
import { aDesk, ann, filesUnder, right, waitingIn, withOneWaiting } from '../../support/an-account-desk.ts';

test('sync 25: an account is the store and the person; signing in opens its journal and names it', async () => {
  const desk = await aDesk();
  await withOneWaiting(desk);
  const accounts = await desk.start();
  expect(await accounts.known()).toMatchObject([
    { id: ann, email: right.email, address: desk.address, unsent: 1, remembered: true },
  ]);
  expect(await accounts.signInOffline({ account: ann, password: '' })).toEqual({ ok: true, account: ann });
  expect(waitingIn(accounts)).toBe(1);
  expect(accounts.open(ann)?.token()).toBe('token-of-ann@x.example');
});

test('sync 25: another store at the same address stops before the password is sent', async () => {
  const desk = await aDesk();
  await withOneWaiting(desk);
  desk.words.store = 'store-2';
  desk.words.asked.length = 0;
  const accounts = await desk.start();
  expect(await accounts.signIn(desk.address, right)).toMatchObject({
    ok: false,
    reason: 'other-store',
    detail: 'store-2',
  });
  expect(desk.words.asked.map(({ line }) => line)).toEqual([`GET /health?protocol=${String(protocolVersion)}`]);
  await (await openPinnedStores(desk.folder)).pin(desk.address, 'store-2');
  const accepted = await desk.start();
  expect(await accepted.signIn(desk.address, right)).toEqual({ ok: true, account: 'store-2.ann' });
  expect((await accepted.known()).map(({ id, isFormer, unsent }) => [id, isFormer, unsent])).toEqual(
    expect.arrayContaining([
      ['store-2.ann', false, 0],
      [ann, true, 1],
    ]),
  );
  await accepted.leave('store-2.ann');
});

test('sync 6: signing out is refused while anything is waiting, refused or blocked', async () => {
  const desk = await aDesk();
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  const journal = accounts.open(ann)?.journal;
  for (const number of [1, 2, 3]) await journal?.append(aCommand(number, `c${String(number)}`), 0);
  await journal?.mark([
    { position: 2, state: 'refused' },
    { position: 3, state: 'blocked' },
  ]);
  expect(await accounts.signOut(ann)).toEqual({ ok: false, reason: 'unsent-work', waiting: 1, refused: 1, blocked: 1 });
  await journal?.mark([
    { position: 1, state: 'done' },
    { position: 2, state: 'read' },
    { position: 3, state: 'discarded' },
  ]);
  expect(await accounts.signOut(ann)).toEqual({ ok: true });
  expect(desk.words.asked.at(-1)).toMatchObject({
    line: 'POST /sign-out',
    authorization: 'Bearer token-of-ann@x.example',
  });
});

test.each(['waiting', 'sent', 'attention', 'refused', 'blocked'] as const)(
  'sync 6: one command that is %s is enough to refuse signing out',
  async (state) => {
    const desk = await aDesk();
    const accounts = await desk.start();
    await accounts.signIn(desk.address, right);
    const journal = accounts.open(ann)?.journal;
    await journal?.append(aCommand(1), 0);
    await journal?.mark([{ position: 1, state }]);
    expect(await accounts.signOut(ann)).toMatchObject({ ok: false, reason: 'unsent-work' });
    expect(accounts.open(ann)?.token()).not.toBeNull();
    // The portal server has it: nothing is lost.
    await journal?.mark([{ position: 1, state: 'carried-out' }]);
    expect(await accounts.signOut(ann)).toEqual({ ok: true });
  },
);

test('sync 6: what was exported just as it stands no longer blocks signing out; what came or changed since does', async () => {
  const desk = await aDesk();
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  const open = accounts.open(ann);
  for (const number of [1, 2]) await open?.journal.append(aCommand(number, `c${String(number)}`), 0);
  open?.noteExported(unsentItems(open.journal.read()));
  await open?.journal.append(aCommand(3, 'c3'), 0);
  await open?.journal.mark([{ position: 2, state: 'refused' }]);
  expect(await accounts.signOut(ann)).toEqual({ ok: false, reason: 'unsent-work', waiting: 1, refused: 1, blocked: 0 });
  open?.noteExported(unsentItems(open.journal.read()));
  expect(await accounts.signOut(ann)).toEqual({ ok: true });
  expect(await accounts.known()).toMatchObject([{ unsent: 3, remembered: false }]);
  await accounts.signIn(desk.address, right);
  expect(waitingIn(accounts)).toBe(3);
  expect(await accounts.signOut(ann)).toMatchObject({ ok: false, reason: 'unsent-work' });
});

test('without its key nobody counts what a killed app left: the count of its last closing no longer holds', async () => {
  const none = aKeyStore({ real: false });
  const desk = await aDesk();
  await withOneWaiting(desk, none);
  const killed = await desk.start(none);
  await killed.signInOffline({ account: ann, password: 'right' });
  expect(await (await desk.start(none)).known()).toMatchObject([{ unsent: -1 }]);
});

test('sync 5: a file that a draft names is kept however old it is', async () => {
  const desk = await aDesk();
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  const kept: string[] = [];
  for (const text of ['named', 'forgotten']) {
    const answer = await accounts.open(ann)?.files.keep(Buffer.from(text));
    if (answer?.ok) kept.push(answer.sha256);
  }
  const [named = '', forgotten = ''] = kept;
  await accounts.open(ann)?.drafts.write('budget/new', JSON.stringify({ file: { sha256: named } }));
  await accounts.leave(ann);
  const longAgo = new Date('2026-01-01');
  for (const file of kept)
    utimesSync(join(accountFolder(desk.folder, ann), 'files', 'outgoing', file), longAgo, longAgo);
  await accounts.signInOffline({ account: ann, password: '' });
  expect(await accounts.open(ann)?.files.read(named)).toEqual(Buffer.from('named'));
  expect(await accounts.open(ann)?.files.read(forgotten)).toBeNull();
});

test('sync 31: thirty days after the last word of the server an account no longer opens offline, whatever the clock says', async () => {
  const desk = await aDesk();
  await withOneWaiting(desk);
  desk.clock = '2026-04-02T00:00:00.000Z';
  const late = await desk.start();
  expect(await late.signInOffline({ account: ann, password: 'right' })).toEqual({ ok: false, reason: 'lease-over' });
  expect(await late.known()).toMatchObject([{ remembered: false, unsent: 1 }]);
  desk.words.serverTime = '2026-04-02T00:00:00.000Z';
  expect(await late.signIn(desk.address, right)).toEqual({ ok: true, account: ann });
});

test('sync 31: thirty days without a word of the server are over for what is open too; the journal stays', async () => {
  const desk = await aDesk();
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  await accounts.open(ann)?.journal.append(aCommand(1), 0);
  accounts.open(ann)?.sawServerTime('Tue, 03 Mar 2026 08:00:00 GMT');
  desk.clock = '2026-04-02T08:00:00.000Z';
  expect([accounts.open(ann)?.offlineUntil(), accounts.overdue()]).toEqual([desk.clock, []]);
  desk.clock = '2026-04-02T08:00:00.001Z';
  expect(accounts.overdue()).toEqual([ann]);
  await accounts.leave(ann);
  expect(accounts.overdue()).toEqual([]);
  expect(await accounts.known()).toMatchObject([{ leaseOver: true, unsent: 1 }]);
});

test('sync 31: a clock weeks ahead of the server closes nothing that hears from it', async () => {
  const desk = await aDesk();
  desk.clock = '2026-05-01T09:00:00.000Z';
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  expect(accounts.overdue()).toEqual([]);
  desk.clock = '2026-05-20T09:00:00.000Z';
  accounts.open(ann)?.sawServerTime('Sat, 21 Mar 2026 08:00:00 GMT');
  desk.clock = '2026-06-19T09:00:00.000Z';
  expect(accounts.overdue()).toEqual([]);
  desk.clock = '2026-06-19T09:00:00.001Z';
  expect(accounts.overdue()).toEqual([ann]);
});

test('sync 31: a server whose clock was a year ahead once lengthens no lease', async () => {
  const desk = await aDesk();
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  const open = accounts.open(ann);
  open?.sawServerTime('Wed, 03 Mar 2027 08:00:00 GMT');
  open?.sawServerTime('Tue, 03 Mar 2026 08:00:00 GMT');
  expect(open?.offlineUntil()).toBe('2026-04-02T08:00:00.000Z');
  await accounts.leave(ann);
  expect(await accounts.known()).toMatchObject([{ offlineUntil: '2026-04-02T08:00:00.000Z' }]);
});

test('a session that ended is renewed for the same person only, and the unsent work stays', async () => {
  const desk = await aDesk();
  const accounts = await desk.start();
  await accounts.signIn(desk.address, right);
  await accounts.open(ann)?.journal.append(aCommand(1), 0);
  expect(await accounts.renew(ann, 'wrong')).toMatchObject({ ok: false, reason: 'wrong-credentials' });
  expect(await accounts.renew(ann, 'right')).toEqual({ ok: true, account: ann });
  expect(waitingIn(accounts)).toBe(1);
  desk.words.store = 'store-9';
  expect(await accounts.renew(ann, 'right')).toMatchObject({ ok: false, reason: 'other-store' });
});

test('sync 28: neither password, token nor typed text lies in clear in the account folder', async () => {
  const desk = await aDesk(says({ password: 'a-long-secret-password' }));
  const accounts = await desk.start();
  await accounts.signIn(desk.address, { ...right, password: 'a-long-secret-password' });
  await accounts.open(ann)?.journal.append({ ...aCommand(1), input: { text: 'sentinel-typed-text' } }, 0);
  await accounts.open(ann)?.drafts.write('k', 'sentinel-typed-text');
  await accounts.leave(ann);
  const all = [...filesUnder(desk.folder).values()].join('\n');
  expect(all.length).toBeGreaterThan(500);
  for (const secret of ['a-long-secret-password', 'token-of-ann', 'sentinel-typed-text'])
    expect(all.includes(secret)).toBe(false);
});
