import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createInsidePortals } from '../../../../electron/main/portal-server/inside-portals.ts';
import type { InsidePortals, InsidePortalsOptions } from '../../../../electron/main/portal-server/inside-portals.ts';
import type { PortalChild } from '../../../../electron/main/portal-server/portal-child.ts';
import type { PortalState } from '../../../../electron/main/portal-server/embedded-portal.ts';
import { createEmbeddedServer } from '../../../../portal/run/embedded.ts';
import { aSetUp } from '../../../support/a-set-up.ts';
import { someDay } from '../../support/a-command.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aKeyStore } from '../../support/a-key-store.ts';

type Told = readonly [string, PortalState];

interface Started {
  readonly portals: InsidePortals;
  readonly folder: string;
  readonly told: Told[];
  readonly forks: number[];
}

/** The portal server itself where the app has it in a process of its own: TSX is built before Node can run it alone. */
function aPortalServer(): PortalChild {
  const server = createEmbeddedServer(() => undefined);
  const onExit: ((code: number) => void)[] = [];
  const onMessage: ((message: unknown) => void)[] = [];
  let gone = false;
  return {
    post: (message) =>
      void server.hear(message).then((answer) => {
        if (!gone) for (const listener of onMessage) listener(answer);
      }),
    onMessage: (listener) => void onMessage.push(listener),
    onExit: (listener) => void onExit.push(listener),
    kill: () => {
      gone = true;
      void server.close().then(() => onExit.forEach((listener) => listener(0)));
    },
  };
}

/** Both of them, as the app starts them. */
function portalsIn(change: Partial<InsidePortalsOptions> = {}): Started {
  const started: Omit<Started, 'portals' | 'folder'> = { told: [], forks: [] };
  const folder = change.folder ?? aFolder();
  const portals = createInsidePortals({
    folder,
    keyStore: aKeyStore(),
    fork: () => {
      started.forks.push(started.forks.length);
      return aPortalServer();
    },
    now: () => someDay,
    today: '2026-11-23',
    onState: (address, state) => started.told.push([address, state]),
    ...change,
  });
  onTestFinished(() => portals.stop());
  return { portals, folder, ...started };
}

test('an own portal server is empty, is set up, and is up; the demo is made and made anew beside it', async () => {
  const { portals, folder, told } = portalsIn();
  expect(await portals.connect('this-computer')).toBeNull();
  expect(portals.stateOf('this-computer')).toEqual({ state: 'empty' });
  const chooser = { name: 'Olle', email: 'olle@x.example' };
  expect(await portals.own.passwordFault('short', chooser)).toBe('too-short');
  expect(await portals.own.passwordFault('a rainy day in May', chooser)).toBeNull();
  const answer = await portals.own.setUp(aSetUp());
  expect(answer.ok && answer.passwords.map(({ email }) => email)).toEqual([
    'sara@nordic.example',
    'aino@kuivaus.example',
    'pekka@kuivaus.example',
  ]);
  expect(await portals.own.setUp(aSetUp())).toEqual({ ok: false, reason: 'not-empty' });
  expect(told.map(([address, { state }]) => `${address} ${state}`)).toEqual(
    ['starting', 'empty', 'up'].map((state) => `this-computer ${state}`),
  );
  const own = await portals.connect('this-computer');
  const kept = readdirSync(join(folder, 'portal-of-this-computer'));
  expect(kept).toContain('portal.db');

  await portals.connect('embedded');
  expect(portals.demo.demo().demoAccounts).not.toEqual([]);
  expect(portals.own.demo().demoAccounts).toEqual([]);
  await portals.demo.stop(() => portals.deleteDemo());
  expect(readdirSync(join(folder, 'portal'))).not.toContain('portal.db');
  expect(readdirSync(join(folder, 'portal-of-this-computer'))).toEqual(expect.arrayContaining(kept));
  expect(await portals.connect('this-computer')).toEqual(own);

  const secrets = [
    aSetUp().operator.password,
    own?.secret ?? 'none',
    ...(answer.ok ? answer.passwords : []).map((each) => each.password),
  ];
  for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
});

test('what is typed into the set-up is there again after a crash, and not in clear', async () => {
  const keyStore = aKeyStore();
  const { portals, folder } = portalsIn({ keyStore });
  await (await portals.setUpDrafts()).write('set-up', 'Nordisk Försäkring');
  const again = portalsIn({ keyStore, folder });
  expect((await again.portals.setUpDrafts()).read()).toEqual({ 'set-up': 'Nordisk Försäkring' });
});

test('a key store that does not give the key starts nothing, puts nothing aside and says why', async () => {
  const keyStore = aKeyStore();
  const { portals, folder } = portalsIn({ keyStore });
  await portals.setUpDrafts();
  const own = join(folder, 'portal-of-this-computer');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'portal.db'), 'rows');
  const locked = portalsIn({ folder });
  expect(await locked.portals.connect('this-computer')).toBeNull();
  expect(locked.told).toEqual([['this-computer', { state: 'down', detail: 'key-not-readable' }]]);
  expect(locked.portals.stateOf('this-computer').detail).toBe('key-not-readable');
  expect(locked.forks).toEqual([]);
  expect(readdirSync(folder)).toEqual(['portal-of-this-computer']);
  rmSync(own, { recursive: true });
});

test('a process that ends while it is asked answers so', async () => {
  const { portals } = portalsIn();
  await portals.connect('this-computer');
  const asked = portals.own.setUp(aSetUp());
  void portals.own.stop();
  expect(await asked).toMatchObject({ ok: false, reason: 'failed' });
  expect(await portals.own.setUp(aSetUp())).toMatchObject({ ok: false, reason: 'failed' });
  expect(await portals.own.passwordFault('short', { name: '', email: '' })).toBeNull();
});
