import type { SubmitBudget } from '../../../shared/domain/budget/submit-budget.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useCaseView } from '../case/frame.ts';

/** A budget that the portal refused, as it was entered: kept until its refusal has been read. */
export interface RefusedBudget {
  readonly position: number;
  readonly input: SubmitBudget;
  readonly refusal: Refusal;
}

/** The budgets of this case that were refused after they were sent: somebody came first, or the rules had changed. */
export function useRefusedBudgets(): readonly RefusedBudget[] {
  const { open } = useCaseView();
  const refusals = useOffline((state) => state.refusals);
  return refusals.flatMap(({ position, command, refusal }) =>
    command?.name === 'submit-budget' &&
    command.portal === open.key.portal &&
    command.subject.id === open.key.case &&
    refusal
      ? [{ position, input: command.input, refusal }]
      : [],
  );
}
