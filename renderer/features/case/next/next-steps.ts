import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import { actionKinds, actionsFor } from '../../../../shared/domain/dashboard/actions.ts';
import type { TargetState } from '../../../../shared/domain/task/target.ts';
import type { CaseView } from '../case-view.ts';
import type { NextStep } from '../family.ts';

/** What the viewer has to do in this case: one's own first, then the most urgent, then the order of the dashboard. */
export function nextSteps({ open, now, families }: Pick<CaseView, 'open' | 'now' | 'families'>): readonly NextStep[] {
  const actions = actionsFor(toListRow(open.content), open.standing, now);
  const steps = families.flatMap(({ steps: book = {} }) =>
    actionKinds.flatMap(
      (kind) =>
        book[kind]?.(
          open,
          actions.filter((action) => action.kind === kind),
        ) ?? [],
    ),
  );
  return steps.toSorted(
    (one, other) => byUrgency(one, other) || actions.indexOf(one.action) - actions.indexOf(other.action),
  );
}

const urgency: Readonly<Record<TargetState, number>> = { overdue: 0, near: 1, 'on-time': 2 };
const last = '9999';

function byUrgency({ action: one }: NextStep, { action: other }: NextStep): number {
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
