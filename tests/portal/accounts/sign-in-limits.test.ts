import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSignInLimits, type SignInLimits } from '../../../portal/accounts/sign-in-limits.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import { emptyStore, engines } from '../../support/engines.ts';

describe.each(engines)('sync 36: sign-in limits on $engine', ({ engine }) => {
  let store: Store;
  let limits: SignInLimits;
  let now = 0;

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 23, 8);
    store = await emptyStore(engine);
    limits = createSignInLimits(store.db.withTables<AccountTables>(), () => now);
  });
  afterEach(() => store.close());

  const attempt = (address: string, account: string) =>
    limits.attempt([
      { kind: 'sign-in-address', value: address },
      { kind: 'sign-in-account', value: account },
    ]);

  /** Fails until it is let in no more; answers the seconds to wait. */
  async function closedFor(address: string, account: string): Promise<number> {
    const answer = await attempt(address, account);
    if (answer.allowed) return closedFor(address, account);
    return answer.seconds;
  }

  test('an account is closed for longer after each failure, fifteen minutes at most, and opens by itself', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const seconds = await closedFor(`192.0.2.${round}`, 'anna@example.com');
      waits.push(seconds);
      now += seconds * 1000;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    now += 25 * 3_600_000;
    expect(await attempt('192.0.2.1', 'anna@example.com')).toMatchObject({ allowed: true });
    expect(await attempt('192.0.2.1', 'anna@example.com')).toMatchObject({ allowed: true });
  });

  test('a free try closes nothing, not even for a server whose clock is a moment behind', async () => {
    expect(await attempt('192.0.2.1', 'anna@example.com')).toMatchObject({ allowed: true });
    now -= 5;
    expect(await attempt('192.0.2.1', 'cora@example.com')).toMatchObject({ allowed: true });
  });

  test('an account is counted by its address in any writing', async () => {
    await closedFor('192.0.2.1', 'anna@example.com');
    expect(await attempt('192.0.2.2', ' ANNA@Example.com')).toEqual({ allowed: false, seconds: 1 });
  });

  test('one socket address that guesses at many accounts is closed, others are not, and what it asked of is not', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => attempt('203.0.113.7', `guess-${index}@example.com`)),
    );
    expect(answers.filter((each) => each.allowed)).toHaveLength(30);
    expect(await attempt('203.0.113.7', 'anna@example.com')).toMatchObject({ allowed: false });
    for (let index = 0; index < 4; index += 1) {
      expect(await attempt('203.0.113.8', 'anna@example.com')).toMatchObject({ allowed: true });
    }
  });

  test('guesses that arrive at once are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt('192.0.2.1', 'anna@example.com')));
    expect(answers.filter((each) => each.allowed)).toHaveLength(5);
  });

  test('an office whose people all sign in from one address is never slowed down', async () => {
    for (let index = 0; index < 60; index += 1) {
      const answer = await attempt('192.0.2.1', `person-${index}@example.com`);
      if (!answer.allowed) throw new Error(`closed at person ${index}`);
      await answer.succeeded();
    }
    expect(await attempt('192.0.2.1', 'anna@example.com')).toMatchObject({ allowed: true });
  });

  test('a success forgets the failures of the account, not those of the address', async () => {
    for (let index = 0; index < 4; index += 1) await attempt('192.0.2.1', 'anna@example.com');
    const answer = await attempt('192.0.2.1', 'anna@example.com');
    if (answer.allowed) await answer.succeeded();
    for (let index = 0; index < 4; index += 1) {
      expect(await attempt('192.0.2.2', 'anna@example.com')).toMatchObject({ allowed: true });
    }
    const rows = await store.db.withTables<AccountTables>().selectFrom('sign_in_limit').selectAll().execute();
    expect(rows.map((each) => each.failures).sort()).toEqual([4, 4, 4]);
    expect(JSON.stringify(rows)).not.toContain('anna');
  });
});
