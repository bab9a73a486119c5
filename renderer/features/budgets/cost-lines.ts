import { amountOnceApproved, bindingAmount, type Budget } from '../../../shared/domain/budget/budget.ts';
import { headroom } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { latestFirst } from './latest-first.ts';

/** A budget in the table of the costs; minor units, null where there is nothing to say. */
export interface CostLine {
  readonly budget: Budget;
  readonly inForce: number | null;
  /** What the version that waits changes of what is in force. */
  readonly difference: number | null;
  /** What approving it adds to what counts against the viewer's limit, and how much is above; null where none binds. */
  readonly adds: number | null;
  readonly over: number | null;
}

/** Every budget of the case that the viewer sees, in the one order of all screens. */
export function costLines({ standing, content }: OpenCase): readonly CostLine[] {
  const binds = isExternalCaseHandler({ standing, case: content.case });
  return latestFirst(content.case.budgets).map((budget) => {
    const inForce = bindingAmount(budget);
    const waits = budget.state === 'submitted';
    const room = binds && waits ? headroom(standing, content.case, budget) : null;
    return {
      budget,
      inForce,
      difference: waits ? amountOnceApproved(budget) - (inForce ?? 0) : null,
      adds: room && room.amount,
      over: room && room.over,
    };
  });
}

/** The sums of the table; a version that was rejected or recalled costs nothing. */
export function costSums(lines: readonly CostLine[]): Omit<Record<keyof CostLine, number>, 'budget' | 'over'> & {
  readonly latest: number;
} {
  const sum = (of: (line: CostLine) => number | null) => lines.reduce((total, line) => total + (of(line) ?? 0), 0);
  return {
    latest: sum(({ budget }) =>
      budget.state === 'submitted' || budget.state === 'approved' ? amountOnceApproved(budget) : 0,
    ),
    inForce: sum(({ inForce }) => inForce),
    difference: sum(({ difference }) => difference),
    adds: sum(({ adds }) => adds),
  };
}
