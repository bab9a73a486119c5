// @vitest-environment node
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createPortalClient } from '../../../renderer/portal/portal-client.ts';
import { aContent, aDirectory, aStanding, aTask } from '../../support/builders.ts';
import { aDisk } from '../../support/offline/an-account.ts';
import { aScriptedPortal } from '../../support/offline/scripted-portal.ts';
import { aSyncedApp } from '../../support/offline/a-synced-app.ts';
import { linesOf, testAccount } from '../../support/offline/sync-lines.ts';
import { aKeptFile, chat, confirm, idOf, portal } from '../../support/offline/what-anna-does.ts';

describe('pull', () => {
  test('sync 18: a portal that fails does not hold the others', async () => {
    const scripted = aScriptedPortal();
    scripted.portals = ['damaged-portal', portal];
    scripted.onSync = (of) => (of === portal ? null : 'fault');
    const app = await aSyncedApp({}, aDisk(), scripted);
    expect(app.desk.state().rows).toHaveLength(3);
    expect(app.loop.state().trouble).toBe('Problem fault.');
  });

  test('sync 20: more than two hundred commands are named in several pulls, all of them', async () => {
    const app = await aSyncedApp();
    const ids: string[] = [];
    for (let number = 0; number < 205; number += 1) ids.push(idOf(await chat(app, (number % 3) + 1)));
    const named: (readonly string[])[] = [];
    app.portal.delta = (request) => {
      named.push(request.named);
      return { contained: request.named.map((id) => ({ id, kind: 'carried-out' })) };
    };
    await app.loop.syncNow();
    expect(named).toEqual([ids.slice(0, 200), ids.slice(200)]);
    expect(app.desk.state().outbox).toEqual([]);
  });

  test('sync 18: a long delta is asked for page by page from one number, goes on after a crash, and then what came since', async () => {
    const disk = aDisk();
    const app = await aSyncedApp({}, disk);
    const asked: unknown[] = [];
    const upTo = { number: 9, mark: 'm9' };
    const since = { number: 1, mark: 'm1' };
    app.portal.delta = ({ cursor, after, upTo: leadsTo }) => {
      asked.push({ cursor, after, upTo: leadsTo });
      if (after === 'b') return { cursor: upTo };
      return cursor.number === 9
        ? { cursor: { number: 12, mark: 'm12' } }
        : { cursor: upTo, next: after ? 'b' : 'a', more: true };
    };
    app.portal.onSync = () => (asked.length === 2 ? 'unavailable' : null);
    await app.loop.syncNow();
    expect(asked).toEqual([
      { cursor: since, after: undefined, upTo: undefined },
      { cursor: since, after: 'a', upTo },
    ]);
    await app.at.kill();
    app.portal.onSync = () => null;
    const again = await aSyncedApp({}, disk, app.portal);
    expect(asked.slice(2)).toEqual([
      { cursor: since, after: 'b', upTo },
      { cursor: upTo, after: undefined, upTo: undefined },
    ]);
    expect(again.fed.place(portal)).toEqual({ kind: 'delta', cursor: { number: 12, mark: 'm12' } });
  });

  test('sync 20: each pull names what was posted and is not contained; after a start, all that waits', async () => {
    const disk = aDisk();
    const app = await aSyncedApp({}, disk);
    const named: (readonly string[])[] = [];
    app.portal.delta = (request) => {
      named.push(request.named);
      return {};
    };
    const first = idOf(await confirm(app, 1));
    app.portal.onBatch = (ids) => (ids.length === 1 ? null : 'unavailable');
    await app.loop.syncNow();
    expect(named).toEqual([[first]]);
    await app.at.kill();
    const again = await aSyncedApp({}, disk, app.portal);
    expect(named.at(-1)).toEqual([first]);
    expect(again.loop.state().reach).toBe('online');
  });

  test('sync 18: a reset fetches the pages again', async () => {
    const app = await aSyncedApp();
    let resets = 0;
    app.portal.delta = () => {
      resets += 1;
      return resets === 1 ? { reset: 'unknown-cursor' } : {};
    };
    const before = app.portal.asked.length;
    await app.loop.syncNow();
    expect(app.portal.asked.slice(before)).toEqual([
      'GET me',
      `POST sync/${portal}/delta`,
      `GET sync/${portal}/pages`,
      `POST sync/${portal}/delta`,
    ]);
  });

  test('sync 19: a first sync that was broken off goes on behind the last page that was kept', async () => {
    const afters: (string | null)[] = [];
    let broken = true;
    const page = { standing: aStanding(), directory: aDirectory(), reading: {} };
    const portalClient = createPortalClient({
      account: testAccount,
      fetch: async (path, init) => {
        if (!path.includes('/pages')) return aScriptedPortal().fetch(path, init);
        const after = new URLSearchParams(path.split('?')[1]).get('after');
        afters.push(after);
        if (after === '') return new Response(linesOf({ ...page, cases: [aContent()], next: 'case-1' }));
        if (broken) throw new TypeError('The connection broke.');
        return new Response(linesOf({ cases: [aContent({ id: 'case-2', number: 'N-2' })] }));
      },
    });
    const app = await aSyncedApp({ portal: portalClient });
    expect(app.desk.state().rows).toEqual([]);
    broken = false;
    await app.loop.syncNow();
    expect(afters).toEqual(['', 'case-1', 'case-1']);
    expect(app.desk.state().rows.map(({ row }) => row.id)).toEqual(['case-1', 'case-2']);
  });

  test('a portal server that resets for ever is asked later', async () => {
    const app = await aSyncedApp();
    app.portal.delta = () => ({ reset: 'horizon' });
    await app.loop.syncNow();
    expect(app.loop.state().trouble).toBe('The portal server asks to start again each time.');
  });

  test('new notices are told once, never those of a first sync', async () => {
    const scripted = aScriptedPortal();
    const notice = {
      id: 'n1',
      kind: 'role-given',
      case: 'case-1',
      number: 'N-1',
      at: '2026-11-23T09:00:00.000Z',
    } as const;
    scripted.delta = () => ({ notices: [notice] });
    const app = await aSyncedApp({}, aDisk(), scripted);
    expect(app.at.notices).toEqual([]);
    scripted.delta = () => ({ notices: [{ ...notice, id: 'n2' }] });
    await app.loop.syncNow();
    expect(app.at.notices).toEqual([
      { kind: 'role-given', title: 'N-1', body: 'role-given', subject: { portal, case: 'case-1' } },
    ]);
    expect(app.desk.state().notices.map(({ id }) => id)).toEqual(['n2', 'n1']);
  });

  test('who was away for long is told of many notices in one', async () => {
    const scripted = aScriptedPortal();
    const app = await aSyncedApp({}, aDisk(), scripted);
    const notices = ['n1', 'n2', 'n3', 'n4'].map((id) => ({
      id,
      kind: 'chat-written' as const,
      case: 'case-1',
      number: 'N-1',
      at: '2026-11-23T09:00:00.000Z',
    }));
    scripted.delta = () => ({ notices });
    await app.loop.syncNow();
    expect(app.at.notices).toEqual([{ kind: 'many', title: '4', body: '' }]);
    expect(app.desk.state().notices).toHaveLength(4);
  });

  test('the badge is the number of cases that need action', async () => {
    const app = await aSyncedApp();
    expect(app.at.badge()).toBe(3);
    app.portal.delta = () => ({ cases: [aContent({ id: 'case-1', tasks: [aTask({ status: 'A' })] })] });
    await app.loop.syncNow();
    expect(app.at.badge()).toBe(2);
  });
});

describe('the loop', () => {
  test('an ended session rests it as signed out; unsent work stays', async () => {
    const app = await aSyncedApp();
    await confirm(app, 1);
    app.portal.onMe = () => 'session-ended';
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ reach: 'signed-out', waiting: 1 });
    app.portal.onMe = () => null;
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ reach: 'online', waiting: 0 });
  });

  test('a hundred nudges during a round are one more round', async () => {
    const { app, wakes } = await anAutomaticApp();
    await app.loop.syncNow();
    const rounds = (): number => app.portal.asked.filter((each) => each === 'GET me').length;
    const before = rounds();
    for (let nudge = 0; nudge < 100; nudge += 1) wakes.forEach((wake) => wake());
    await app.loop.syncNow();
    expect(rounds() - before).toBe(2);
  });

  test.each([
    ['20', 20_000],
    ['36000', 15 * 60_000],
  ])(
    'told to come again in %s seconds it does so, but waits no longer than a quarter of an hour',
    async (said, rest) => {
      const timers = vi.spyOn(globalThis, 'setTimeout');
      onTestFinished(() => timers.mockRestore());
      const headers = { 'retry-after': said };
      const busy = async (): Promise<Response> => new Response('', { status: 503, headers });
      await aSyncedApp({ automatic: true, portal: createPortalClient({ account: testAccount, fetch: busy }) });
      expect(timers.mock.calls.map(([, after]) => after)).toContain(rest);
    },
  );

  test('on purpose offline, nothing is asked until the user says so', async () => {
    const app = await aSyncedApp();
    app.loop.workOffline(true);
    const before = app.portal.asked.length;
    await confirm(app, 1);
    await app.loop.syncNow();
    expect(app.portal.asked).toHaveLength(before);
    expect(app.loop.state()).toMatchObject({ reach: 'on-purpose', waiting: 1 });
    app.loop.workOffline(false);
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ reach: 'online', waiting: 0 });
  });

  test('by itself, a new command and a nudge wake it, and it looks again in time', async () => {
    const { app, wakes } = await anAutomaticApp();
    const before = app.portal.posts.length;
    await confirm(app, 1);
    await vi.waitFor(() => expect(app.portal.posts.length).toBe(before + 1));
    await app.loop.syncNow();
    const asked = app.portal.asked.length;
    wakes.forEach((wake) => wake());
    await vi.waitFor(() => expect(app.portal.asked.length).toBeGreaterThan(asked));
    expect(app.portal.asked).toContain('GET sync/nudges');
  });

  test('offline, somebody who looks at the window does not wait for long; nobody is asked more often than that', async () => {
    const asked: (number | undefined)[] = [];
    let watched = true;
    const app = await aSyncedApp({
      automatic: true,
      isWatched: () => watched,
      pause: (_, most) => {
        asked.push(most);
        return 600_000;
      },
    });
    app.portal.onMe = () => 'unavailable';
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ reach: 'offline', troubleCode: null });
    expect(asked.at(-1)).toBe(15_000);
    watched = false;
    await app.loop.syncNow();
    expect(asked.at(-1)).toBeUndefined();
    watched = true;
    app.portal.onMe = () => 'fault';
    await app.loop.syncNow();
    expect(asked.at(-1)).toBeUndefined();
  });

  test('by itself, it says why a file is not taken yet, and goes on with everything else', async () => {
    const { app, wakes } = await anAutomaticApp();
    app.portal.onUpload = () => 'slow-down';
    const file = await aKeptFile(app);
    await app.desk.issue({ portal, name: 'add-document', subject: { kind: 'case', id: 'case-1' }, input: { file } });
    await vi.waitFor(() => expect(app.portal.asked).toContain(`PUT files/${portal}/${file.file}`));
    await app.loop.syncNow();
    wakes.forEach((wake) => wake());
    await vi.waitFor(() => expect(app.loop.state().trouble).toBe('Problem slow-down.'));
    expect(app.loop.state()).toMatchObject({ reach: 'online', waiting: 1 });
    app.portal.onUpload = () => null;
    wakes.forEach((wake) => wake());
    await vi.waitFor(() => expect(app.loop.state()).toMatchObject({ trouble: null, waiting: 0 }));
  });

  test('a place that cannot forget stops the round, and the next one tries again', async () => {
    const app = await aSyncedApp();
    const stop = app.desk.registerForget('a locked file', () => Promise.reject(new Error('The file is in use.')));
    app.portal.delta = () => ({
      withdrawn: [{ case: 'case-1', number: 'N-1', at: '2026-11-23T09:00:00.000Z', reason: 'other' }],
    });
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ syncing: false, trouble: 'The file is in use.' });
    stop();
    await app.loop.syncNow();
    expect(app.loop.state().trouble).toBeNull();
    expect(app.desk.state().rows.map(({ row }) => row.id)).toEqual(['case-2', 'case-3']);
  });
});

/** An app that syncs by itself, and what wakes it. */
async function anAutomaticApp() {
  const wakes: (() => void)[] = [];
  const app = await aSyncedApp({
    automatic: true,
    wakes: (wake) => {
      wakes.push(wake);
      return () => undefined;
    },
  });
  return { app, wakes };
}
