import { expect, test } from 'vitest';
import { replay, replayOn, type WaitingCommand } from '../../../shared/domain/replay.ts';
import {
  aCaseHandler,
  aContent,
  aDirectory,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
  settingsWithRole,
} from '../../support/builders.ts';

const stamped = (command: Omit<WaitingCommand, 'stamp'>, n: number): WaitingCommand =>
  ({ ...command, stamp: { ...aQuestion().stamp, id: `command-${n}` } }) as WaitingCommand;

const confirm = { name: 'confirm-received', input: { task: 'drying-1' } } as const;
const assign = { name: 'assign-members', input: { task: 'drying-1', members: ['anna'] } } as const;
const chat = { name: 'write-chat', input: { text: 'Typed in a cellar' } } as const;

test('what is shown is the confirmed case with the waiting commands on top, in their order', () => {
  const waiting = [stamped(confirm, 1), stamped(assign, 2), stamped(chat, 3)];
  const { content, fates } = replay(aContent(), waiting, aStanding(), aDirectory());
  expect(content.case.tasks).toMatchObject([
    { status: '1', responsibles: [{ member: 'anna' }], revision: 'command-2' },
  ]);
  expect(content.chat).toMatchObject([{ id: 'command-3-0', text: 'Typed in a cellar', receivedAt: null }]);
  expect(fates.map((fate) => fate.kind)).toEqual(['applied', 'applied', 'applied']);
});

test('sync 14: a command that no longer applies is skipped and forecast as refused, the later ones still apply', () => {
  const waiting = [stamped(confirm, 1), stamped(confirm, 2), stamped(chat, 3)];
  const { content, fates } = replay(aContent(), waiting, aStanding(), aDirectory());
  expect(content.case.tasks[0]?.revision).toBe('command-1');
  expect(content.chat).toHaveLength(1);
  expect(fates).toMatchObject([
    { kind: 'applied' },
    { kind: 'refused', refusal: { code: 'status-conflict' } },
    { kind: 'applied' },
  ]);
});

test('drop a command, replay, done: nothing of it is left', () => {
  const confirmed = aContent();
  replay(confirmed, [stamped(confirm, 1)], aStanding(), aDirectory());
  expect(replay(confirmed, [], aStanding(), aDirectory()).content).toEqual(aContent());
});

test('sync 14: an undecided command leaves every later one undecided that reads what it may change', () => {
  const hidden = { hidden: ['other-budgets', 'budgets'] as const, role: aRole({ user: carla }) };
  const confirmed = aContent({ ...hidden, tasks: [aTask({ status: '4' }), aTask({ id: 'drying-2', status: '4' })] });
  const settings = settingsWithRole({ enabled: true, rights: ['tasks.approve', 'inspection.start'] });
  const seen = { ...aQuestion().stamp, basedOn: 'revision-of-drying-1' };
  const waiting: WaitingCommand[] = [
    { name: 'approve-task', input: { task: 'drying-1' }, stamp: { ...seen, id: 'command-1' } },
    { name: 'send-back-task', input: { task: 'drying-2', reason: 'wet' }, stamp: { ...seen, id: 'command-2' } },
    // Waits for nothing before it (sync.md 10), and is shown at once.
    stamped(chat, 3),
  ];
  const { content, fates } = replay(confirmed, waiting, aCaseHandler({ settings }), aDirectory());
  expect(fates.map(({ kind }) => kind)).toEqual(['undecided', 'undecided', 'applied']);
  expect(content.case.tasks).toEqual(confirmed.case.tasks);
  const [, back] = waiting;
  const alone = replay(confirmed, back ? [back] : [], aCaseHandler({ settings }), aDirectory());
  expect(alone.fates.map(({ kind }) => kind)).toEqual(['applied']);
});

test('what an undecided command cannot change is decided on as ever', () => {
  const confirmed = aContent({
    hidden: ['other-budgets'],
    role: aRole({ user: carla }),
    tasks: [aTask({ status: '4' })],
  });
  const settings = settingsWithRole({ enabled: true, rights: ['tasks.approve'] });
  const seen = { ...aQuestion().stamp, basedOn: 'revision-of-drying-1' };
  const waiting: WaitingCommand[] = [
    { name: 'approve-task', input: { task: 'drying-1' }, stamp: { ...seen, id: 'command-1' } },
    {
      name: 'decline-role',
      input: { reason: 'full' },
      stamp: { ...seen, id: 'command-2', basedOn: 'revision-of-role' },
    },
  ];
  const { fates } = replay(confirmed, waiting, aCaseHandler({ settings }), aDirectory());
  expect(fates.map(({ kind }) => kind)).toEqual(['undecided', 'applied']);
});

test('going on with what came later is the same as all of it from the beginning, wherever it is cut', () => {
  const hidden = { hidden: ['other-budgets', 'budgets'] as const, role: aRole({ user: carla }) };
  const confirmed = aContent({ ...hidden, tasks: [aTask({ status: '4' }), aTask({ id: 'drying-2', status: '0' })] });
  const settings = settingsWithRole({ enabled: true, rights: ['tasks.approve'] });
  const seen = { ...aQuestion().stamp, basedOn: 'revision-of-drying-1' };
  const waiting: WaitingCommand[] = [
    stamped(chat, 1),
    { name: 'approve-task', input: { task: 'drying-1' }, stamp: { ...seen, id: 'command-2' } },
    stamped(confirm, 3),
    stamped(chat, 4),
  ];
  const around = [aCaseHandler({ settings }), aDirectory()] as const;
  const whole = replay(confirmed, waiting, ...around);
  expect(new Set(whole.fates.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  for (let cut = 0; cut <= waiting.length; cut += 1) {
    const before = replay(confirmed, waiting.slice(0, cut), ...around);
    expect(replayOn(before, waiting.slice(cut), ...around)).toEqual(whole);
  }
});
