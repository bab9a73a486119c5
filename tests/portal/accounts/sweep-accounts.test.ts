import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepAccounts } from '../../../portal/accounts/sweep-accounts.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

describe.each(engines)('what is over on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
  });
  afterAll(() => server.close());

  test('is deleted: sessions, links and counts; what holds is kept', async () => {
    const db = server.store.db.withTables<AccountTables>();
    const carla = await server.as('carla');
    await server.deps.accounts.forgotPassword('carla@example.com', '192.0.2.1');
    await server.deps.accounts.idle();
    const rows = async () => [
      (await db.selectFrom('auth_session').selectAll().execute()).length,
      (await db.selectFrom('auth_verification').selectAll().execute()).length,
      (await db.selectFrom('sign_in_limit').selectAll().execute()).length,
    ];
    await sweepAccounts(server.store, server.deps.now());
    expect(await rows()).toEqual([1, 1, 3]);
    expect((await carla.request('/me')).status).toBe(200);
    server.clock.now = '2026-12-25T09:00:00.000Z';
    await sweepAccounts(server.store, server.deps.now());
    // Where somebody is at home is kept for half a year.
    expect(await rows()).toEqual([0, 0, 1]);
    expect((await carla.request('/me')).status).toBe(401);
    server.clock.now = '2027-06-01T09:00:00.000Z';
    await sweepAccounts(server.store, server.deps.now());
    expect(await rows()).toEqual([0, 0, 0]);
  });
});
