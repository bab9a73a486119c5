// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/contract/commands.ts';
import type { JournalMark } from '../../../shared/contract/desk-api.ts';
import { anInsurer, aTask } from '../../support/builders.ts';
import { aDisk, type Disk } from '../../support/offline/an-account.ts';
import { aSyncedApp } from '../../support/offline/a-synced-app.ts';
import { openJournalDesk } from '../../support/offline/journal-desk.ts';
import { aScriptedPortal } from '../../support/offline/scripted-portal.ts';
import { testAccount } from '../../support/offline/sync-lines.ts';
import { assign, caseOf, confirm, idOf, statesOf } from '../../support/offline/what-anna-does.ts';

const id = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** As app 0.1.0 wrote it into its journal. */
function issuedByFirst(number: number, name: string, input: object, change: object = {}): object {
  const around = { portal: 'nordic-portal', account: testAccount, after: null, at: '2026-11-23T08:00:00.000Z' };
  return { id: id(number), ...around, subject: caseOf(1), name, input, basedOn: null, ...change };
}

/** A disk on which 0.1.0 worked, and was updated. */
async function leftByFirst(commands: readonly object[], marks: readonly JournalMark[] = []): Promise<Disk> {
  const disk = aDisk();
  const { desk, journal } = await openJournalDesk(disk.folder, () => '2026-11-23T08:00:00.000Z');
  let seen = 0;
  for (const command of commands) {
    const answer = await desk.journal.append(command, seen);
    if (!answer.ok) throw new Error(answer.reason);
    seen = answer.position;
  }
  await desk.journal.mark(marks);
  await journal.close();
  return disk;
}

const received = issuedByFirst(1, 'confirm-received', { task: 't1' });
const times = { task: 't1', start: '2026-11-24T08:00:00.000Z', end: '2026-11-24T12:00:00.000Z' };
const given = { task: 't1', members: ['anna'] };
const assigned = issuedByFirst(2, 'assign-members', given, { after: id(1), basedOn: 't1' });

describe('a journal of 0.1.0', () => {
  test('sync 16: its commands are replayed, and posted as they were issued; new ones in the form of today', async () => {
    const disk = await leftByFirst([received, assigned]);
    const app = await aSyncedApp({}, disk);
    expect(app.portal.bodies).toEqual([received, assigned]);
    const open = await app.desk.openCase({ portal: 'nordic-portal', case: 'case-1' });
    expect(open?.content.case.tasks[0]).toMatchObject({ status: '1', responsibles: [{ member: 'anna' }] });
    expect(open?.waiting.map(({ command }) => command?.basedOn)).toEqual([
      [],
      [{ thing: 'task:t1/members', revision: 't1' }],
    ]);
    await app.desk.issue({ portal: 'nordic-portal', name: 'set-time', subject: caseOf(1), input: times, seen: 't1' });
    await app.loop.syncNow();
    expect(app.portal.bodies.at(-1)).toMatchObject({
      name: 'set-time',
      basedOn: [{ thing: 'task:t1/time', revision: 't1' }],
    });
    expect(app.portal.bodies).toHaveLength(3);
  });

  test('sync 9: a command of which nobody knows whether it arrived is posted again by its own bytes', async () => {
    const disk = await leftByFirst([received], [{ position: 1, state: 'sent' }]);
    const app = await aSyncedApp({}, disk);
    expect(app.portal.bodies.map((each) => JSON.stringify(each))).toEqual([JSON.stringify(received)]);
    expect(statesOf(app)).toEqual([['confirm-received', 'case-1', 'carried-out']]);
  });

  test('sync 12: what 0.1.0 sent and its user took back is cancelled', async () => {
    const disk = await leftByFirst([received], [{ position: 1, state: 'sent', detail: { cancel: true } }]);
    const app = await aSyncedApp({}, disk);
    expect(app.portal.asked).toContain(`POST commands/${id(1)}/cancel`);
    expect([app.portal.bodies, statesOf(app)]).toEqual([[], []]);
  });

  test('sync 10: what 0.1.0 left blocked is offered again in the form of today, under its id', async () => {
    const disk = await leftByFirst(
      [received, assigned],
      [
        { position: 1, state: 'carried-out' },
        { position: 2, state: 'blocked' },
      ],
    );
    const app = await aSyncedApp({}, disk);
    await app.desk.retry(2);
    await app.loop.syncNow();
    const basedOn = [{ thing: 'task:t1/members', revision: 't1' }];
    expect(app.portal.bodies).toEqual([{ ...assigned, basedOn, at: app.clock.now }]);
  });

  test('what no version understands is kept as it was, shown, and posted by nobody', async () => {
    const odd = issuedByFirst(3, 'sell-everything', {});
    const app = await aSyncedApp({}, await leftByFirst([odd]));
    expect(app.desk.state().outbox).toMatchObject([{ command: null, raw: odd, state: 'waiting' }]);
    expect(app.portal.bodies).toEqual([]);
  });
});

describe('a portal server of another version', () => {
  test('sync 12, 16: one that is older is told in words; nothing is sent or marked, and all goes when it is updated', async () => {
    const app = await aSyncedApp();
    app.portal.speaks = null;
    await confirm(app, 1);
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({
      reach: 'offline',
      waiting: 1,
      attention: 0,
      trouble: 'The portal server is older than this app; whoever runs it has to update it.',
      troubleCode: 'server-too-old protocol 1',
    });
    // Work goes on with what is kept.
    await assign(app, 1);
    expect(statesOf(app).map(([, , state]) => state)).toEqual(['waiting', 'waiting']);
    const open = await app.desk.openCase({ portal: 'nordic-portal', case: 'case-1' });
    expect(open?.content.case.tasks[0]?.status).toBe('1');
    expect(app.portal.bodies).toEqual([]);
    app.portal.speaks = 2;
    await app.loop.syncNow();
    expect(statesOf(app).map(([, , state]) => state)).toEqual(['carried-out', 'carried-out']);
    expect(app.loop.state()).toMatchObject({ reach: 'online', trouble: null });
  });

  test('sync 16: one that is older gets no command with items; it waits as a whole until it is updated', async () => {
    const portal = aScriptedPortal();
    const app = await aSyncedApp({}, aDisk(), portal, {
      standing: anInsurer(),
      tasks: ['a', 'b'].map((task) => aTask({ id: task, status: '4' })),
    });
    portal.speaks = null;
    const input = { tasks: ['a', 'b'] };
    const seen = input.tasks.map((task) => ({ thing: `task:${task}`, revision: aTask().revision }));
    await app.desk.issue({ portal: 'nordic-portal', name: 'approve-tasks', subject: caseOf(1), input, seen });
    await app.loop.syncNow();
    expect([portal.bodies, statesOf(app)]).toEqual([[], [['approve-tasks', 'case-1', 'waiting']]]);
    portal.speaks = 2;
    await app.loop.syncNow();
    expect(portal.bodies).toMatchObject([{ name: 'approve-tasks', input }]);
  });

  test('sync 12, 16: one that takes commands of this version no more asks for the update before anything is marked', async () => {
    const app = await aSyncedApp();
    app.portal.speaks = 4;
    const waiting = idOf(await confirm(app, 1));
    await app.loop.syncNow();
    expect(app.loop.state()).toMatchObject({ reach: 'online', waiting: 1 });
    expect(app.loop.state().trouble).toContain('too old');
    expect(app.desk.state().outbox.map(({ command, state }) => [(command as Command).id, state])).toEqual([
      [waiting, 'waiting'],
    ]);
    expect(app.portal.bodies).toEqual([]);
  });
});
