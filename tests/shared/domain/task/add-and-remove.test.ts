import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
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
} from '../../../support/builders.ts';

const inspection = aTask({ id: 'inspection-1', type: 'inspection', kind: 'inspection', main: true, status: '1' });
const add = (type: string, extra = false, id = 'new-1'): CaseCommand => ({
  name: 'add-task',
  input: { id, type, extra },
});
const remove = (task: string, type = 'drying'): CaseCommand => ({ name: 'remove-task', input: { task, type } });
const seen = { basedOn: aTask().revision };

function decided(subject: Case, command: CaseCommand, standing: Standing = anInsurer()) {
  const decision = decideCase(aQuestion({ case: subject, standing, stamp: seen }), command);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision;
}

const codeOf = (subject: Case, command: CaseCommand, standing: Standing = anInsurer()): string => {
  const decision = decideCase(aQuestion({ case: subject, standing, stamp: seen }), command);
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
};

describe('a task that is added', () => {
  test('is as its type says, with no office, and until when one is to be found', () => {
    const { after, log } = decided(aCase({ tasks: [inspection] }), add('drying'));
    expect(after.tasks[1]).toMatchObject({
      id: 'new-1',
      type: 'drying',
      kind: 'repair',
      several: true,
      budget: 'required',
      main: false,
      status: 'C',
      office: null,
      company: null,
      since: '2026-11-23T09:00:00.000Z',
      target: { due: expect.any(String) },
    });
    expect(log).toMatchObject([{ what: 'task-added', facts: { task: 'drying' }, after: { status: 'C' } }]);
  });

  test.each([
    ['the first inspection of a case without one', [], true],
    ['an extra inspection', [inspection], false],
  ])('%s', (_, tasks, main) => {
    expect(decided(aCase({ tasks }), add('inspection', true)).after.tasks.at(-1)?.main).toBe(main);
  });

  test.each([
    ['of a type that stands, without the extra flag', aCase({ tasks: [aTask()] }), add('drying'), 'task-type-there'],
    ['of a type that stands, as an extra task', aCase({ tasks: [aTask()] }), add('drying', true), 'decided'],
    ['of a type that the portal has not', aCase(), add('moonwalk', true), 'task-type-unknown'],
    ['by an id that there is', aCase(), add('drying', true, 'drying-1'), 'nothing-to-change'],
    [
      'by the id of one that was removed, which a budget still names',
      aCase({ tasks: [], budgets: [aBudget({ state: 'rejected', tasks: ['new-1'] })] }),
      add('drying'),
      'nothing-to-change',
    ],
  ])('%s', (_, subject, command, code) => {
    expect(codeOf(subject, command)).toBe(code);
  });

  test('twice in one go of one type: the second needs the extra flag, and keeps the first not out', () => {
    const added = [false, false, true].map((extra, index) => ({ id: `new-${index}`, type: 'drying', extra }));
    const decision = decided(aCase({ tasks: [] }), { name: 'add-tasks', input: { added } });
    expect(decision.after.tasks.map(({ id }) => id)).toEqual(['new-0', 'new-2']);
    expect(decision.items).toMatchObject([
      { item: 'new-0', kind: 'carried-out' },
      { item: 'new-1', kind: 'refused', refusal: { code: 'task-type-there' } },
      { item: 'new-2', kind: 'carried-out' },
    ]);
    expect(new Set(decision.log.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a task that is removed', () => {
  test.each([
    [
      'the main inspection stays',
      aCase({ tasks: [inspection] }),
      remove('inspection-1', 'inspection'),
      'main-inspection',
    ],
    ['one that an approved budget is for stays', withBudget('approved'), remove('drying-1'), 'task-has-budget'],
    ['one that a waiting budget is for stays', withBudget('submitted'), remove('drying-1'), 'task-has-budget'],
    ['one that a rejected budget was for goes', withBudget('rejected'), remove('drying-1'), 'decided'],
    ['one that is named otherwise than it is stays', aCase(), remove('drying-1', 'painting'), 'case-not-found'],
    [
      'one that went on since it was seen stays',
      aCase({ tasks: [aTask({ revision: 'r' })] }),
      remove('drying-1'),
      'stale',
    ],
  ])('%s', (_, subject, command, code) => {
    expect(codeOf(subject, command)).toBe(code);
  });

  test('is told to the office that had it', () => {
    const { after, consequences, log } = decided(aCase(), remove('drying-1'));
    expect(after.tasks).toEqual([]);
    expect(consequences).toMatchObject([{ notice: 'task-removed', to: { kind: 'office', office: 'kuopio' } }]);
    expect(log).toMatchObject([{ what: 'task-removed', facts: { task: 'drying', office: 'Kuivaus Kuopio' } }]);
  });
});

describe('a task that is handed back', () => {
  const task = aTask({ status: '1', responsibles: [anna], plannedStart: '2026-12-01T08:00:00.000Z' });
  const subject = aCase({ role: aRole({ user: carla }), tasks: [task] });
  const handBack: CaseCommand = { name: 'hand-back-task', input: { task: 'drying-1', reason: 'No van this week' } };

  test('is nobody’s: office, people and time are gone, and the reason stays for who allocates it', () => {
    const { after, log, consequences } = decided(subject, handBack, aStanding());
    const free = { status: 'C', office: null, company: null, responsibles: [], plannedStart: null };
    const handedBack = { reason: 'No van this week', by: anna, company: 'kuivaus', office: 'Kuivaus Kuopio' };
    expect(after.tasks).toMatchObject([{ ...free, handedBack }]);
    expect(log).toMatchObject([{ what: 'task-handed-back', company: 'kuivaus' }]);
    expect(consequences).toMatchObject([
      { notice: 'task-handed-back', to: { kind: 'insurer' } },
      { notice: 'task-handed-back', to: { kind: 'member', member: 'carla' } },
    ]);
  });

  test.each([
    ['the insurer', anInsurer(), bertil],
    ['the External case handler with right 2', aCaseHandler(), carla],
  ])('is taken from its office by %s in the same way, and the office is told', (_, standing, by) => {
    const { after, log, consequences } = decided(subject, handBack, standing);
    expect(after.tasks).toMatchObject([{ status: 'C', company: null, handedBack: { by } }]);
    expect(log).toMatchObject([{ what: 'task-taken-back', by }]);
    expect(consequences).toMatchObject([{ notice: 'task-taken-back', to: { kind: 'office', office: 'kuopio' } }]);
  });
});

function withBudget(state: 'approved' | 'submitted' | 'rejected'): Case {
  return aCase({ budgets: [aBudget({ state })] });
}
