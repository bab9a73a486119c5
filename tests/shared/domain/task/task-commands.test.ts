import { describe, expect, test } from 'vitest';
import { type CaseCommand, decideCase } from '../../../../shared/domain/command-book.ts';
import type { CaseAsked } from '../../../../shared/domain/decision.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { taskStatuses, type TaskStatus } from '../../../../shared/domain/task/task-status.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aMember,
  aQuestion,
  anInquiry,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
  settingsWithRole,
  someSettings,
} from '../../../support/builders.ts';

/** What binding decisions are based on here: the task as it was built. */
const seen = { basedOn: aTask().revision };

/** The status a task reaches, or the refusal's code. */
function outcome(question: CaseAsked, command: CaseCommand, task = 'drying-1'): string {
  const decision = decideCase(question, command);
  if (decision.kind === 'refused') return decision.refusal.code;
  return decision.kind === 'undecided'
    ? 'undecided'
    : (decision.after.tasks.find((each) => each.id === task)?.status ?? 'gone');
}

function asked(task: Partial<Task>, change: Parameters<typeof aQuestion>[0] = {}): CaseAsked {
  return aQuestion({ case: aCase({ tasks: [aTask(task)] }), stamp: seen, ...change });
}

/** Every transition this issue can reach, and nothing else (domain.md §3.3). */
const graph: readonly {
  readonly command: CaseCommand;
  readonly moves: Partial<Record<TaskStatus, TaskStatus | 'gone'>>;
  readonly who: Standing | ((status: TaskStatus) => Standing);
  readonly task?: Partial<Task>;
}[] = [
  {
    command: { name: 'allocate-task', input: { task: 'drying-1', office: 'kuopio' } },
    moves: { C: '0', '0': '0', '0+': '0', '1': '0' },
    who: anInsurer(),
    task: { office: 'elsewhere', company: 'arvio' },
  },
  { command: { name: 'confirm-received', input: { task: 'drying-1' } }, moves: { '0': '0+' }, who: aStanding() },
  {
    command: { name: 'assign-members', input: { task: 'drying-1', members: ['anna'] } },
    moves: { '0': '1', '0+': '1', '1': '1', '2': '2', B: 'B', 'B+': 'B+', 'B++': 'B++', '3': '3', '3-': '3-', I: 'I' },
    who: aStanding(),
  },
  {
    command: {
      name: 'set-time',
      input: { task: 'drying-1', start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T12:00:00.000Z' },
    },
    moves: { '1': '2', '2': '2', B: 'B', 'B+': 'B+', 'B++': 'B++', '3': '3', '3-': '3-' },
    who: aStanding(),
  },
  {
    command: { name: 'start-task', input: { task: 'drying-1' } },
    moves: { 'B++': '3', '3': '3', '3-': '3-', I: 'I' },
    who: aStanding(),
  },
  {
    command: { name: 'undo-start', input: { task: 'drying-1', reason: 'Started by mistake' } },
    moves: { 'B++': 'B++', '3': 'B++' },
    who: anInsurer(),
  },
  { command: { name: 'complete-task', input: { task: 'drying-1' } }, moves: { '3': '4' }, who: aStanding() },
  { command: { name: 'approve-task', input: { task: 'drying-1' } }, moves: { '4': 'A' }, who: anInsurer() },
  {
    command: { name: 'send-back-task', input: { task: 'drying-1', reason: 'Photos are missing' } },
    moves: { '4': '3' },
    who: anInsurer(),
  },
  {
    command: { name: 'remove-task', input: { task: 'drying-1', type: 'drying' } },
    moves: { C: 'gone', '0': 'gone', '0+': 'gone', '1': 'gone' },
    who: anInsurer(),
  },
  {
    command: { name: 'hand-back-task', input: { task: 'drying-1', reason: 'Too far away' } },
    moves: { '0': 'C', '0+': 'C', '1': 'C' },
    who: aStanding(),
  },
  {
    command: { name: 'ask-information', input: { task: 'drying-1', owedBy: 'insurer', question: 'Which rooms?' } },
    moves: { '3': 'I', '4': 'I' },
    who: (status) => (status === '4' ? anInsurer() : aStanding()),
  },
  {
    command: { name: 'give-information', input: { task: 'drying-1', answer: 'All of them' } },
    moves: { I: '3' },
    who: aStanding(),
  },
  {
    command: { name: 'withdraw-information', input: { task: 'drying-1' } },
    moves: { I: '3' },
    who: aStanding(),
  },
];

describe.each(graph)('$command.name', ({ command, moves, who, task }) => {
  test.each(taskStatuses)('from %s', (status) => {
    const standing = typeof who === 'function' ? who(status) : who;
    const inquiry = status === 'I' ? anInquiry({ asked: { command: seen.basedOn, decidedAt: monday } }) : null;
    expect(outcome(asked({ ...task, status, inquiry }, { standing }), command)).toBe(
      moves[status] ?? 'status-conflict',
    );
  });

  test('on a task that does not exist is told nothing', () => {
    const standing = typeof who === 'function' ? who('4') : who;
    expect(outcome(aQuestion({ standing, case: aCase({ tasks: [] }) }), command)).toBe('case-not-found');
  });
});

test('the time set leads to B++ where no budget is asked for', () => {
  const input = { task: 'drying-1', start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T12:00:00.000Z' };
  for (const budget of ['none', 'automatic'] as const) {
    expect(outcome(asked({ status: '1', budget }), { name: 'set-time', input })).toBe('B++');
  }
  expect(outcome(asked({ status: '1' }), { name: 'set-time', input: { ...input, end: input.start } })).toBe(
    'time-order',
  );
});

test('the start of work that was completed once and came back stands', () => {
  const sentBack = { reason: 'A picture is missing', by: anna, at: monday };
  const undo: CaseCommand = { name: 'undo-start', input: { task: 'drying-1', reason: 'By mistake' } };
  expect(outcome(asked({ status: '3', sentBack }, { standing: anInsurer() }), undo)).toBe('was-completed');
  expect(outcome(asked({ status: '3' }, { standing: anInsurer() }), undo)).toBe('B++');
});

test('a status restarts its clock and names this command as its revision', () => {
  const decision = decideCase(asked({}), { name: 'confirm-received', input: { task: 'drying-1' } });
  expect(decision).toMatchObject({
    kind: 'decided',
    after: {
      tasks: [
        {
          status: '0+',
          since: '2026-11-23T09:00:00.000Z',
          revision: aQuestion().stamp.id,
          target: { due: expect.any(String) },
        },
      ],
    },
    log: [{ what: 'received-confirmed', as: 'office', by: anna }],
  });
});

describe('members of a task', () => {
  const assign = (members: readonly string[]): CaseCommand => ({
    name: 'assign-members',
    input: { task: 'drying-1', members },
  });
  test.each([
    ['unknown', ['nobody'], 'member-not-eligible'],
    ['of another company', ['carla'], 'member-not-eligible'],
    ['not certified', ['uncertified'], 'member-not-eligible'],
    ['inactive', ['inactive'], 'member-not-eligible'],
    ['several where several may', ['anna', 'second'], '1'],
    ['named twice', ['anna', 'anna'], '1'],
  ])('%s', (_, members, expected) => {
    const base = { company: 'kuivaus', office: 'kuopio', marked: false, certified: ['drying'] };
    const extra = [
      aMember({ ...base, id: 'second', name: 'Second' }),
      aMember({ ...base, id: 'uncertified', certified: [] }),
      aMember({ ...base, id: 'inactive', active: false }),
    ];
    const directory = aDirectory({ members: [...aDirectory().members, ...extra] });
    expect(outcome(asked({ status: '0+' }, { directory }), assign(members))).toBe(expected);
  });

  test('named before anybody confirmed confirm it by that: the log has both lines', () => {
    const lines = (status: TaskStatus) => {
      const decision = decideCase(asked({ status }), assign(['anna']));
      return decision.kind === 'decided' ? decision.log.map(({ what }) => what) : decision.kind;
    };
    expect(lines('0')).toEqual(['received-confirmed', 'members-assigned']);
    expect(lines('0+')).toEqual(['members-assigned']);
  });

  test('only one where the task type takes one', () => {
    const second = aMember({ id: 'second', company: 'kuivaus', certified: ['drying'] });
    const directory = aDirectory({ members: [...aDirectory().members, second] });
    expect(outcome(asked({ status: '0+', several: false }, { directory }), assign(['anna', 'second']))).toBe(
      'one-responsible',
    );
  });
});

describe('before the compensation decision', () => {
  const inspection = aTask({ id: 'inspection', kind: 'inspection', main: true, status: '3' });
  const start: CaseCommand = { name: 'start-task', input: { task: 'drying-1' } };
  test.each([
    ['a repair waits', {}, {}, 'inspection-undecided'],
    ['first aid never waits', { kind: 'first-aid' as const }, {}, '3'],
    ['a repair of a portal without the gate starts', {}, { settings: someSettings({ decisionGate: 'none' }) }, '3'],
  ])('%s', (_, task, standing, expected) => {
    const subject = aCase({ decision: null, tasks: [inspection, aTask({ status: 'B++', ...task })] });
    expect(outcome(aQuestion({ case: subject, standing: aStanding(standing) }), start)).toBe(expected);
  });

  test('a rejected one keeps repairs from starting', () => {
    const decision = { result: 'rejected' as const, at: '', by: null };
    const subject = aCase({ decision, tasks: [inspection, aTask({ status: 'B++' })] });
    expect(outcome(aQuestion({ case: subject }), start)).toBe('inspection-rejected');
  });
});

test.each([
  ['and to the role’s user who may approve it', {}, ['insurer', 'member']],
  ['alone where the role may not', { rights: [] }, ['insurer']],
])('a completed task is told to the insurer %s', (_, role, told) => {
  const subject = aCase({ role: aRole({ user: carla }), tasks: [aTask({ status: '3' })] });
  const standing = aStanding({ settings: settingsWithRole(role) });
  const decision = decideCase(aQuestion({ case: subject, standing }), {
    name: 'complete-task',
    input: { task: 'drying-1' },
  });
  if (decision.kind !== 'decided') throw new Error('not decided');
  expect(decision.consequences.map((each) => each.kind === 'tell' && each.to.kind)).toEqual(told);
});

test.each([
  ['the role’s user', {}, [], ['insurer', 'carla']],
  ['the project manager', { rights: [] }, ['decision.make' as const], ['insurer', 'anna']],
  ['nobody else', { rights: ['tasks.approve' as const] }, ['tasks.approve' as const], ['insurer']],
])('the completed main inspection is told to who may decide on compensation: the insurer and %s', (...row) => {
  const [, role, projectManagerRights, expected] = row;
  const inspection = aTask({ id: 'inspection', kind: 'inspection', main: true, status: '3' });
  const management = aTask({ id: 'management', kind: 'project-management', responsibles: [anna] });
  const subject = aCase({ role: aRole({ user: carla }), tasks: [inspection, management] });
  const standing = aStanding({ settings: { ...settingsWithRole(role), projectManagerRights } });
  const complete = { name: 'complete-task', input: { task: 'inspection' } } as const;
  const decision = decideCase(aQuestion({ case: subject, standing }), complete);
  if (decision.kind !== 'decided') throw new Error('not decided');
  const told = decision.consequences.map((each) => each.kind === 'tell' && each.to);
  expect(told).toMatchObject(expected.map((to) => (to === 'insurer' ? { kind: to } : { kind: 'member', member: to })));
});

describe('approving a task', () => {
  const approve: CaseCommand = { name: 'approve-task', input: { task: 'drying-1' } };
  const handled = (change: Partial<Task> = {}) =>
    aCase({ role: aRole({ user: carla }), tasks: [aTask({ status: '4', ...change })] });

  test('the External case handler does it with right 9', () => {
    const decision = decideCase(aQuestion({ case: handled(), standing: aCaseHandler(), stamp: seen }), approve);
    expect(decision).toMatchObject({
      kind: 'decided',
      log: [{ what: 'task-approved', as: 'external-case-handler', by: carla }],
    });
  });

  test('of the own company, where the portal lets it, is flagged in the log', () => {
    const standing = aCaseHandler({ settings: settingsWithRole({ ownCompany: true }) });
    const question = aQuestion({ case: handled({ company: 'arvio' }), standing, stamp: seen });
    expect(decideCase(question, approve)).toMatchObject({ log: [{ facts: { ownCompany: 'yes' } }] });
  });

  test('is refused while a budget of the task waits', () => {
    const subject = { ...handled(), budgets: [aBudget()] };
    expect(outcome(aQuestion({ case: subject, standing: aCaseHandler(), stamp: seen }), approve)).toBe(
      'pending-budget',
    );
  });

  test('of the main inspection is the compensation decision instead', () => {
    expect(
      outcome(
        aQuestion({ case: handled({ main: true, kind: 'inspection' }), standing: anInsurer(), stamp: seen }),
        approve,
      ),
    ).toBe('inspection-undecided');
  });

  test('is undecided where the budgets are hidden from who asks', () => {
    const subject = { ...handled(), hidden: ['other-budgets' as const] };
    expect(outcome(aQuestion({ case: subject, standing: aCaseHandler(), stamp: seen }), approve)).toBe('undecided');
  });

  test.each(['an-older-revision', null])('sync 11: of a task seen as %s is refused as stale', (basedOn) => {
    const question = aQuestion({ case: handled(), standing: aCaseHandler(), stamp: { basedOn } });
    expect(outcome(question, approve)).toBe('stale');
  });
});
