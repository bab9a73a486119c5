import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEmbeddedPortal } from '../../../../electron/main/portal-server/embedded-portal.ts';
import type { EmbeddedPortal, PortalState } from '../../../../electron/main/portal-server/embedded-portal.ts';
import type { OpenMessage, PortalChild } from '../../../../electron/main/portal-server/portal-child.ts';

interface Started {
  readonly portal: EmbeddedPortal;
  readonly states: PortalState[];
  readonly opened: OpenMessage[];
  readonly argv: (readonly string[])[];
  readonly pids: number[];
}

function aPortal(folder: string): Started {
  const started: Omit<Started, 'portal'> = { states: [], opened: [], argv: [], pids: [] };
  const forkChild = (): PortalChild => {
    const child = fork(join(import.meta.dirname, '../../support/portal-process.ts'));
    started.argv.push(child.spawnargs);
    started.pids.push(child.pid ?? 0);
    return {
      post: (message) => {
        if (message.kind === 'open') started.opened.push(message);
        child.send(message);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.on('exit', (code) => listener(code ?? 0)),
      kill: () => child.kill(),
    };
  };
  const portal = createEmbeddedPortal({
    fork: forkChild,
    settings: () => ({ folder, encryptionKey: 'k'.repeat(43), demo: true, mailFolder: 'mail' }),
    onState: (state) => started.states.push(state),
    backoff: 50,
  });
  onTestFinished(() => portal.stop());
  return { portal, ...started };
}

test('the server is up once it has said its port, on loopback, with a secret no argument carries', async () => {
  const { portal, opened, argv, states } = aPortal('fine');
  expect(portal.connection()).toBeNull();
  portal.start();
  const connection = await portal.whenUp(20_000);
  expect(connection?.base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(connection?.secret).toBe(opened[0]?.secret);
  expect(connection?.secret?.length).toBeGreaterThan(40);
  expect(JSON.stringify(argv)).not.toContain(connection?.secret);
  expect(states.map(({ state }) => state)).toEqual(['starting', 'up']);
});

test('a server that upgrades an old database is starting, and says how far it is', async () => {
  const { portal, states } = aPortal('old');
  portal.start();
  await portal.whenUp(20_000);
  expect(states).toEqual([
    { state: 'starting' },
    { state: 'starting', upgrade: { done: 200, total: 300 } },
    { state: 'up' },
  ]);
});

test('sync 26: when it ends there is no connection until the next one has said its port, with another secret', async () => {
  const { portal, states, pids } = aPortal('short-lived');
  portal.start();
  const first = await portal.whenUp(20_000);
  while (states.at(-1)?.state !== 'down') await new Promise((resolve) => setTimeout(resolve, 5));
  expect(portal.connection()).toBeNull();
  expect(states.at(-1)?.detail).toBe('exit 7');
  const second = await portal.whenUp(20_000);
  expect(second?.secret).not.toBe(first?.secret);
  expect(new Set(pids).size).toBe(2);
});

test('a server that cannot open is tried again, later each time, and says why', async () => {
  const { portal, states } = aPortal('broken');
  portal.start();
  expect(await portal.whenUp(2500)).toBeNull();
  expect(states.filter(({ state }) => state === 'down').map(({ detail }) => detail)).toContain('no database');
  const tries = states.filter(({ state }) => state === 'starting').length;
  expect(tries).toBeGreaterThan(1);
  expect(tries).toBeLessThan(8);
});

test('whoever asks it to stop while it ends waits for the same end', async () => {
  const { portal, pids } = aPortal('fine');
  portal.start();
  await portal.whenUp(20_000);
  const [pid = 0] = pids;
  const first = portal.stop();
  await portal.stop();
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(portal.state()).toEqual({ state: 'down' });
  await first;
});

test('what is to be done after the end is done by whoever asked for it, also while it ends already', async () => {
  const { portal, pids } = aPortal('fine');
  portal.start();
  await portal.whenUp(20_000);
  const done: number[] = [];
  const first = portal.stop();
  const second = portal.stop(async () => {
    await first;
    done.push(pids.length);
  });
  portal.start();
  expect(await portal.whenUp(20_000)).not.toBeNull();
  await second;
  expect(done).toEqual([1]);
});

test('whoever starts it while it ends gets the next one, once what was to be done in between is done', async () => {
  const { portal, states, pids } = aPortal('fine');
  portal.start();
  const first = await portal.whenUp(20_000);
  const seen: number[] = [];
  const stopped = portal.stop(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(pids.length);
  });
  portal.start();
  const second = await portal.whenUp(20_000);
  await stopped;
  expect(seen).toEqual([1]);
  expect(second?.secret).not.toBe(first?.secret);
  expect(portal.state()).toEqual({ state: 'up' });
  expect(states.map(({ state }) => state)).toEqual(['starting', 'up', 'down', 'starting', 'up']);
});

test('it stops with the app, and nobody waits on', async () => {
  const { portal, pids } = aPortal('fine');
  portal.start();
  await portal.whenUp(20_000);
  await portal.stop();
  expect(portal.connection()).toBeNull();
  expect(await portal.whenUp(20_000)).toBeNull();
  expect(() => process.kill(pids[0] ?? 0, 0)).toThrow(/ESRCH/);
});
