import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { sights } from '../../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../../support/brute-force/view-of.ts';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { headroom } from '../../../../shared/domain/rights/may.ts';
import { rights } from '../../../../shared/domain/rights/rights.ts';
import { namingWhoCompleted } from '../../../../shared/domain/task/complete-task.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  anInsurer,
  anna,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  someSettings,
} from '../../../support/builders.ts';
import { approve as approveBudget, eur } from '../../../support/budget-commands.ts';

const approveTask: CaseCommand = { name: 'approve-task', input: { task: 'drying-1' } };
const completeTask: CaseCommand = { name: 'complete-task', input: { task: 'drying-1' } };

/** What comes of a command on what was seen: as whom, or why not. */
function outcome(subject: Case, standing: Standing, command: CaseCommand): string {
  const basedOn = command.name === 'approve-task' ? subject.tasks[0]?.revision : subject.budgets[0]?.revision;
  const decision = decideCase(aQuestion({ case: subject, standing, stamp: { basedOn: basedOn ?? null } }), command);
  if (decision.kind === 'refused') return decision.refusal.code;
  return decision.kind === 'decided' ? (decision.log[0]?.as ?? 'decided') : decision.kind;
}

const everything = someSettings({ projectManagerRights: [...rights], inspectorRights: [...rights] });
const ownCompanyToo = {
  ...everything,
  externalCaseHandler: { ...everything.externalCaseHandler, ownCompany: true },
};

/** Carla as project manager, as inspector, as External case handler, as several; the insurer's Bertil. */
const management = aTask({ id: 'pm', kind: 'project-management', company: carla.company, responsibles: [carla] });
const inspection = aTask({ id: 'inspecting', kind: 'inspection', company: carla.company, responsibles: [carla] });
const handlerRole = aRole({ user: carla });
const doors = [
  ['project-manager', { tasks: [management] }],
  ['inspector', { tasks: [inspection] }],
  ['external-case-handler', { role: handlerRole, tasks: [] }],
  ['project-manager', { role: handlerRole, tasks: [management] }],
  ['inspector', { role: handlerRole, tasks: [inspection] }],
  ['project-manager', { tasks: [inspection, management] }],
] as const;

function through(held: (typeof doors)[number][1], change: Partial<Case>): Case {
  return aCase({ ...held, ...change, tasks: [...(change.tasks ?? [aTask({ status: '4' })]), ...held.tasks] });
}

describe.each(doors)('who decides as %s', (as, held) => {
  const carlas = aCaseHandler({ settings: everything });
  const free = aCaseHandler({ settings: ownCompanyToo });
  const ours = { status: '4', company: carla.company } as const;

  test('approves other companies’ work, and the own company’s only where the portal lets that', () => {
    expect(outcome(through(held, {}), carlas, approveTask)).toBe(as);
    expect(outcome(through(held, { tasks: [aTask(ours)] }), carlas, approveTask)).toBe('own-company');
    expect(outcome(through(held, { tasks: [aTask(ours)] }), free, approveTask)).toBe(as);
    const waits = [aTask({ status: 'B' })];
    const budgets = (company: string) => [aBudget({ company })];
    expect(outcome(through(held, { tasks: waits, budgets: budgets('kuivaus') }), carlas, approveBudget())).toBe(as);
    const own = through(held, { tasks: waits, budgets: budgets(carla.company) });
    expect(outcome(own, carlas, approveBudget())).toBe('own-company');
    expect(outcome(own, free, approveBudget())).toBe(as);
  });

  test.each([
    ['completed', { completedBy: carla }],
    ['is responsible for', { responsibles: [carla] }],
  ])('never approves a task that he or she %s', (_, change) => {
    expect(outcome(through(held, { tasks: [aTask({ ...ours, ...change })] }), free, approveTask)).toBe('self-authored');
  });

  test('never approves a budget that he or she entered, or of work he or she is responsible for', () => {
    const entered = { tasks: [aTask({ status: 'B' })], budgets: [aBudget({ submittedBy: carla })] } as const;
    expect(outcome(through(held, entered), free, approveBudget())).toBe('self-authored');
    const responsible = { tasks: [aTask({ status: 'B', responsibles: [carla] })], budgets: [aBudget()] } as const;
    expect(outcome(through(held, responsible), free, approveBudget())).toBe('self-authored');
  });

  test('cannot complete a task and then approve it', () => {
    const before = through(held, { tasks: [aTask({ status: '3', company: carla.company })] });
    const done = decideCase(aQuestion({ case: before, standing: free }), completeTask);
    if (done.kind !== 'decided') throw new Error('not completed');
    expect(done.after.tasks[0]?.completedBy).toEqual(carla);
    expect(outcome(done.after, free, approveTask)).toBe('self-authored');
    expect(outcome(done.after, anInsurer(), approveTask)).toBe('insurer');
  });
});

test('neither does the insurer’s approve what he entered or completed', () => {
  const entered = aCase({ tasks: [aTask({ status: 'B' })], budgets: [aBudget({ submittedBy: bertil })] });
  expect(outcome(entered, anInsurer(), approveBudget())).toBe('self-authored');
  const completed = aCase({ tasks: [aTask({ status: '4', completedBy: bertil })] });
  expect(outcome(completed, anInsurer(), approveTask)).toBe('self-authored');
  expect(outcome(completed, anInsurer({ member: 'another' }), approveTask)).toBe('insurer');
});

test('a task sent back and completed by somebody else is that person’s work', () => {
  const subject = aCase({ role: handlerRole, tasks: [aTask({ status: '3', completedBy: carla })] });
  const done = decideCase(aQuestion({ case: subject, standing: aStanding() }), completeTask);
  if (done.kind !== 'decided') throw new Error('not completed');
  expect(done.after.tasks[0]?.completedBy).toEqual(anna);
  expect(outcome(done.after, aCaseHandler(), approveTask)).toBe('external-case-handler');
});

describe('the approval limit', () => {
  const limited = aCaseHandler({ settings: everything, limit: { kind: 'other', amount: 100_000 } });
  const waiting = (amount: number, approvals: ReturnType<typeof aBudget>['approvals'] = []) => ({
    tasks: [aTask({ status: 'B' })],
    budgets: [
      aBudget({ money: eur(amount) }),
      aBudget({ id: 'before', state: approvals.length > 0 ? 'approved' : 'rejected', approvals }),
    ],
  });

  test('binds the External case handler who acts as project manager', () => {
    const both = through({ role: handlerRole, tasks: [management] }, waiting(100_001));
    expect(outcome(both, limited, approveBudget(100_001))).toBe('limit-exceeded');
    const within = through({ role: handlerRole, tasks: [management] }, waiting(100_000));
    expect(outcome(within, limited, approveBudget(100_000))).toBe('project-manager');
  });

  test('binds nobody who does not hold the role in the case', () => {
    const alone = through({ tasks: [management] }, waiting(900_000));
    expect(outcome(alone, limited, approveBudget(900_000))).toBe('project-manager');
  });

  test('counts what was approved under either role', () => {
    const before = [{ version: 1, by: carla, as: 'project-manager' as const, amount: 60_000, previous: 0, at: '' }];
    const subject = through({ role: handlerRole, tasks: [] }, waiting(40_001, before));
    expect(outcome(subject, limited, approveBudget(40_001))).toBe('limit-exceeded');
    expect(headroom(limited, subject, aBudget({ money: eur(40_000) }))).toMatchObject({ already: 60_000, over: 0 });
  });
});

describe('a task that was completed before it was kept who did', () => {
  const { completedBy: _, ...stored } = aTask({ status: '4', revision: 'completion' });
  const entry = {
    id: 'completion-log-task-completed',
    command: 'completion',
    what: 'task-completed',
    by: anna,
    as: 'office',
    at: '2026-11-20T08:00:00.000Z',
    receivedAt: null,
    facts: { task: 'drying' },
    company: null,
  } as const;

  test('is told by the log, also by the part of it that each reader sees', () => {
    const content = { case: aCase({ tasks: [stored] }), chat: [], log: [entry] };
    expect(namingWhoCompleted(content).case.tasks[0]?.completedBy).toEqual(anna);
    const seen = viewOf(content, { parts: sights.company, company: 'rival' });
    expect(namingWhoCompleted(seen).case.tasks[0]?.completedBy).toEqual(anna);
  });

  test('is nobody’s where the log does not tell, and what is kept stays', () => {
    const untold = { case: aCase({ tasks: [stored] }), chat: [], log: [{ ...entry, command: 'an-earlier-one' }] };
    expect(namingWhoCompleted(untold).case.tasks[0]?.completedBy).toBeNull();
    const kept = { case: aCase({ tasks: [{ ...stored, completedBy: carla }] }), chat: [], log: [entry] };
    expect(namingWhoCompleted(kept)).toBe(kept);
  });
});
