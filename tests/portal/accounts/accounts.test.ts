import { setTimeout as elapsed } from 'node:timers/promises';
import { argon2id, argon2Verify } from 'hash-wasm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { createAccounts, type Accounts } from '../../../portal/accounts/accounts.ts';
import { hashPassword } from '../../../portal/accounts/password-hash.ts';
import { addPeople } from '../../../portal/accounts/people.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { recoveryKey } from '../../support/recovery-key.ts';

// The real one, counted.
vi.mock('hash-wasm', { spy: true });

const password = 'a long enough password';
const hash = await hashPassword(password);
const day = 86_400_000;

describe.each(engines)('accounts on $engine', ({ engine }) => {
  let store: Store;
  let accounts: Accounts;
  const faults: unknown[] = [];
  let waits: number[] = [];
  let clock: number;

  beforeEach(async () => {
    store = await emptyStore(engine);
    clock = Date.parse('2026-11-23T09:00:00.000Z');
    const people = ['anna', 'berit'].map((id) => ({
      id,
      name: `${id} A.`,
      email: `${id}@example.com`,
      passwordHash: id === 'anna' ? hash : null,
    }));
    await store.db
      .transaction()
      .execute((transaction) => addPeople(transaction, people, new Date(clock).toISOString()));
    accounts = createAccounts(store, {
      now: () => new Date(clock).toISOString(),
      newId: uuidv7,
      recoveryKey,
      mark: uuidv7,
      publicUrl: () => 'https://portal.example',
      onFault: (fault) => faults.push(fault),
      pause: async (milliseconds) => void waits.push(milliseconds),
    });
  });
  afterEach(() => store.close());

  const signIn = (email = 'Anna@example.com', given = password, from = '192.0.2.1') =>
    accounts.signIn({ email, password: given, from, userAgent: 'a test' });
  const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });

  async function signedIn(): Promise<string> {
    const answer = await signIn();
    if (answer.kind !== 'signed-in') throw new Error(answer.kind);
    return answer.session.token;
  }

  async function linkFromMail(): Promise<string> {
    await accounts.idle();
    const mails = await store.db.selectFrom('mail').selectAll().orderBy('id').execute();
    return /token=([^\s]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? 'no link';
  }

  test('a person signs in, is known by the token, and is told the store', async () => {
    const answer = await signIn();
    expect(answer).toMatchObject({
      kind: 'signed-in',
      session: { store: store.storeId, person: { id: 'anna', name: 'anna A.', email: 'anna@example.com' } },
    });
    if (answer.kind !== 'signed-in') return;
    expect(await accounts.authenticate(bearer(answer.session.token))).toEqual({
      person: 'anna',
      account: `${store.storeId}.anna`,
      session: expect.any(String),
    });
  });

  test('nobody is known by a wrong token, another scheme or a cookie', async () => {
    const token = await signedIn();
    const cookie = new Headers({ cookie: `better-auth.session_token=${token}` });
    for (const headers of [new Headers(), bearer('nonsense'), bearer(`${token}x`), cookie]) {
      expect(await accounts.authenticate(headers)).toBeNull();
    }
    expect(await accounts.authenticate(new Headers({ authorization: `Basic ${token}` }))).toBeNull();
  });

  test('the database holds no token, and what it holds instead signs nobody in', async () => {
    const token = await signedIn();
    const sessions = await store.db
      .withTables<{ auth_session: { token: string } }>()
      .selectFrom('auth_session')
      .selectAll()
      .execute();
    expect(JSON.stringify(sessions)).not.toContain(token);
    expect(await accounts.authenticate(bearer(sessions[0]?.token ?? ''))).toBeNull();
    expect(await accounts.authenticate(bearer(token))).not.toBeNull();
  });

  test('the secret that opens the journal is the same at each sign-in', async () => {
    const [one, other] = [await signIn(), await signIn()];
    expect(one.kind === 'signed-in' && one.session.recovery).toMatch(/^[\w-]{43}$/);
    expect(other.kind === 'signed-in' && other.session.recovery).toBe(one.kind === 'signed-in' && one.session.recovery);
  });

  test.each(['anna@example.com', 'nobody@example.com', 'berit@example.com'])(
    'a wrong password is answered alike for %s and costs one hash: known, unknown or without a password',
    async (email) => {
      vi.clearAllMocks();
      expect(await signIn(email, 'a wrong password')).toEqual({ kind: 'wrong-credentials' });
      expect(vi.mocked(argon2id).mock.calls.length + vi.mocked(argon2Verify).mock.calls.length).toBe(1);
    },
  );

  test('sync 36: failures from ever new addresses keep nobody out, and a new password ends every wait', async () => {
    for (let index = 0; index < 14; index += 1) {
      expect((await signIn('anna@example.com', 'wrong', `192.0.2.${index}`)).kind).toBe('wrong-credentials');
    }
    waits = [];
    expect((await signIn('ANNA@example.com', password, '198.51.100.9')).kind).toBe('signed-in');
    expect(waits).toEqual([4000]);
    for (let index = 0; index < 5; index += 1) await signIn('anna@example.com', 'wrong', '198.51.100.9');
    expect(await signIn('anna@example.com', password, '198.51.100.9')).toEqual({ kind: 'slow-down', seconds: 60 });
    await accounts.forgotPassword('anna@example.com', '198.51.100.9');
    expect(await accounts.resetPassword(await linkFromMail(), 'my next long password', '198.51.100.9')).toBe('changed');
    waits = [];
    expect((await signIn('anna@example.com', 'my next long password', '198.51.100.9')).kind).toBe('signed-in');
    expect(waits).toEqual([]);
  });

  test('sessions are listed without their tokens, ended one by one, by sign-out and all at once', async () => {
    const [one, two, three, four] = [await signedIn(), await signedIn(), await signedIn(), await signedIn()];
    const listed = (await accounts.sessions(bearer(one))) ?? [];
    expect(listed).toHaveLength(4);
    expect(listed.filter((each) => each.current)).toHaveLength(1);
    expect(listed[0]).toMatchObject({ address: '192.0.2.1', client: 'a test' });
    expect(JSON.stringify(listed)).not.toContain(one);
    const second = (await accounts.sessions(bearer(two)))?.find((each) => each.current)?.id ?? '';
    expect(await accounts.endSession(bearer(one), second)).toBe(true);
    expect(await accounts.endSession(bearer(one), second)).toBe(false);
    expect(await accounts.authenticate(bearer(two))).toBeNull();
    await accounts.signOut(bearer(three));
    expect(await accounts.authenticate(bearer(three))).toBeNull();
    expect(await accounts.authenticate(bearer(four))).not.toBeNull();
    await accounts.revokeAll('anna');
    expect(await accounts.authenticate(bearer(one))).toBeNull();
    expect(await accounts.authenticate(bearer(four))).toBeNull();
  });

  test('nobody ends a session of somebody else', async () => {
    const token = await signedIn();
    const id = (await accounts.sessions(bearer(token)))?.[0]?.id ?? '';
    await accounts.forgotPassword('berit@example.com', '192.0.2.1');
    await accounts.resetPassword(await linkFromMail(), 'another long password', '192.0.2.1');
    const other = await signIn('berit@example.com', 'another long password');
    if (other.kind !== 'signed-in') throw new Error(other.kind);
    expect(await accounts.endSession(bearer(other.session.token), id)).toBe(false);
    expect(await accounts.authenticate(bearer(token))).not.toBeNull();
  });

  test('a session ends when its time is over', async () => {
    const token = await signedIn();
    clock += 29 * day;
    expect(await accounts.authenticate(bearer(token))).not.toBeNull();
    // Used, it lives on for another thirty days.
    clock += 29 * day;
    expect(await accounts.authenticate(bearer(token))).not.toBeNull();
    clock += 30 * day;
    expect(await accounts.authenticate(bearer(token))).toBeNull();
  });

  test('a forgotten password is changed once by the mailed link, and ends every session', async () => {
    const token = await signedIn();
    expect(await accounts.forgotPassword('Anna@Example.com', '192.0.2.1')).toBeNull();
    const link = await linkFromMail();
    expect(await accounts.holdsResetLink(link)).toBe(true);
    expect(await accounts.holdsResetLink(link)).toBe(true);
    expect(await accounts.resetPassword(link, 'short', '192.0.2.1')).toBe('too-short');
    expect(await accounts.resetPassword(link, 'my next long password', '192.0.2.1')).toBe('changed');
    expect(await accounts.resetPassword(link, 'somebody else wants it', '192.0.2.1')).toBe('link-used-or-expired');
    expect(await accounts.holdsResetLink(link)).toBe(false);
    expect(await accounts.authenticate(bearer(token))).toBeNull();
    expect((await signIn()).kind).toBe('wrong-credentials');
    expect((await signIn('anna@example.com', 'my next long password')).kind).toBe('signed-in');
    const rows = await store.db
      .withTables<{ auth_verification: { identifier: string } }>()
      .selectFrom('auth_verification')
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(link);
  });

  test('of several mailed links the first that is used ends the others, and nobody else’s', async () => {
    const links: string[] = [];
    for (const email of ['anna@example.com', 'anna@example.com', 'berit@example.com']) {
      await accounts.forgotPassword(email, '192.0.2.1');
      links.push(await linkFromMail());
    }
    const [older, newer, hers] = links;
    expect(await accounts.resetPassword(newer ?? '', 'my next long password', '192.0.2.1')).toBe('changed');
    expect(await accounts.holdsResetLink(older ?? '')).toBe(false);
    expect(await accounts.resetPassword(older ?? '', 'somebody else wants it', '192.0.2.1')).toBe(
      'link-used-or-expired',
    );
    expect((await signIn('anna@example.com', 'my next long password')).kind).toBe('signed-in');
    expect(await accounts.resetPassword(hers ?? '', 'a password of her own', '192.0.2.1')).toBe('changed');
  });

  test('of two links that are used at once one changes the password', async () => {
    const links: string[] = [];
    for (let index = 0; index < 2; index += 1) {
      await accounts.forgotPassword('anna@example.com', '192.0.2.1');
      links.push(await linkFromMail());
    }
    const answers = await Promise.all(
      links.map((link, index) => accounts.resetPassword(link, `long password ${index}`, '192.0.2.1')),
    );
    expect(answers.toSorted()).toEqual(['changed', 'link-used-or-expired']);
  });

  test('a new password also ends the session of who was signing in with the old one meanwhile', async () => {
    await accounts.forgotPassword('anna@example.com', '192.0.2.1');
    const link = await linkFromMail();
    let late: ReturnType<typeof signIn> | undefined;
    const next = await hashPassword('my next long password');
    vi.mocked(argon2id).mockImplementationOnce(async () => {
      late = signIn();
      // Long enough for it to have read the old password's hash, which it compares after this one is made.
      await elapsed(200);
      return next as never;
    });
    expect(await accounts.resetPassword(link, 'my next long password', '192.0.2.1')).toBe('changed');
    expect(await late).toEqual({ kind: 'wrong-credentials' });
    expect(await store.db.withTables<AccountTables>().selectFrom('auth_session').selectAll().execute()).toEqual([]);
  });

  test('a link that is sent many times at once makes the server hash once', async () => {
    await accounts.forgotPassword('anna@example.com', '192.0.2.1');
    const link = await linkFromMail();
    vi.mocked(argon2id).mockClear();
    const choices = Array.from({ length: 20 }, (_, index) => `long password ${index}`);
    const answers = await Promise.all(choices.map((each) => accounts.resetPassword(link, each, '192.0.2.1')));
    expect(answers.filter((each) => each === 'changed')).toHaveLength(1);
    expect(vi.mocked(argon2id)).toHaveBeenCalledTimes(1);
  });

  test('a common password and one of the own name are refused with the reason, and the link holds', async () => {
    await accounts.forgotPassword('anna@example.com', '192.0.2.1');
    const link = await linkFromMail();
    expect(await accounts.resetPassword(link, 'Password123', '192.0.2.1')).toBe('common');
    expect(await accounts.resetPassword(link, 'anna@example.com', '192.0.2.1')).toBe('own-name');
    expect(await accounts.resetPassword('made up', 'Password123', '192.0.2.1')).toBe('link-used-or-expired');
    expect(await accounts.resetPassword(link, 'my next long password', '192.0.2.1')).toBe('changed');
  });

  test('a password is not mailed about for an unknown address, and the answer is the same', async () => {
    expect(await accounts.forgotPassword('nobody@example.com', '192.0.2.1')).toBeNull();
    await accounts.idle();
    expect(await store.db.selectFrom('mail').selectAll().execute()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('a mailbox is not flooded with links', async () => {
    for (let index = 0; index < 3; index += 1) await accounts.forgotPassword('anna@example.com', `192.0.2.${index}`);
    expect(await accounts.forgotPassword('anna@example.com', '192.0.2.99')).toEqual({
      kind: 'slow-down',
      seconds: 300,
    });
  });
});
