import { t } from '@lingui/core/macro';
import { isOfItems, type Budget } from '../../../shared/domain/budget/budget.ts';
import type { Action, ActionKind } from '../../../shared/domain/dashboard/actions.ts';
import { headroom, may } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { actionWords } from '../../words/action-words.ts';
import { moneyText } from '../../words/figures.ts';
import type { NextStep } from '../case/frame.ts';

/** Each budget that waits for the viewer's decision. */
export function decisionSteps(open: OpenCase, actions: readonly Action[]): readonly NextStep[] {
  return waitingBudgets(open).flatMap((budget) => {
    const kind = kindOf(budget, open);
    const action = actions.find((each) => each.kind === kind && each.target?.due === budget.target?.due);
    return action ? [stepOf(action, budget, open)] : [];
  });
}

function waitingBudgets({ content, standing }: OpenCase): readonly Budget[] {
  return content.case.budgets
    .filter((budget) => budget.state === 'submitted')
    .filter((budget) => may(standing, 'budget.approve', { case: content.case, budget }).allowed);
}

function kindOf({ forwarded }: Budget, { standing }: OpenCase): ActionKind {
  return forwarded && standing.side === 'insurer' ? 'forwarded-budgets' : 'decide-budgets';
}

function stepOf(action: Action, budget: Budget, open: OpenCase): NextStep {
  return {
    action,
    about: budget.id,
    tasks: budget.tasks,
    title: `${moneyText(budget.money)} · ${budget.description}`,
    detail: roomText(budget, open) ?? open.directory.offices.find(({ id }) => id === budget.office)?.name ?? '',
    deed: {
      label: actionWords(action.kind).next,
      dialog: { kind: isOfItems(budget) ? 'decide-work-items' : 'decide-budget', budget: budget.id },
    },
  };
}

/** How it stands to the limit of the External case handler; null where no limit binds the viewer. */
function roomText(budget: Budget, { standing, content }: OpenCase): string | null {
  if (!isExternalCaseHandler({ standing, case: content.case })) return null;
  const { over } = headroom(standing, content.case, budget);
  const above = moneyText({ ...budget.money, amount: over });
  return over > 0 ? t`Above your limit by ${above}` : t`Within your limit`;
}
