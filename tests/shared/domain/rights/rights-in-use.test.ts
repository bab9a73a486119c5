import { expect, test } from 'vitest';
import { decideCase, rightsInUse, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import { categoriesSight } from '../../../../shared/domain/category/categories-sight.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { rights, type Right } from '../../../../shared/domain/rights/rights.ts';
import type { SettlementKind } from '../../../../shared/domain/settlement/settlement.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aFile,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';
import { approve, eur } from '../../../support/budget-commands.ts';
import { aSettler, decidedOn, entered, settling } from '../../../support/settlements.ts';
import { aPlan } from '../../../support/work-plan.ts';
import { deciding } from '../../../support/compensation.ts';

const task = 'drying-1';
const caseOf = (change: Partial<Case>) => aCase({ role: aRole({ user: carla }), ...change });
const inspection = aTask({ id: 'i', kind: 'inspection', type: 'inspection', status: 'B++' });

/** One of every command about a case that the role has to do with, where nothing but a right can stand in its way. */
const asked: readonly (readonly [Case, CaseCommand])[] = [
  [
    caseOf({ tasks: [aTask({ status: 'C', office: null, company: null })] }),
    { name: 'allocate-task', input: { task, office: 'kuopio' } },
  ],
  [caseOf({ tasks: [aTask({ status: '0' })] }), { name: 'confirm-received', input: { task } }],
  [caseOf({ tasks: [aTask({ status: '0+' })] }), { name: 'assign-members', input: { task, members: ['anna'] } }],
  [
    caseOf({ tasks: [aTask({ status: '1' })] }),
    { name: 'set-time', input: { task, start: monday, end: '2026-11-24T08:00:00.000Z' } },
  ],
  [caseOf({ tasks: [inspection] }), { name: 'start-task', input: { task: 'i' } }],
  [caseOf({ tasks: [aTask({ status: 'B++' })] }), { name: 'start-task', input: { task } }],
  [caseOf({ tasks: [aTask({ status: '3' })] }), { name: 'complete-task', input: { task } }],
  [caseOf({ tasks: [aTask({ status: '4' })] }), { name: 'approve-task', input: { task } }],
  [caseOf({ tasks: [aTask({ status: '4' })] }), { name: 'send-back-task', input: { task, reason: 'x' } }],
  [caseOf({}), { name: 'add-task', input: { id: 'drying-2', type: 'drying', extra: true } }],
  [caseOf({ tasks: [aTask({ status: '0' })] }), { name: 'remove-task', input: { task, type: 'drying' } }],
  [caseOf({ tasks: [aTask({ status: '0' })] }), { name: 'hand-back-task', input: { task, reason: 'x' } }],
  [
    caseOf({ tasks: [aTask({ status: '4', main: true })] }),
    { name: 'ask-information', input: { task, owedBy: 'partner', question: 'x' } },
  ],
  [
    caseOf({ tasks: [aTask({ status: '2' })] }),
    {
      name: 'submit-budget',
      input: { tasks: [task], description: 'x', money: eur(1), file: aFile(), comment: '', revises: null },
    },
  ],
  [caseOf({ tasks: [aTask({ status: 'B' })], budgets: [aBudget()] }), approve()],
  [
    caseOf({ tasks: [aTask({ status: 'B' })], budgets: [aBudget()] }),
    { name: 'reject-budget', input: { budget: 'budget-1', version: 1, reason: 'x' } },
  ],
  [
    caseOf({ decision: null, tasks: [{ ...inspection, main: true, status: '4' }] }),
    { name: 'decide-compensation', input: deciding('i') },
  ],
  [caseOf({}), { name: 'reverse-compensation-decision', input: { reason: 'x' } }],
  [caseOf({}), { name: 'give-role-to-office', input: { office: 'arvio-kuopio' } }],
  [caseOf({}), { name: 'remove-role', input: { reason: 'x' } }],
  [caseOf({}), { name: 'decline-role', input: { reason: 'x' } }],
  [caseOf({}), { name: 'assign-role-user', input: { member: 'dan' } }],
  [caseOf({}), { name: 'write-chat', input: { text: 'x' } }],
  [caseOf({}), { name: 'add-document', input: { file: aFile() } }],
];

const planned = { tasks: [aTask({ status: '2' })], ...aPlan([{}]) };
const approved = aPlan(
  [{ state: 'approved' }],
  [{ approved: { amount: 76_400, quantity: 76_400, unitPrice: 10_000 } }],
);

/** The same of what takes a portal with work plans. */
const askedOfPlans: readonly (readonly [Case, SettlementKind])[] = [
  [caseOf(planned), 'cashOffer'],
  [caseOf({ ...planned, ...approved }), 'cashOffer'],
  [caseOf(planned), 'customerOwnWork'],
];

/** All that comes of the commands, and what is shown, to the handler and the supplier in a portal that gives these rights. */
function outcomes(given: readonly Right[]): string {
  const settings = settingsWithRole({ rights: given });
  const all = asked.flatMap(([subject, command]) =>
    [aCaseHandler({ settings }), aStanding({ settings })].map((standing) => {
      const basedOn = subject.budgets[0]?.revision ?? subject.tasks[0]?.revision ?? null;
      const decision = decideCase(aQuestion({ case: subject, standing, stamp: { basedOn } }), command);
      // A refusal names the right that is missing; only what is carried out, and who hears of it, is a use of one.
      return decision.kind === 'decided' ? decision : null;
    }),
  );
  const settler = aSettler(given);
  const settled = askedOfPlans.map(([subject, kind]) => {
    const hours = [{ item: 'item-0', hours: 10_000 }];
    const decision = decidedOn(subject, settler, settling(subject, settler, kind, undefined, entered({ hours })));
    return decision.kind;
  });
  return JSON.stringify([all, settled, categoriesSight(aCaseHandler({ settings }))]);
}

test.each(rights)('%s is in use exactly where some command comes out otherwise, or more is shown, with it', (right) => {
  const without = rights.filter((each) => each !== right);
  expect(outcomes(rights) !== outcomes(without)).toBe(rightsInUse.includes(right));
});
