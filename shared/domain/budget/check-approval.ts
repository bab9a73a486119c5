import { casePage } from '../case/case-page.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import {
  factsOf,
  findBudget,
  momentsOfBudget,
  otherVersion,
  wholeBudget,
  type BudgetQuestion,
  type OnBudget,
} from './budget-page.ts';
import { unchecked } from './sampled.ts';
import { replaced } from './settle-budget.ts';

/** Says that the insurer has looked at the approvals of a budget that were drawn (domain-2.md §3). */
export type CheckApproval = OnBudget;

/** The page of `check-approval`: what was approved stands, it only waits no more. */
export const checkApproval = casePage<CheckApproval, Pick<BudgetQuestion, 'budget'>>({
  authority: 'budget.check',
  reads: ['head', 'tasks', 'budgets'],
  changes: ['budgets', 'log'],
  find: findBudget,
  may: ({ standing, case: subject }) => may(standing, 'budget.check', { case: subject }),
  since: ({ case: subject, budget }) => momentsOfBudget(subject, budget),
  check: ({ budget }) => (unchecked(budget).length > 0 ? null : { code: 'nothing-to-change', grantor: 'nobody' }),
  basedOn: ({ budget }) => [wholeBudget(budget)],
  limits: otherVersion,
  apply: (asked) => {
    const { budget, standing, stamp } = asked;
    const checked = { by: personRef(standing), at: stamp.at };
    const approvals = budget.approvals.map((each) => (each.sampled && !each.checked ? { ...each, checked } : each));
    return { budgets: replaced(asked, { ...budget, approvals, revision: stamp.id }) };
  },
  // It is between the insurer and who approved: the partner's work goes on either way.
  log: ({ budget, standing }) => ({
    what: 'approval-checked',
    facts: factsOf(budget),
    company: standing.company,
  }),
});
