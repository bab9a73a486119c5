import { expect, test } from 'vitest';
import { replay, type WaitingCommand } from '../../../shared/domain/replay.ts';
import { aContent, aDirectory, aQuestion, aStanding } from '../../support/builders.ts';

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
