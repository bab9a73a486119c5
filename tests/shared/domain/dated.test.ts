import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case/case.ts';
import { decideCase, type CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Stamp } from '../../../shared/domain/decision.ts';
import { releaseRoleUser } from '../../../shared/domain/external-case-handler/change-role.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aFile,
  aMember,
  anInsurer,
  anOffice,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
  theSystem,
} from '../../support/builders.ts';

const then = '2026-11-23T12:00:00.000Z';
const tooEarly = '2025-10-19T09:00:00.000Z';
const money = { amount: 420_000, currency: 'EUR' };
const [anna, bertil, handler] = [aStanding(), anInsurer(), aCaseHandler()];
const task = (change: Parameters<typeof aTask>[0]): Partial<Case> => ({ tasks: [aTask({ since: then, ...change })] });
const budget = (change: Parameters<typeof aBudget>[0] = {}): Partial<Case> => ({
  tasks: [aTask({ status: 'B' })],
  budgets: [aBudget({ submittedAt: then, ...change })],
});
const role = (change: Parameters<typeof aRole>[0] = {}): Partial<Case> => ({
  role: aRole({ officeAssignedAt: then, ...change }),
});
const onTask = { task: 'drying-1' };
const [ofTask, ofBudget, ofRole] = ['revision-of-drying-1', 'revision-of-budget-1', 'revision-of-role'];
const version = { budget: 'budget-1', version: 1 };
const high = { amount: 900_000, currency: 'EUR' };
const revised = {
  tasks: ['drying-1'],
  description: 'x',
  money,
  file: aFile(),
  comment: '',
  revises: 'budget-1',
};

const decisions: readonly (readonly [Standing, CaseCommand, Partial<Case>, string?])[] = [
  [anna, { name: 'confirm-received', input: onTask }, task({ status: '0' })],
  [anna, { name: 'assign-members', input: { ...onTask, members: ['anna'] } }, task({ status: '0' })],
  [
    anna,
    { name: 'set-time', input: { ...onTask, start: then, end: '2026-11-23T13:00:00.000Z' } },
    task({ status: '1' }),
  ],
  [anna, { name: 'start-task', input: onTask }, task({ status: 'B++' })],
  [anna, { name: 'complete-task', input: onTask }, task({ status: '3' })],
  [bertil, { name: 'approve-task', input: onTask }, task({ status: '4' }), ofTask],
  [bertil, { name: 'send-back-task', input: { ...onTask, reason: 'x' } }, task({ status: '4' }), ofTask],
  [anna, { name: 'submit-budget', input: { ...revised, revises: null } }, task({ status: '2' })],
  [anna, { name: 'submit-budget', input: revised }, budget(), ofBudget],
  [bertil, { name: 'approve-budget', input: { ...version, money } }, budget(), ofBudget],
  [bertil, { name: 'reject-budget', input: { ...version, reason: 'x' } }, budget(), ofBudget],
  [
    bertil,
    { name: 'approve-budget', input: { ...version, money } },
    budget({ submittedAt: tooEarly, forwarded: { by: carla, at: then, note: '', over: 1 } }),
    ofBudget,
  ],
  [
    handler,
    { name: 'forward-budget', input: { ...version, note: '' } },
    { ...budget({ money: high }), ...role({ user: carla, officeAssignedAt: tooEarly }) },
    ofBudget,
  ],
  [bertil, { name: 'give-role-to-office', input: { office: 'kuopio' } }, role(), ofRole],
  [
    bertil,
    { name: 'remove-role', input: { reason: 'x' } },
    role({ officeAssignedAt: tooEarly, userAssignedAt: then }),
    ofRole,
  ],
  [handler, { name: 'decline-role', input: { reason: 'x' } }, role(), ofRole],
  [handler, { name: 'assign-role-user', input: { member: 'carla' } }, role(), ofRole],
  [
    bertil,
    { name: 'remove-role', input: { reason: 'x' } },
    {
      roleDeclined: { office: 'o', officeName: 'O', by: carla, reason: 'x', at: then },
      roleEnded: { command: 'declined', decidedAt: then },
    },
    'declined',
  ],
];

test.each(decisions.map(([standing, command, change, basedOn = null]) => ({ standing, command, change, basedOn })))(
  'a clock that was behind dates no $command.name before what it decides on',
  ({ standing, command, change, basedOn }) => {
    const stamp = { at: tooEarly, basedOn };
    const members = [aMember(), aMember({ id: 'anna', company: 'kuivaus', office: 'kuopio', certified: ['drying'] })];
    const offices = [anOffice(), anOffice({ id: 'kuopio', company: 'kuivaus' })];
    const directory = aDirectory({ members, offices });
    const decision = decideCase(aQuestion({ standing, directory, case: aCase(change), stamp }), command);
    if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
    expect(decision.log.map(({ at }) => at)).toEqual(decision.log.map(() => then));
    expect(decision.log.length).toBeGreaterThan(0);
    expect(JSON.stringify([decision.after, decision.log])).not.toContain(`"at":"${tooEarly}"`);
  },
);

test('a later moment stands, and a role that falls back to its office does so after it was given', () => {
  const later = '2026-11-24T09:00:00.000Z';
  const command = { name: 'complete-task', input: onTask } as const;
  const asked = { case: aCase(task({ status: '3' })), stamp: { at: later } };
  expect(decideCase(aQuestion(asked), command)).toMatchObject({ log: [{ at: later }] });
  const given = aCase(role({ user: carla, userAssignedAt: then }));
  const released = releaseRoleUser.decide(
    { ...aQuestion({ case: given, stamp: { at: tooEarly } }), actor: theSystem() },
    {},
  );
  expect(released).toMatchObject({ log: [{ at: then }] });
});

test('sync 24: what a clock that was ahead dated into the future does not date what follows', () => {
  const [at, receivedAt, ahead] = ['2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z', '2027-12-31T09:00:00.000Z'];
  const asked = { case: aCase(task({ status: '3', since: ahead })), stamp: { at, receivedAt } };
  const decision = decideCase(aQuestion(asked), { name: 'complete-task', input: onTask });
  expect(decision).toMatchObject({ log: [{ at: receivedAt }], after: { tasks: [{ status: '4', since: receivedAt }] } });
  expect(JSON.stringify(decision)).not.toContain('2027');
});

describe('a deadline runs from when the portal server received what starts it', () => {
  const [decidedAt, receivedAt] = ['2026-11-23T12:30:00.000Z', '2026-11-26T12:30:00.000Z'];
  const targetsOf = ({ tasks, budgets, role: its }: Case) => [...tasks, ...budgets, ...(its ? [its] : [])];

  /** When the targets that are new are due. */
  function begun(before: Case, after: Case): readonly string[] {
    const old = new Set(targetsOf(before).map(({ target }) => target));
    return targetsOf(after).flatMap(({ target }) => (target && !old.has(target) ? [target.due] : []));
  }

  const starting = decisions.filter(([, { name }]) => !name.startsWith('forward') && !name.startsWith('remove'));
  test.each(starting.map(([standing, command, change, basedOn = null]) => ({ standing, command, change, basedOn })))(
    '$command.name, decided on Monday and received on Thursday',
    ({ standing, command, change, basedOn }) => {
      const offices = [anOffice(), anOffice({ id: 'kuopio', company: 'kuivaus' })];
      const members = [aMember(), aMember({ id: 'anna', company: 'kuivaus', office: 'kuopio', certified: ['drying'] })];
      const subject = aCase(change);
      const decideAt = (stamp: Partial<Stamp>): Case => {
        const directory = aDirectory({ members, offices });
        const asked = aQuestion({ standing, directory, case: subject, stamp: { basedOn, ...stamp } });
        const decision = decideCase(asked, command);
        if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
        return decision.after;
      };
      const guess = decideAt({ at: decidedAt });
      const truth = decideAt({ at: decidedAt, receivedAt });
      const atOnce = decideAt({ at: receivedAt, receivedAt });
      expect(begun(subject, truth)).toEqual(begun(subject, atOnce));
      expect(begun(subject, guess)).toEqual(begun(subject, decideAt({ at: decidedAt, receivedAt: decidedAt })));
      for (const due of begun(subject, truth)) expect(due > receivedAt).toBe(true);
      expect(truth.tasks.map(({ since }) => since)).toEqual(guess.tasks.map(({ since }) => since));
    },
  );

  test('a budget that was sent offline is not overdue on arrival', () => {
    const asked = { case: aCase(task({ status: '2', since: tooEarly })), stamp: { at: decidedAt, receivedAt } };
    const decision = decideCase(aQuestion(asked), { name: 'submit-budget', input: { ...revised, revises: null } });
    expect(decision).toMatchObject({
      after: {
        budgets: [{ submittedAt: decidedAt, target: { due: '2026-11-27T12:30:00.000Z' } }],
        tasks: [{ since: decidedAt, target: { due: '2026-11-27T12:30:00.000Z' } }],
      },
    });
  });

  test('a role that falls back to its office', () => {
    const given = aCase(role({ user: carla, userAssignedAt: then }));
    const released = releaseRoleUser.decide(
      { ...aQuestion({ case: given, stamp: { at: decidedAt, receivedAt } }), actor: theSystem() },
      {},
    );
    expect(released).toMatchObject({ after: { role: { target: { due: '2026-11-27T08:30:00.000Z' } } } });
  });
});
