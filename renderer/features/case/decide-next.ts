import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import { actionsFor, type Action, type ActionKind } from '../../../shared/domain/dashboard/actions.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import { may } from '../../../shared/domain/rights/may.ts';
import type { TargetState } from '../../../shared/domain/task/target.ts';
import type { Target, Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** Something the viewer can do next in the case, with the thing it is about. */
export interface NextStep {
  readonly kind: ActionKind;
  readonly task: Task | null;
  readonly budget: Budget | null;
  readonly target: Target | null;
  readonly state: TargetState;
  readonly mine: boolean;
}

/** What the viewer has to do in this case: one's own first, then the most urgent, then the order of the dashboard. */
export function nextSteps(open: OpenCase, now: Moment): readonly NextStep[] {
  const actions = actionsFor(toListRow(open.content), open.standing, now);
  const budgets = waitingBudgets(open);
  const steps = actions
    .filter((action) => action.kind !== 'decide-budgets' && action.kind !== 'forwarded-budgets')
    .map((action) => ({ ...action, task: taskOf(open, action), budget: null }));
  const decisions = budgets.flatMap((budget): readonly NextStep[] => {
    const kind: ActionKind =
      budget.forwarded && open.standing.side === 'insurer' ? 'forwarded-budgets' : 'decide-budgets';
    const action = actions.find((each) => each.kind === kind && each.target?.due === budget.target?.due);
    return action ? [{ ...action, task: null, budget }] : [];
  });
  return [...decisions, ...steps].toSorted(byUrgency);
}

/** Budgets that wait and that the viewer may decide on, earliest target first. */
function waitingBudgets({ content, standing }: OpenCase): readonly Budget[] {
  return content.case.budgets
    .filter((budget) => budget.state === 'submitted')
    .filter((budget) => may(standing, 'budget.approve', { case: content.case, budget }).allowed)
    .toSorted((one, other) => compare(one.target?.due ?? last, other.target?.due ?? last));
}

function taskOf({ content }: OpenCase, action: Action): Task | null {
  return content.case.tasks.find((task) => task.id === action.task) ?? null;
}

const urgency: Readonly<Record<TargetState, number>> = { overdue: 0, near: 1, 'on-time': 2 };
const last = '9999';

function byUrgency(one: NextStep, other: NextStep): number {
  return (
    Number(one.kind === 'ongoing') - Number(other.kind === 'ongoing') ||
    Number(other.mine) - Number(one.mine) ||
    urgency[one.state] - urgency[other.state] ||
    compare(one.target?.due ?? last, other.target?.due ?? last)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
