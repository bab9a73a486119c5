// @vitest-environment node
import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { IssueAnswer } from '../../../renderer/offline/offline-desk.ts';
import type { FileRef } from '../../../shared/domain/document/document.ts';
import { aBudget, aCaseHandler, aContent, aDirectory, aFile, aRole, aTask, carla } from '../../support/builders.ts';
import { aDisk } from '../../support/offline/an-account.ts';
import { aScriptedPortal } from '../../support/offline/scripted-portal.ts';
import { aSyncedApp, type SyncedApp } from '../../support/offline/a-synced-app.ts';

const portal = 'nordic-portal';
const caseOf = (number: number) => ({ kind: 'case', id: `case-${String(number)}` }) as const;

const confirm = ({ desk }: SyncedApp, number: number): Promise<IssueAnswer> =>
  desk.issue({ portal, name: 'confirm-received', subject: caseOf(number), input: { task: `t${String(number)}` } });
const assign = ({ desk }: SyncedApp, number: number): Promise<IssueAnswer> =>
  desk.issue({
    portal,
    name: 'assign-members',
    subject: caseOf(number),
    input: { task: `t${String(number)}`, members: ['anna'] },
  });
const chat = ({ desk }: SyncedApp, number: number): Promise<IssueAnswer> =>
  desk.issue({ portal, name: 'write-chat', subject: caseOf(number), input: { text: 'hello' } });
const idOf = (answer: IssueAnswer): string => (answer.ok ? answer.id : '');
const statesOf = ({ desk }: SyncedApp) =>
  desk.state().outbox.map(({ command, state }) => [command?.name, command?.subject.id, state]);

async function aKeptFile(app: SyncedApp, text = 'cells'): Promise<FileRef> {
  const bytes = new TextEncoder().encode(text);
  await app.at.desk.files.keep(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: `file-${text}`, name: 'cells.csv', size: bytes.length, sha256, mediaType: 'text/csv' };
}

describe('push', () => {
  test('sync 10: commands are posted in journal order, in batches of at most a hundred', async () => {
    const app = await aSyncedApp();
    const ids: string[] = [];
    for (let number = 0; number < 130; number += 1) ids.push(idOf(await chat(app, (number % 3) + 1)));
    await app.loop.syncNow();
    expect(app.portal.posts.map((post) => post.length)).toEqual([100, 30]);
    expect(app.portal.posts.flat()).toEqual(ids);
  });

  test('sync 12: a batch is marked sent in the journal before it is posted', async () => {
    const app = await aSyncedApp();
    await confirm(app, 1);
    app.portal.onBatch = () => {
      expect(app.at.journal.read().items).toMatchObject([{ state: 'sent' }]);
      return null;
    };
    await app.loop.syncNow();
    expect(app.portal.posts).toHaveLength(1);
    expect(app.at.journal.read().items).toMatchObject([{ state: 'carried-out' }]);
  });

  test('sync 12: while nobody answers, nothing is marked sent and everything can be taken back here', async () => {
    const app = await aSyncedApp();
    await confirm(app, 1);
    app.portal.onMe = () => 'unavailable';
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ reach: 'offline', waiting: 1 });
    expect(statesOf(app)).toEqual([['confirm-received', 'case-1', 'waiting']]);
  });

  test('sync 12: what was taken back after it was sent is cancelled, or the answer is what really happened', async () => {
    const app = await aSyncedApp();
    const [one, two] = [await chat(app, 1), await chat(app, 2)];
    await app.fed.mark([
      { position: 1, state: 'sent' },
      { position: 2, state: 'sent' },
    ]);
    await app.desk.discard(1);
    await app.desk.discard(2);
    app.portal.onCancel = (id) =>
      id === idOf(one) ? { id, kind: 'cancelled', change: 5 } : { id, kind: 'carried-out', change: 4 };
    await app.loop.syncNow();
    expect(app.portal.posts).toEqual([]);
    expect(app.portal.asked).toContain(`POST commands/${idOf(two)}/cancel`);
    expect(app.at.journal.read().items).toMatchObject([{ position: 2, state: 'carried-out' }]);
  });

  test('sync 13: trouble with one command parks it after five tries and holds only its own case', async () => {
    const app = await aSyncedApp();
    const bad = idOf(await confirm(app, 1));
    await assign(app, 1);
    await chat(app, 1);
    await confirm(app, 2);
    app.portal.onCommand = ({ id }) =>
      id === bad
        ? { id, kind: 'trouble', problem: 'fault', detail: 'It broke.' }
        : app.portal.posts.flat().includes(bad) && id === app.desk.state().outbox[1]?.command?.id
          ? { id, kind: 'blocked', by: bad }
          : { id, kind: 'carried-out', change: 1 };
    for (let round = 1; round <= 4; round += 1) await app.loop.syncNow();
    expect(statesOf(app)).toMatchObject([
      ['confirm-received', 'case-1', 'sent'],
      ['assign-members', 'case-1', 'sent'],
      ['write-chat', 'case-1', 'carried-out'],
      ['confirm-received', 'case-2', 'carried-out'],
    ]);
    await app.loop.syncNow();
    expect(app.desk.state().outbox[0]).toMatchObject({
      state: 'attention',
      trouble: { detail: 'It broke.', tries: 5 },
    });
    const before = app.portal.posts.length;
    await confirm(app, 3);
    await app.loop.syncNow();
    expect(app.portal.posts.slice(before).flat()).toHaveLength(1);
    expect(app.loop.state()).toMatchObject({ attention: 1 });
  });

  test('sync 13: a batch that fails as a whole is posted one by one, and the bad one is found', async () => {
    const app = await aSyncedApp();
    const [, bad] = [await confirm(app, 1), idOf(await confirm(app, 2)), await confirm(app, 3)];
    app.portal.onBatch = (ids) => (ids.includes(bad) ? 'fault' : null);
    for (let round = 1; round <= 5; round += 1) await app.loop.syncNow();
    expect(statesOf(app)).toEqual([
      ['confirm-received', 'case-1', 'carried-out'],
      ['confirm-received', 'case-2', 'attention'],
      ['confirm-received', 'case-3', 'carried-out'],
    ]);
  });

  test('sync 13: a cancel that fails holds its own case only, and is never posted instead', async () => {
    const app = await aSyncedApp();
    const [bad] = [idOf(await confirm(app, 1))];
    await app.fed.mark([{ position: 1, state: 'sent' }]);
    await app.desk.discard(1);
    await confirm(app, 2);
    app.portal.onCancel = () => null;
    await app.loop.syncNow();
    expect(app.portal.asked).toContain(`POST commands/${bad}/cancel`);
    expect(app.portal.posts.flat()).not.toContain(bad);
    expect(statesOf(app)).toEqual([
      ['confirm-received', 'case-1', 'sent'],
      ['confirm-received', 'case-2', 'carried-out'],
    ]);
  });

  test('sync 13: trouble is tried again in its time, whatever the clock of the computer is set to meanwhile', async () => {
    const app = await aSyncedApp({ pause: () => 300 });
    const bad = idOf(await confirm(app, 1));
    app.portal.onCommand = ({ id }) => ({ id, kind: 'trouble', problem: 'fault', detail: 'It broke.' });
    await app.loop.syncNow();
    await app.loop.syncNow();
    expect(app.portal.posts).toEqual([[bad]]);
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2016-01-01') });
    await vi.waitFor(async () => {
      await app.loop.syncNow();
      expect(app.portal.posts).toEqual([[bad], [bad]]);
    });
  });

  test('sync 13: several commands that a gateway finds too large are parked, and hold no other', async () => {
    const app = await aSyncedApp();
    for (const number of [1, 2, 3, 1]) await chat(app, number);
    const small = idOf(await confirm(app, 1));
    app.portal.onBatch = (ids) => (ids.length === 1 && ids[0] === small ? null : 'too-large');
    for (let round = 1; round <= 5; round += 1) await app.loop.syncNow();
    expect(statesOf(app).map(([, , state]) => state)).toEqual([
      ...['attention', 'attention', 'attention', 'attention'],
      'carried-out',
    ]);
  });

  test('sync 12: where the disk takes no mark, nothing is posted', async () => {
    const app = await aSyncedApp();
    await confirm(app, 1);
    app.at.full = true;
    await app.loop.syncNow();
    expect(app.portal.posts).toEqual([]);
    expect(app.loop.state()).toMatchObject({ reach: 'online', waiting: 1 });
    expect(app.loop.state().trouble).toContain('disk');
    app.at.full = false;
    await app.loop.syncNow();
    expect(app.portal.posts).toHaveLength(1);
  });

  test('sync 13: a Problem about the batch stops the push, and nothing is parked', async () => {
    const app = await aSyncedApp();
    await confirm(app, 1);
    app.portal.onBatch = () => 'unavailable';
    for (let round = 1; round <= 7; round += 1) await app.loop.syncNow();
    expect(app.portal.posts).toHaveLength(7);
    expect(app.loop.state()).toMatchObject({ reach: 'offline', waiting: 1, attention: 0 });
  });

  test('sync 10: what comes after a refused command is blocked and offered again', async () => {
    const app = await aSyncedApp();
    const first = idOf(await confirm(app, 1));
    await assign(app, 1);
    const refusal = { code: 'case-closed', grantor: 'insurer' };
    app.portal.onCommand = ({ id }) =>
      id === first ? { id, kind: 'refused', change: 3, refusal } : { id, kind: 'blocked', by: first };
    await app.loop.syncNow();
    expect(app.desk.state().refusals).toMatchObject([{ refusal }]);
    expect(statesOf(app)).toEqual([['assign-members', 'case-1', 'blocked']]);
    expect(app.loop.state()).toMatchObject({ waiting: 0, attention: 2 });
  });
});

describe('files', () => {
  test('sync 5: a file goes before the command that names it, and holds no other', async () => {
    const app = await aSyncedApp();
    const file = await aKeptFile(app);
    const document = idOf(await app.desk.issue({ portal, name: 'add-document', subject: caseOf(1), input: { file } }));
    const other = idOf(await confirm(app, 2));
    let uploaded = false;
    app.portal.onUpload = () => {
      uploaded = true;
      return null;
    };
    app.portal.onCommand = ({ id }) => {
      expect([id === document, id === document ? uploaded : true]).toEqual([id === document, true]);
      return { id, kind: 'carried-out', change: 1 };
    };
    await app.loop.syncNow();
    expect(app.portal.posts).toEqual([[other], [document]]);
    expect(statesOf(app).map(([, , state]) => state)).toEqual(['carried-out', 'carried-out']);
  });

  test('sync 5: bytes that the portal server misses are uploaded again; it is no refusal', async () => {
    const app = await aSyncedApp();
    const file = await aKeptFile(app);
    await app.desk.issue({ portal, name: 'add-document', subject: caseOf(1), input: { file } });
    let times = 0;
    app.portal.onCommand = ({ id }) => {
      times += 1;
      return times === 1 ? { id, kind: 'file-missing', file: file.file } : { id, kind: 'carried-out', change: 1 };
    };
    await app.loop.syncNow();
    await app.loop.syncNow();
    expect(app.portal.asked.filter((each) => each.startsWith('PUT'))).toHaveLength(2);
    expect(statesOf(app).map(([, , state]) => state)).toEqual(['carried-out']);
    expect(app.desk.state().refusals).toEqual([]);
  });

  test('an upload that failed and is wanted no more is no trouble of the next round', async () => {
    const app = await aSyncedApp();
    const file = await aKeptFile(app);
    await app.desk.issue({ portal, name: 'add-document', subject: caseOf(1), input: { file } });
    app.portal.onUpload = () => 'unavailable';
    await app.loop.syncNow();
    expect(app.loop.state().reach).toBe('offline');
    await app.desk.discard(1);
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ reach: 'online', trouble: null, waiting: 0 });
  });

  test('a file that the portal server never takes parks its command with the reason', async () => {
    const app = await aSyncedApp();
    const file = await aKeptFile(app);
    await app.desk.issue({ portal, name: 'add-document', subject: caseOf(1), input: { file } });
    app.portal.onUpload = () => 'too-large';
    await app.loop.syncNow();
    expect(app.desk.state().outbox).toMatchObject([
      { state: 'attention', trouble: { detail: 'cells.csv: Problem too-large.' } },
    ]);
    expect(app.portal.posts).toEqual([]);
  });

  test('calculation files of decisions that wait for me are fetched ahead', async () => {
    const scripted = aScriptedPortal();
    const bytes = new TextEncoder().encode('calculation');
    const file = { ...aFile(), sha256: createHash('sha256').update(bytes).digest('hex') };
    scripted.files = { [file.file]: bytes };
    const role = aRole({ user: carla });
    const cases = [aContent({ role, tasks: [aTask({ status: 'B' })], budgets: [aBudget({ file })] })];
    scripted.delta = () => ({ standing: aCaseHandler(), directory: aDirectory(), cases });
    const app = await aSyncedApp({}, aDisk(), scripted);
    expect(await app.at.desk.files.readCopy(file.file)).toEqual(Buffer.from(bytes));
    const before = scripted.asked.length;
    await app.loop.syncNow();
    expect(scripted.asked.slice(before).filter((each) => each.startsWith('GET files'))).toEqual([]);
  });
});

describe('files fetched ahead', () => {
  test('a page of a gateway in place of a file is not kept, and the file is asked for again', async () => {
    const scripted = aScriptedPortal();
    const bytes = new TextEncoder().encode('calculation');
    const file = { ...aFile(), sha256: createHash('sha256').update(bytes).digest('hex') };
    scripted.files = { [file.file]: new TextEncoder().encode('<html>Welcome</html>') };
    const role = aRole({ user: carla });
    const cases = [aContent({ role, tasks: [aTask({ status: 'B' })], budgets: [aBudget({ file })] })];
    scripted.delta = () => ({ standing: aCaseHandler(), directory: aDirectory(), cases });
    const app = await aSyncedApp({}, aDisk(), scripted);
    expect(await app.at.desk.files.readCopy(file.file)).toBeNull();
    scripted.files = { [file.file]: bytes };
    await app.loop.syncNow();
    expect(await app.at.desk.files.readCopy(file.file)).toEqual(Buffer.from(bytes));
  });
});

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
    const wakes: (() => void)[] = [];
    const app = await aSyncedApp({
      automatic: true,
      wakes: (wake) => {
        wakes.push(wake);
        return () => undefined;
      },
    });
    await app.loop.syncNow();
    const rounds = (): number => app.portal.asked.filter((each) => each === 'GET me').length;
    const before = rounds();
    for (let nudge = 0; nudge < 100; nudge += 1) wakes.forEach((wake) => wake());
    await app.loop.syncNow();
    expect(rounds() - before).toBe(2);
  });

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
    const wakes: (() => void)[] = [];
    const app = await aSyncedApp({
      automatic: true,
      wakes: (wake) => {
        wakes.push(wake);
        return () => undefined;
      },
    });
    const before = app.portal.posts.length;
    await confirm(app, 1);
    await vi.waitFor(() => expect(app.portal.posts.length).toBe(before + 1));
    await app.loop.syncNow();
    const asked = app.portal.asked.length;
    wakes.forEach((wake) => wake());
    await vi.waitFor(() => expect(app.portal.asked.length).toBeGreaterThan(asked));
    expect(app.portal.asked).toContain('GET sync/nudges');
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
