import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createAccounts } from '../../../electron/main/accounts/accounts.ts';
import type { Accounts } from '../../../electron/main/accounts/accounts.ts';
import type { KeyStore } from '../../../electron/main/accounts/key-wraps.ts';
import { openPinnedStores } from '../../../electron/main/server/pinned-stores.ts';
import { aCommand } from './a-command.ts';
import { aFolder } from './a-folder.ts';
import { aKeyStore } from './a-key-store.ts';
import { aSigningServer, says } from './a-server.ts';
import type { Says } from './a-server.ts';

export interface Desk {
  readonly folder: string;
  readonly words: Says;
  readonly address: string;
  clock: string;
  /** A new start of the app: nothing of the earlier one but what lies on the disk. */
  readonly start: (keyStore?: KeyStore) => Promise<Accounts>;
}

export const ann = 'store-1.ann';
export const right = { email: 'ann@x.example', password: 'right' };

export async function aDesk(words: Says = says()): Promise<Desk> {
  const folder = aFolder();
  const address = await aSigningServer(words);
  const keyring = aKeyStore();
  const desk: Desk = {
    folder,
    words,
    address,
    clock: '2026-03-02T09:00:00.000Z',
    start: async (keyStore = keyring) => {
      const pins = await openPinnedStores(folder);
      const connect = (base: string): Promise<{ base: string; secret: null }> =>
        Promise.resolve({ base, secret: null });
      const accounts = createAccounts({ folder, keyStore, now: () => desk.clock, pins, fetch, connect });
      onTestFinished(() => accounts.leave(ann));
      return accounts;
    },
  };
  return desk;
}

export async function withOneWaiting(desk: Desk, keyStore?: KeyStore): Promise<void> {
  const accounts = await desk.start(keyStore);
  expect(await accounts.signIn(desk.address, right)).toEqual({ ok: true, account: ann });
  expect(await accounts.open(ann)?.journal.append(aCommand(1), 0)).toMatchObject({ ok: true });
  await accounts.leave(ann);
}

export const waitingIn = (accounts: Accounts): number | undefined => accounts.open(ann)?.journal.read().items.length;

/** What lies in a folder, by its path. */
export function filesUnder(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}
