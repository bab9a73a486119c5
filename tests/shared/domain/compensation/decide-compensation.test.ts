import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { textsOf } from '../../../../shared/domain/case/parts/split.ts';
import { resultOf, sumOf, type Ruling } from '../../../../shared/domain/compensation/compensation.ts';
import {
  repairsToRemove,
  type DecideCompensation,
} from '../../../../shared/domain/compensation/decide-compensation.ts';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import { contraryDecision } from '../../../../shared/domain/contrary-decision.ts';
import type { Decided, Decision } from '../../../../shared/domain/decision.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { taskStatuses, type TaskStatus } from '../../../../shared/domain/task/task-status.ts';
import { gateRefusal } from '../../../../shared/domain/task/change-task.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import {
  aCase,
  aCaseHandler,
  aFile,
  anInsurer,
  anInquiry,
  anna,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
  someSettings,
} from '../../../support/builders.ts';
import { anEnteredPart, deciding } from '../../../support/compensation.ts';

const inspection = (change: Partial<Task> = {}): Task =>
  aTask({
    id: 'inspection-1',
    type: 'inspection',
    kind: 'inspection',
    main: true,
    status: '4',
    responsibles: [anna],
    completedBy: anna,
    revision: 'revision-of-inspection-1',
    ...change,
  });
const undecided = (change: Partial<Case> = {}, task: Partial<Task> = {}): Case =>
  aCase({ decision: null, role: aRole({ user: carla }), tasks: [inspection(task), aTask({ status: '1' })], ...change });
const seen = [{ thing: 'task:inspection-1', revision: 'revision-of-inspection-1' }];

function ask(
  subject: Case,
  input: Partial<DecideCompensation> = {},
  { standing = anInsurer(), basedOn = seen }: { standing?: Standing; basedOn?: typeof seen } = {},
): Decision<Case> {
  const command: CaseCommand = { name: 'decide-compensation', input: deciding('inspection-1', input) };
  return decideCase(aQuestion({ case: subject, standing, stamp: { basedOn } }), command);
}

function done(decision: Decision<Case>): Decided<Case> {
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision;
}

const code = (decision: Decision<Case>): string =>
  decision.kind === 'refused' ? decision.refusal.code : decision.kind;
const parts = (...given: readonly Ruling[]) => given.map((ruling) => anEnteredPart({ ruling }));
const after = (result: DecideCompensation['result'], change: Partial<Case> = {}) =>
  done(ask(undecided(change), { result, parts: parts(rulingOf[result]) })).after;
const rulingOf = { approved: 'covered', partly: 'partly', rejected: 'not-covered' } as const;

test.each([
  [[], null],
  [['covered'], 'approved'],
  [['covered', 'covered'], 'approved'],
  [['not-covered', 'not-covered'], 'rejected'],
  [['covered', 'not-covered'], 'partly'],
  [['partly'], 'partly'],
] as const)('the result of %j is %s', (given, result) => {
  expect(resultOf(parts(...given))).toBe(result);
});

test('amounts are summed as far as they were entered', () => {
  expect([sumOf([]), sumOf([null]), sumOf([100, null, 50])]).toEqual([null, null, 150]);
});

describe('a decision at the main inspection', () => {
  test.each(taskStatuses)('from %s: at once only from 4, early before it', (status) => {
    const at: TaskStatus = status;
    const early = !['4', 'A'].includes(at);
    expect(code(ask(undecided({}, { status }), { early: false }))).toBe(at === '4' ? 'decided' : 'status-conflict');
    expect(code(ask(undecided({}, { status }), { early: true }))).toBe(
      early || at === '4' ? 'decided' : 'status-conflict',
    );
  });

  test.each([
    ['the insurer', anInsurer(), 'decided'],
    ['the handler with the right', aCaseHandler(), 'decided'],
    ['the handler without it', aCaseHandler({ settings: settingsWithRole({ rights: [] }) }), 'right-missing'],
    ['the inspector without it', aStanding(), 'no-role-in-case'],
    ['the inspector with it', aStanding({ settings: someSettings({ inspectorRights: ['decision.make'] }) }), 'decided'],
  ] as const)('%s', (_, standing, expected) => {
    expect(code(ask(undecided(), {}, { standing }))).toBe(expected);
  });

  test('without a main inspection says so, and only to who may decide', () => {
    const subject = undecided({ tasks: [aTask()] });
    expect(code(ask(subject))).toBe('no-inspection');
    expect(code(ask(subject, {}, { standing: aStanding() }))).toBe('no-role-in-case');
  });

  test('keeps what was seen, apart from what others are told', () => {
    const document = { ...aFile(), id: 'd1', name: 'report.pdf', budget: null, by: anna, at: monday };
    const file = { ...document, id: 'd2', name: 'calculation.pdf', budget: 'b1' };
    const later = { ...document, id: 'd3', name: 'later.pdf' };
    const subject = undecided({ documents: [document, file, later] });
    const cover = { insuredSum: 25_000_000, buildingDamage: null, contentsDamage: null };
    const part = anEnteredPart({
      ruling: 'partly',
      scope: 'the kitchen',
      deduction: 20,
      reason: 'age',
      amount: 120_000,
    });
    const { decision, decisionParts, decisionGrounds, decisionAmounts } = done(
      ask(subject, {
        result: 'partly',
        parts: [part],
        currency: 'EUR',
        reason: 'why',
        customerText: 'Dear customer',
        seen: { documents: ['d1', 'd2', 'gone'], cover },
      }),
    ).after;
    expect(decision).toMatchObject({ result: 'partly', by: bertil, as: 'insurer' });
    expect(decisionParts).toEqual({
      early: false,
      parts: [{ kind: 'surfaces', name: '', ruling: 'partly', scope: 'the kitchen' }],
    });
    expect(decisionGrounds).toMatchObject({
      parts: [{ deduction: 20, reason: 'age' }],
      reason: 'why',
      customerText: 'Dear customer',
      authority: 'Nordic Mutual',
      seen: { status: '4', completedBy: anna, documents: [{ id: 'd1', name: 'report.pdf' }] },
      takenFrom: null,
    });
    expect(decisionAmounts).toEqual({ currency: 'EUR', parts: [120_000], cover });
    expect(JSON.stringify([decision, decisionParts])).not.toMatch(/age|why|120000/);
  });

  test('finishes the inspection; a yes moves project management on, a no does not', () => {
    const managing = aTask({ id: 'managing-1', type: 'management', kind: 'project-management', status: 'B++' });
    const early = aTask({ id: 'managing-2', type: 'management', kind: 'project-management', status: '1' });
    const all = { tasks: [inspection(), managing, early] };
    const statuses = (result: DecideCompensation['result']) => after(result, all).tasks.map(({ status }) => status);
    expect(statuses('approved')).toEqual(['A', '3', '1']);
    expect(statuses('partly')).toEqual(['A', '3', '1']);
    expect(statuses('rejected')).toEqual(['A', 'B++', '1']);
    const { log } = done(ask(undecided(all)));
    expect(log.map(({ what }) => what)).toEqual(['compensation-approved', 'management-moved-on']);
    expect(log[0]).toMatchObject({
      before: { status: '4', decision: null },
      after: { status: 'A', decision: 'approved' },
    });
  });

  test('opens the repairs, also in part, and keeps them shut after a no', () => {
    const gate = (result: DecideCompensation['result']) =>
      gateRefusal({ standing: anInsurer(), case: after(result) }, { kind: 'repair' })?.code ?? 'open';
    expect([gate('approved'), gate('partly'), gate('rejected')]).toEqual(['open', 'open', 'inspection-rejected']);
  });

  test('a no offers the repairs for removal that nobody has begun', () => {
    const tasks = taskStatuses.map((status) => aTask({ id: `repair-${status}`, status }));
    const first = aTask({ id: 'first', kind: 'first-aid', status: 'C' });
    const offered = repairsToRemove(after('rejected', { tasks: [inspection(), ...tasks, first] }));
    expect(offered.map(({ id }) => id)).toEqual(['repair-C', 'repair-0', 'repair-0+', 'repair-1']);
    expect(repairsToRemove(after('partly', { tasks: [inspection(), ...tasks] }))).toEqual([]);
  });

  test('early takes the inspection from its office, which is told', () => {
    const made = done(ask(undecided({}, { status: '2', completedBy: null }), { early: true }));
    expect(made.after.tasks[0]).toMatchObject({ status: 'A', office: null, company: null, responsibles: [] });
    expect(made.after).toMatchObject({
      decisionParts: { early: true },
      decisionGrounds: { takenFrom: 'Kuivaus Kuopio' },
    });
    expect(made.log.map(({ what, facts }) => [what, facts['office']])).toContainEqual([
      'inspection-taken-over',
      'Kuivaus Kuopio',
    ]);
    expect(made.consequences).toContainEqual({
      kind: 'tell',
      notice: 'inspection-taken-over',
      to: { kind: 'office', office: 'kuopio', company: 'kuivaus' },
      case: 'case-1',
    });
  });

  test('an inspection of the company that decides or handles the case is marked in the log', () => {
    const marked = (company: string, standing: Standing) =>
      done(ask(undecided({}, { company }), {}, { standing })).log[0]?.facts['ownCompany'];
    expect([marked('arvio', aCaseHandler()), marked('arvio', anInsurer()), marked('kuivaus', aCaseHandler())]).toEqual([
      'yes',
      'yes',
      undefined,
    ]);
  });
});

test.each([
  ['no part where the result follows from parts', { parts: [] }, {}, 'result-from-parts'],
  ['another result than follows', { result: 'rejected' }, {}, 'result-from-parts'],
  [
    'no part where the portal decides as a whole',
    { parts: [], result: 'partly' },
    { compensation: { parts: 'whole' } },
    'decided',
  ],
  [
    'parts all the same in such a portal',
    { result: 'rejected' },
    { compensation: { parts: 'whole' } },
    'result-from-parts',
  ],
  ['amounts in another currency', { currency: 'SEK' }, {}, 'currency-differs'],
] as const)('%s', (_, input, settings, expected) => {
  expect(code(ask(undecided(), input, { standing: anInsurer({ settings: someSettings(settings) }) }))).toBe(expected);
});

test('of two who decide at once the second is told by whom and what', () => {
  const first = done(ask(undecided(), { result: 'rejected', parts: parts('not-covered') }));
  const second = ask(first.after, {}, { standing: aCaseHandler() });
  expect(second).toMatchObject({ refusal: { code: 'already-decided', changedBy: bertil.name } });
  const view = { case: first.after, chat: [], log: first.log };
  const command: CaseCommand = { name: 'decide-compensation', input: deciding('inspection-1') };
  const told = { what: 'compensation-rejected', by: bertil };
  expect(contraryDecision(view, command, { code: 'already-decided' })).toMatchObject(told);
  // Who does not read the line still reads the decision.
  expect(contraryDecision({ ...view, log: [] }, command, { code: 'already-decided' })).toMatchObject(told);
});

test('an inspection that is another one than was seen is not decided on', () => {
  const basedOn = [{ thing: 'task:inspection-1', revision: 'older' }];
  expect(code(ask(undecided(), {}, { basedOn }))).toBe('stale');
  expect(code(ask(undecided({}, { status: '1' }), { early: true }, { basedOn }))).toBe('stale');
});

describe('a decision that is taken back', () => {
  const decided = done(ask(undecided())).after;
  const reverse = (subject: Case, standing = anInsurer(), revision = decided.decision?.revision ?? '') =>
    decideCase(
      aQuestion({ case: subject, standing, stamp: { id: 'reversal', basedOn: [{ thing: 'decision', revision }] } }),
      {
        name: 'reverse-compensation-decision',
        input: { reason: 'the wrong case' },
      },
    );

  test('is none: the inspection waits in 4 again, the gate is shut, and the log has both', () => {
    const { after: undone, log, consequences } = done(reverse(decided));
    expect(undone).toMatchObject({ decision: null, decisionParts: null, decisionGrounds: null, decisionAmounts: null });
    expect(undone.tasks[0]).toMatchObject({ status: '4', office: 'kuopio', revision: 'reversal' });
    expect(log).toMatchObject([
      {
        what: 'compensation-reversed',
        facts: { reason: 'the wrong case' },
        before: { status: 'A', decision: 'approved' },
        after: { status: '4', decision: null },
      },
    ]);
    expect(consequences.map((each) => each.kind === 'tell' && each.to.kind)).toEqual(
      expect.arrayContaining(['office', 'member', 'insurer']),
    );
    expect(code(ask(undone))).toBe('stale');
  });

  test('what was taken early stays with the insurer', () => {
    const early = done(ask(undecided({}, { status: '1' }), { early: true })).after;
    expect(done(reverse(early)).after.tasks[0]).toMatchObject({ status: '4', office: null, company: null });
  });

  test.each([
    ['by the handler', decided, aCaseHandler(), undefined, 'insurer-only'],
    ['where there is none', undecided(), anInsurer(), undefined, 'nothing-to-change'],
    ['where it is another than was seen', decided, anInsurer(), 'older', 'stale'],
    [
      'of before the app kept who decided',
      aCase({ tasks: [inspection({ status: 'A' })] }),
      anInsurer(),
      'case-1',
      'decided',
    ],
  ] as const)('%s', (_, subject, standing, revision, expected) => {
    expect(code(reverse(subject, standing, revision))).toBe(expected);
  });
});

test.each([
  ['a question that still waits is withdrawn', null, []],
  ['one that was answered stays with who asked', { text: 'Both', by: carla, at: monday }, [anna.company]],
])('an early decision hands what was asked about the inspection to no other company: %s', (_, answer, owners) => {
  const inquiryText = { question: 'Which rooms?', by: anna, at: monday, answer };
  const waits = answer ? {} : { status: 'I' as const, inquiry: anInquiry() };
  const made = done(ask(undecided({}, { status: '3', ...waits, inquiryText }), { early: true }));
  const texts = textsOf(made.after, null).filter(({ part }) => part === 'task-inquiries');
  expect(texts.map(({ owner }) => owner)).toEqual(owners);
});
