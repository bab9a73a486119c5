import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { createAccounts } from '../../../portal/accounts/accounts.ts';
import { holdsSetUpToken, makeFirstOperator, makeSetUpToken } from '../../../portal/network/first-operator.ts';
import { isOperator } from '../../../portal/network/is-operator.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { recoveryKey } from '../../support/recovery-key.ts';

const operator = { company: 'The operator', name: 'Oona', email: 'oona@example.com', password: 'a long enough one' };

describe.each(engines)('the first operator on $engine', ({ engine }) => {
  let store: Store;
  let clock: string;
  const now = () => clock;
  beforeEach(async () => {
    clock = '2026-11-23T09:00:00.000Z';
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  const needs = () => ({ store, now, newId: uuidv7 });

  test('an empty server gives a link that makes one operator, once', async () => {
    const token = (await makeSetUpToken(needs())) ?? '';
    expect(await holdsSetUpToken(needs(), token)).toBe(true);
    expect(await holdsSetUpToken(needs(), token)).toBe(true);
    expect(await makeFirstOperator(needs(), token, operator)).toBe(true);
    expect(await makeFirstOperator(needs(), token, { ...operator, email: 'other@example.com' })).toBe(false);
    expect(await holdsSetUpToken(needs(), token)).toBe(false);
    expect(await makeSetUpToken(needs())).toBeNull();
    const accounts = createAccounts(store, {
      now,
      newId: uuidv7,
      recoveryKey,
      mark: uuidv7,
      publicUrl: () => '',
      onFault: () => undefined,
    });
    const { email, password } = operator;
    const signedIn = await accounts.signIn({ email, password, from: '192.0.2.1', userAgent: '' });
    if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
    expect(await isOperator(needs(), signedIn.session.person.id)).toBe(true);
  });

  test('of two who open their links at once, one becomes the operator', async () => {
    const [one, other] = [await makeSetUpToken(needs()), await makeSetUpToken(needs())];
    const made = await Promise.all(
      [one, other].map((token, index) =>
        makeFirstOperator(needs(), token ?? '', { ...operator, email: `operator-${index}@example.com` }),
      ),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await store.db.selectFrom('person').selectAll().execute()).toHaveLength(1);
  });

  test('a made-up or old link makes nobody', async () => {
    const token = (await makeSetUpToken(needs())) ?? '';
    expect(await makeFirstOperator(needs(), 'made-up', operator)).toBe(false);
    clock = '2026-11-24T09:00:00.000Z';
    expect(await makeFirstOperator(needs(), token, operator)).toBe(false);
    expect(await store.db.selectFrom('company').selectAll().execute()).toEqual([]);
  });
});
