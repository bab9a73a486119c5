// @vitest-environment node
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { aSyncedApp } from '../../support/offline/a-synced-app.ts';
import {
  aKeptFile,
  assign,
  caseOf,
  chat,
  confirm,
  idOf,
  portal,
  statesOf,
} from '../../support/offline/what-anna-does.ts';

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
      'attention',
      'attention',
      'attention',
      'attention',
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

  test('sync 13: bytes that the portal server misses again and again park their command after five times', async () => {
    const app = await aSyncedApp();
    const file = await aKeptFile(app);
    await app.desk.issue({ portal, name: 'add-document', subject: caseOf(1), input: { file } });
    app.portal.onCommand = ({ id }) => ({ id, kind: 'file-missing', file: file.file });
    for (let round = 1; round <= 7; round += 1) await app.loop.syncNow();
    expect(app.desk.state().outbox).toMatchObject([{ state: 'attention', trouble: { tries: 5 } }]);
    expect(app.portal.posts).toHaveLength(5);
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
});
