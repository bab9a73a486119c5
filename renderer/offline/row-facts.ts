import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { RowFacts } from '../../shared/domain/case/list-filter.ts';
import { actionsFor } from '../../shared/domain/dashboard/actions.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Target } from '../../shared/domain/task/task.ts';

/** A row's facts, and until when the clock cannot change them. */
export interface DatedFacts {
  readonly facts: RowFacts;
  /** The next moment at which a target of the row becomes near or due; null = never. */
  readonly until: Moment | null;
}

/** What is known of a row at a moment. `unread` counts confirmed messages: one's own waiting ones are no news. */
export function rowFacts(row: CaseRow, standing: Standing, unread: number, now: Moment): DatedFacts {
  return { facts: { row, standing, actions: actionsFor(row, standing, now), unread }, until: nextChange(row, now) };
}

function nextChange(row: CaseRow, now: Moment): Moment | null {
  let next: Moment | null = null;
  for (const target of targetsOf(row))
    for (const moment of target ? [target.near, target.due] : [])
      if (moment >= now && (next === null || moment < next)) next = moment;
  return next;
}

function targetsOf(row: CaseRow): readonly (Target | null)[] {
  return [
    row.role?.target ?? null,
    ...row.tasks.map((task) => task.target),
    ...row.budgets.map((budget) => budget.target),
  ];
}
