import { serve } from '@hono/node-server';
import { uuidv7 } from 'uuidv7';
import { createAccounts } from '../../portal/accounts/accounts.ts';
import { commandRoutes } from '../../portal/http/command-routes.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import { openStore, type StoreAddress } from '../../portal/store/open-store.ts';
import { recoveryKey } from './recovery-key.ts';

/**
 * A portal server of commands only, as a process of its own that can be killed. Its clock begins at the moment it is given;
 * it says its port on its output.
 */
const [address = '', moment = ''] = process.argv.slice(2);
// Written by the test that starts this process.
const store = await openStore(JSON.parse(address) as StoreAddress);
const began = performance.now();
const now = (): string => fromMilliseconds(toMilliseconds(moment) + Math.round(performance.now() - began));
const onFault = (fault: unknown): void => void process.stderr.write(`${String(fault)}\n`);
const publicUrl = () => '';
const accounts = createAccounts(store, { now, newId: uuidv7, mark: uuidv7, recoveryKey, publicUrl, onFault });
const routes = commandRoutes({
  store,
  accounts,
  now,
  newId: uuidv7,
  mark: uuidv7,
  publicUrl,
  version: '0.0.0',
  onFault,
});
serve({ fetch: routes.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.stdout.write(`${port}\n`));
