import { unchecked } from '../../../shared/domain/budget/sampled.ts';
import type { Action } from '../../../shared/domain/dashboard/actions.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { actionWords } from '../../words/action-words.ts';
import { moneyText } from '../../words/figures.ts';
import type { NextStep } from '../case/frame.ts';

/** Each budget of which an approval waits to be looked at by the insurer: it is in the table of the costs. */
export function checkSteps({ content }: OpenCase, actions: readonly Action[]): readonly NextStep[] {
  const [action] = actions;
  if (!action) return [];
  return content.case.budgets.flatMap((budget): readonly NextStep[] => {
    const [approval] = unchecked(budget);
    if (!approval) return [];
    return [
      {
        action,
        about: budget.id,
        tasks: budget.tasks,
        title: `${moneyText({ ...budget.money, amount: approval.amount })} · ${budget.description}`,
        detail: approval.by.name,
        deed: { label: actionWords(action.kind).next, tab: 'cost-control' },
      },
    ];
  });
}
