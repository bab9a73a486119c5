import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { eur } from '../../support/budget-commands.ts';
import { aBudget, aTask } from '../../support/builders.ts';
import { tellLimitJourney } from '../../support/journeys/limit-journey.ts';
import { tellRightJourney, type Deed } from '../../support/journeys/right-journey.ts';

const waiting = (id: string, amount: number) =>
  aBudget({ id, tasks: [`task-of-${id}`], money: eur(amount), revision: `revision-of-${id}` });
const seen = (id: string, amount: number) => ({ budget: id, version: 1, money: eur(amount) });
const tasks = ['one', 'two'].map((id) => aTask({ id: `task-of-${id}`, status: 'B' }));
const claim = (amount: number) => ({ tasks, budgets: [waiting('one', 200_000), waiting('two', amount - 200_000)] });
const approves = (amount: number): Deed => ({
  name: 'approve-budgets',
  input: { budgets: [seen('one', 200_000), seen('two', amount - 200_000)] },
});

const isDone = ({ case: { budgets, tasks: now }, log }: CaseContent): boolean =>
  budgets.every(({ state, approvals }) => state === 'approved' && approvals.length === 1) &&
  now.every(({ status }) => status === 'B++') &&
  log.filter(({ what }) => what === 'budget-approved').length === 2;

tellRightJourney('Approve budget', {
  right: 'budget.approve',
  claim: claim(400_000),
  does: approves(400_000),
  isDone,
  meanwhile: {
    does: { name: 'reject-budget', input: { budget: 'two', version: 1, reason: 'Not agreed' } },
    refused: 'already-decided',
  },
  twice: { refused: 'already-decided' },
});

tellLimitJourney('Approve one budget', {
  claim: (amount) => ({ tasks: [aTask({ id: 'task-of-one', status: 'B' })], budgets: [waiting('one', amount)] }),
  does: (amount) => ({ name: 'approve-budget', input: seen('one', amount) }),
  isDone: ({ case: { budgets } }) => budgets[0]?.state === 'approved',
  above: 'limit-exceeded',
});
