import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSignInLimits, type SignInLimits } from '../../../portal/accounts/sign-in-limits.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import { emptyStore, engines } from '../../support/engines.ts';

const minute = 60_000;
const anna = 'anna@example.com';

describe.each(engines)('sync 36: sign-in limits on $engine', ({ engine }) => {
  let store: Store;
  let limits: SignInLimits;
  let now: number;
  /** What was waited for before a try was looked at, in seconds. */
  let waits: number[];

  const createdHere = (ahead = 0): SignInLimits =>
    createSignInLimits(store.db.withTables<AccountTables>(), {
      clock: () => now + ahead,
      pause: async (milliseconds) => void waits.push(milliseconds / 1000),
    });

  beforeAll(async () => {
    store = await emptyStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 23, 8);
    waits = [];
    await store.db.withTables<AccountTables>().deleteFrom('sign_in_limit').execute();
    limits = createdHere();
  });

  const right = (from: string, account = anna, by = limits) =>
    by.attempt({ account, from }, async () => 'signed in' as const);
  const wrong = (from: string, account = anna, by = limits) => by.attempt({ account, from }, async () => null);
  const signedIn = { kind: 'looked-at', answer: 'signed in' };
  const failed = { kind: 'looked-at', answer: null };

  async function wrongTimes(times: number, from: (index: number) => string, account = anna): Promise<void> {
    for (let index = 0; index < times; index += 1) expect(await wrong(from(index), account)).toEqual(failed);
  }

  test('wrong passwords from ever new addresses delay the right one by seconds, and never close the account', async () => {
    await wrongTimes(60, (index) => `203.0.113.${index}`);
    expect(Math.max(...waits)).toBe(8);
    waits = [];
    expect(await right('198.51.100.7')).toEqual(signedIn);
    expect(waits).toEqual([8]);
  });

  test('where the account is at home nothing that comes from elsewhere is felt', async () => {
    expect(await right('198.51.100.7')).toEqual(signedIn);
    await wrongTimes(60, (index) => `203.0.113.${index}`);
    waits = [];
    expect(await right('198.51.100.7')).toEqual(signedIn);
    expect(waits).toEqual([]);
  });

  test('what waited is forgotten bit by bit: after nine minutes nothing is waited for', async () => {
    await wrongTimes(30, (index) => `203.0.113.${index}`);
    const seen: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      waits = [];
      expect(await right(`198.51.100.${index}`)).toEqual(signedIn);
      seen.push(waits[0] ?? 0);
      now += minute;
    }
    expect(seen).toEqual([8, 6, 4, 2, 0]);
  });

  test('five wrong passwords of one account at one address close that pair for a minute at a time, and nothing else', async () => {
    await wrongTimes(5, () => '192.0.2.1');
    expect(await right('192.0.2.1')).toEqual({ kind: 'slow-down', seconds: 60 });
    expect(await right('192.0.2.1', ' ANNA@Example.com')).toEqual({ kind: 'slow-down', seconds: 60 });
    expect(await right('192.0.2.1', 'cora@example.com')).toEqual(signedIn);
    expect(await right('192.0.2.2')).toEqual(signedIn);
    now += 59_000;
    expect(await right('192.0.2.1')).toEqual({ kind: 'slow-down', seconds: 1 });
    now += 1000;
    expect(await wrong('192.0.2.1')).toEqual(failed);
    expect(await right('192.0.2.1')).toEqual({ kind: 'slow-down', seconds: 60 });
    now += minute;
    expect(await right('192.0.2.1')).toEqual(signedIn);
    await wrongTimes(5, () => '192.0.2.1');
  });

  test('an office behind one address mistypes as much as it likes', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => wrong('192.0.2.1', `person-${index % 25}@example.com`)));
    expect(await right('192.0.2.1', 'cora@example.com')).toEqual(signedIn);
  });

  test('one address that guesses at many accounts is slowed; who is at home there is not', async () => {
    expect(await right('203.0.113.7', 'cora@example.com')).toEqual(signedIn);
    let looked = 0;
    for (let index = 0; index < 200; index += 1) {
      if ((await wrong('203.0.113.7', `guess-${index}@example.com`)).kind === 'looked-at') looked += 1;
      now += 300;
    }
    expect(looked).toBeGreaterThan(100);
    expect(looked).toBeLessThan(125);
    while ((await wrong('203.0.113.7', `guess-${looked}@example.com`)).kind === 'looked-at') looked += 1;
    expect(await right('203.0.113.7', anna)).toEqual({ kind: 'slow-down', seconds: 1 });
    expect(await right('203.0.113.7', 'cora@example.com')).toEqual(signedIn);
    expect(await right('203.0.113.8', anna)).toEqual(signedIn);
  });

  test('an address of IPv6 counts with its /64', async () => {
    await wrongTimes(5, (index) => `2001:db8:0:7::${index}`);
    expect(await right('2001:DB8::7:ffff:0:0:1')).toMatchObject({ kind: 'slow-down' });
    expect(await right('2001:db8:0:8::1')).toEqual(signedIn);
  });

  test('a try under way closes nothing: an app and a browser sign in at once after four failures', async () => {
    await wrongTimes(4, () => '192.0.2.1');
    expect(await Promise.all([right('192.0.2.1'), right('192.0.2.1')])).toEqual([signedIn, signedIn]);
  });

  test('guesses that arrive at once are looked at one by one, until there were five', async () => {
    let [underWay, most] = [0, 0];
    const guess = () =>
      limits.attempt({ account: anna, from: '192.0.2.1' }, async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await store.db.selectFrom('store').selectAll().execute();
        underWay -= 1;
        return null;
      });
    const answers = await Promise.all(Array.from({ length: 30 }, guess));
    expect(answers.filter(({ kind }) => kind === 'looked-at')).toHaveLength(5);
    expect(most).toBe(1);
  });

  test('at one account no more than eight wait at once; the next is told when to come again', async () => {
    await wrongTimes(20, (index) => `203.0.113.${index}`);
    let go = (): void => undefined;
    const opened = new Promise<void>((resolve) => (go = resolve));
    limits = createSignInLimits(store.db.withTables<AccountTables>(), { clock: () => now, pause: () => opened });
    const guesses = Array.from({ length: 12 }, (_, index) => wrong(`198.51.100.${index}`));
    const refused: unknown[] = [];
    for (const guess of guesses) void guess.then((answer) => answer.kind === 'slow-down' && refused.push(answer));
    await expect.poll(() => refused).toEqual(Array.from({ length: 4 }, () => ({ kind: 'slow-down', seconds: 8 })));
    go();
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ kind }) => kind === 'looked-at')).toHaveLength(8);
    expect(await right('198.51.100.99')).toEqual(signedIn);
  });

  test('a flood of strangers fills its own lane and is told to come again; who is at home passes', async () => {
    expect(await right('192.0.2.1')).toEqual(signedIn);
    let go = (): void => undefined;
    const opened = new Promise<null>((resolve) => (go = () => resolve(null)));
    const flood = Array.from({ length: 60 }, (_, index) =>
      limits.attempt({ account: `guess-${index}@example.com`, from: `203.0.113.${index}` }, () => opened),
    );
    expect(await Promise.race(flood)).toEqual({ kind: 'slow-down', seconds: 5 });
    expect(await right('192.0.2.1')).toEqual(signedIn);
    go();
    expect((await Promise.all(flood)).filter(({ kind }) => kind === 'looked-at')).toHaveLength(40);
  });

  test('several servers on one database count together', async () => {
    const other = createdHere();
    await wrongTimes(3, () => '192.0.2.1');
    expect(await wrong('192.0.2.1', anna, other)).toEqual(failed);
    expect(await wrong('192.0.2.1', anna, other)).toEqual(failed);
    expect(await right('192.0.2.1')).toMatchObject({ kind: 'slow-down' });
  });

  test('a clock that is a moment behind counts with the others, one that was wrong for a year closes nothing', async () => {
    await wrongTimes(5, () => '192.0.2.1');
    const behind = createdHere(-5000);
    expect(await right('192.0.2.1', anna, behind)).toEqual({ kind: 'slow-down', seconds: 60 });
    const ahead = createdHere(365 * 24 * 60 * minute);
    for (let index = 0; index < 5; index += 1) await wrong('192.0.2.9', anna, ahead);
    expect(await right('192.0.2.9', anna, ahead)).toMatchObject({ kind: 'slow-down' });
    expect(await right('192.0.2.9')).toEqual(signedIn);
  });

  test('a new password forgets every failure of the account, and knows the address it was chosen at', async () => {
    await wrongTimes(5, () => '192.0.2.1');
    await wrongTimes(40, (index) => `203.0.113.${index}`);
    await limits.forgive(store.db.withTables<AccountTables>(), { account: anna, from: '192.0.2.1' });
    // They go on.
    await wrongTimes(40, (index) => `203.0.114.${index}`);
    waits = [];
    expect(await right('192.0.2.1')).toEqual(signedIn);
    expect(waits).toEqual([]);
  });

  test('three mails to an account go at once, then one in five minutes, also when they are asked for at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 10 }, (_, index) => limits.countMail({ account: anna, from: `192.0.2.${index}` })),
    );
    expect(asked.filter((each) => each === null)).toHaveLength(3);
    expect(asked.filter((each) => each !== null)[0]).toEqual({ kind: 'slow-down', seconds: 300 });
    now += 5 * minute;
    expect(await limits.countMail({ account: anna, from: '192.0.2.1' })).toBeNull();
    expect(await limits.countMail({ account: anna, from: '192.0.2.1' })).not.toBeNull();
  });

  test('the table names nobody', async () => {
    await wrong('192.0.2.1');
    await right('192.0.2.1');
    await limits.countMail({ account: anna, from: '192.0.2.1' });
    const rows = await store.db.withTables<AccountTables>().selectFrom('sign_in_limit').selectAll().execute();
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toMatch(/anna|192\.0/);
  });
});
