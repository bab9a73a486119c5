import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case/case.ts';
import { decideCase, type CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Decision, Stamp } from '../../../shared/domain/decision.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { replay } from '../../../shared/domain/replay.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { namingWhoChanged, revisionOf } from '../../../shared/domain/who-changed.ts';
import {
  aCase,
  aCaseHandler,
  aContent,
  aDirectory,
  aMember,
  anInsurer,
  anna,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
} from '../../support/builders.ts';

const [early, then, late] = ['2026-11-23T09:00:00.000Z', '2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z'];
const aki = { member: 'aki', name: 'Aki Laine', company: 'kuivaus' };
const earlier = { command: 'c-1', decidedAt: monday };
const meanwhile = { command: 'c-2', decidedAt: then };
const staffed = aDirectory({
  members: [anna, aki].map(({ member: id, name, company }) =>
    aMember({ id, name, company, office: 'kuopio', certified: ['drying'] }),
  ),
});

const time = (hour: number): CaseCommand => ({
  name: 'set-time',
  input: { task: 'drying-1', start: `2026-12-01T${hour}:00:00.000Z`, end: `2026-12-01T${hour + 1}:00:00.000Z` },
});
const members = (...ids: readonly string[]): CaseCommand => ({
  name: 'assign-members',
  input: { task: 'drying-1', members: ids },
});

/** What an offline command of Anna's overwrites, as it was changed meanwhile, and what sets the same. */
const overwritten: readonly (readonly [
  what: string,
  command: CaseCommand,
  as: (revision: Task['timeSet']) => Partial<Task>,
  same: CaseCommand,
])[] = [
  [
    'the time',
    time(14),
    (timeSet) => ({ plannedStart: '2026-12-01T10:00:00.000Z', plannedEnd: '2026-12-01T11:00:00.000Z', timeSet }),
    time(10),
  ],
  [
    'the responsibles',
    members('anna'),
    (membersAssigned) => ({ responsibles: [anna, aki], membersAssigned }),
    members('aki', 'anna'),
  ],
];

function ask(subject: Case, command: CaseCommand, stamp: Partial<Stamp>, standing = aStanding()): Decision<Case> {
  return decideCase(
    aQuestion({ standing, directory: staffed, case: subject, stamp: { at: early, ...stamp } }),
    command,
  );
}

const code = (decision: Decision<Case>) => (decision.kind === 'refused' ? decision.refusal.code : decision.kind);

describe.each(overwritten)('sync 11: %s of a task', (_, command, as, same) => {
  const inStatus = (change: Partial<Task>) => aCase({ tasks: [aTask({ status: 'B++', ...change })] });
  const changed = inStatus(as(meanwhile));

  test('that was changed since it was seen is not overwritten', () => {
    expect(ask(changed, command, { basedOn: earlier.command })).toMatchObject({
      refusal: { code: 'stale', changedAt: then },
    });
  });

  test('that nobody had set when it was seen is not overwritten either', () => {
    const seen = revisionOf(inStatus({}), command);
    expect(code(ask(inStatus({}), command, { basedOn: seen }))).toBe('decided');
    expect(code(ask(changed, command, { basedOn: seen, at: late }))).toBe('stale');
  });

  test('as it was seen is changed, whatever else became of the task', () => {
    expect(code(ask(inStatus({ ...as(earlier), revision: 'c-9' }), command, { basedOn: 'c-1' }))).toBe('decided');
    expect(code(ask(changed, command, { basedOn: 'revision-of-drying-1' }))).toBe('decided');
  });

  test('that is the same already is no quarrel: nothing changes and nothing is written', () => {
    expect(ask(changed, same, { basedOn: earlier.command })).toEqual({
      kind: 'decided',
      after: changed,
      chat: [],
      log: [],
      consequences: [],
    });
  });

  test('by a command of 0.1.0, which names no revision: stale only where it was changed after', () => {
    expect(code(ask(changed, command, { at: early }))).toBe('stale');
    expect(code(ask(changed, command, { at: late }))).toBe('decided');
    expect(code(ask(inStatus(as(undefined)), command, { at: early }))).toBe('decided');
    // Later work on the task moves the moment that is shown, never what the command is compared by.
    expect(code(ask(inStatus({ ...as(meanwhile), since: late }), command, { at: early }))).toBe('stale');
  });
});

test('sync 11: commands of one person on one thing, decided offline one after the other, are carried out', () => {
  const start = aContent({ tasks: [aTask({ status: '1', since: late })] });
  const chain = [
    { ...time(12), stamp: stampOf('own-1', early, 'drying-1') },
    { ...time(13), stamp: stampOf('own-2', early, 'own-1') },
    // As app 0.1.0 sends them, from a computer whose clock is behind.
    { ...time(14), stamp: stampOf('own-3', early, null) },
    { ...members('anna'), stamp: stampOf('own-4', early, null) },
    { ...members('aki'), stamp: stampOf('own-5', early, null) },
  ];
  const { content, fates } = replay(start, chain, aStanding(), staffed);
  expect(fates.map(({ kind }) => kind)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
  expect(content.case.tasks).toMatchObject([
    { plannedStart: '2026-12-01T14:00:00.000Z', responsibles: [{ member: 'aki' }] },
  ]);
});

test('a refused time says who set it, to whoever reads the log', () => {
  const line = {
    id: 'l',
    command: 'c-2',
    what: 'time-set',
    by: aki,
    as: 'office',
    at: then,
    receivedAt: late,
    facts: {},
    company: null,
  } as const;
  const content = { ...aContent({ tasks: [aTask({ status: 'B++', timeSet: meanwhile })] }), log: [line] };
  const stale = { code: 'stale', grantor: 'nobody', changedBy: null, changedAt: monday } as const;
  expect(namingWhoChanged(stale, content, time(14))).toMatchObject({ changedBy: aki.name, changedAt: then });
  expect(namingWhoChanged(stale, { ...content, log: [] }, time(14))).toMatchObject({
    changedBy: null,
    changedAt: then,
  });
});

describe('sync 11: the revision of the role outlives the role', () => {
  const bertil = anInsurer();
  const cora: Standing = aCaseHandler({ member: 'cora', level: 4, marked: false });
  const give: CaseCommand = { name: 'give-role-to-office', input: { office: 'arvio-kuopio' } };
  const decline: CaseCommand = { name: 'decline-role', input: { reason: 'No capacity' } };
  const remove: CaseCommand = { name: 'remove-role', input: { reason: 'Handled inside' } };

  function ended(by: Standing, command: CaseCommand): Case {
    const stamp = { id: 'ended', at: then, basedOn: 'revision-of-role' };
    const decision = ask(aCase({ role: aRole({ user: carla }) }), command, stamp, by);
    if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
    return decision.after;
  }

  test.each([
    ['declined', cora, decline],
    ['taken back', bertil, remove],
  ] as const)('given on no role offline, and %s meanwhile: not given again unseen', (_, by, command) => {
    const after = ended(by, command);
    expect(ask(after, give, { at: early }, bertil)).toMatchObject({ refusal: { code: 'stale', changedAt: then } });
    expect(code(ask(after, give, { basedOn: 'revision-of-role', at: late }, bertil))).toBe('stale');
  });

  test('given on the nothing of before: stale, whatever the clocks say', () => {
    const seen = revisionOf(aCase({ role: null }), give);
    expect(code(ask(aCase({ role: null }), give, { basedOn: seen, at: late }, bertil))).toBe('decided');
    expect(code(ask(ended(cora, decline), give, { basedOn: seen, at: late }, bertil))).toBe('stale');
  });

  test('who has seen how it ended gives it anew', () => {
    const after = ended(cora, decline);
    const seen = revisionOf(after, give);
    expect(seen).toBe('ended');
    expect(ask(after, give, { at: late, basedOn: seen }, bertil)).toMatchObject({
      after: { roleDeclined: null, roleEnded: null },
    });
    expect(code(ask(after, remove, { at: late, basedOn: seen }, bertil))).toBe('decided');
    expect(code(ask(after, give, { at: late }, bertil))).toBe('decided');
  });

  test('what was declined under 0.1.0 has its moment only', () => {
    const roleDeclined = { office: 'o', officeName: 'O', by: carla, reason: 'No capacity', at: then };
    expect(code(ask(aCase({ roleDeclined }), give, { at: early }, bertil))).toBe('stale');
    expect(code(ask(aCase({ roleDeclined }), give, { at: late }, bertil))).toBe('decided');
  });
});

function stampOf(id: string, at: string, basedOn: string | null): Stamp {
  return { id, at, receivedAt: null, basedOn };
}
