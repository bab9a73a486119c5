import { casePage } from '../case/case-page.ts';
import { tellDeciders, type Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { no } from '../rights/verdict.ts';
import {
  alreadyDecided,
  factsOf,
  findBudget,
  frozenRefusal,
  lastOf,
  momentsOfBudget,
  otherVersion,
  shownOf,
  stepOfBudget,
  wholeBudget,
  type BudgetQuestion,
  type OnBudget,
} from './budget-page.ts';
import { itemsRecalled } from '../work-plan/items-decided.ts';
import { isOfItems, type Budget } from './budget.ts';
import { maySubmitFor } from './may-submit.ts';
import { closed, withSettled } from './settle-budget.ts';

/** Takes the version that waits back before it is decided; what is in force stays (domain.md §6.2). */
export interface RecallBudget extends OnBudget {
  readonly comment: string;
}

/** The page of `recall-budget`: by who may send it, with right 7 only what one entered; not once it lies with the insurer. */
export const recallBudget = casePage<RecallBudget, { readonly budget: Budget }>({
  authority: 'budget.submit',
  rights: ['budget.onBehalf'],
  reads: stepOfBudget.reads,
  changes: stepOfBudget.changes,
  find: findBudget,
  since: ({ case: subject, budget }) => momentsOfBudget(subject, budget),
  may: ({ standing, case: subject, budget }) => {
    const tasks = subject.tasks.filter(({ id }) => budget.tasks.includes(id));
    const verdict = maySubmitFor(standing, subject, tasks);
    const anothers = budget.company !== standing.company && budget.submittedBy.member !== standing.member;
    return verdict.allowed && anothers ? no({ code: 'other-office-task', grantor: 'other-office' }) : verdict;
  },
  check: ({ budget }) => (budget.state === 'submitted' ? frozenRefusal(budget) : alreadyDecided(budget)),
  basedOn: ({ budget }) => [wholeBudget(budget)],
  limits: otherVersion,
  apply: (asked, { comment }) => {
    const recall = { by: personRef(asked.standing), comment, at: asked.stamp.at };
    const recalled: Budget = { ...closed(asked), state: 'recalled', recall };
    if (!isOfItems(asked.budget)) return withSettled(asked, recalled);
    const workItems = itemsRecalled(asked);
    return { ...withSettled(asked, { ...recalled, waiting: 0 }, workItems), workItems };
  },
  log: ({ budget }, { comment }) => ({
    what: 'budget-recalled',
    facts: { ...factsOf(budget), ...(comment === '' ? {} : { note: comment }) },
    company: budget.company,
  }),
  shows: (subject, { budget }) => shownOf(subject.budgets.find(({ id }) => id === budget.id)),
  instead: ({ case: { budgets } }, { budget }) => lastOf(budgets, budget),
  tells: (asked) => [...tellDeciders(asked, 'budget-recalled', 'budget.approve'), ...partnerAndAuthor(asked)],
});

/** The office whose budget it is, and who entered it for them: one of the two may have recalled it. */
function partnerAndAuthor({ budget }: BudgetQuestion): readonly Told[] {
  const { office, company, submittedBy } = budget;
  return [
    ['budget-recalled', { kind: 'office', office, company }],
    ['budget-recalled', { kind: 'member', member: submittedBy.member }],
  ];
}
