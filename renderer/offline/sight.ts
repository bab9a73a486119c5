import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';

/*
 * Less of a case is seen than before when somebody loses a part in it. Opening what lies on the disk to find that out
 * would cost more than the delta; what a person sees follows from the row and the standing (domain/case/audiences.ts),
 * and both are in memory. To suspect too often only purges too often.
 */

/** True where the new row may come with less content than the old one. */
export function maySeeLess(before: CaseRow, after: CaseRow, standing: Standing): boolean {
  const had = partsIn(before, standing);
  const has = partsIn(after, standing);
  return had.some((part, index) => part && has[index] !== true);
}

/** True where a new standing takes something away that content was rendered for; cases follow in later deltas. */
export function lostRights(before: Standing, after: Standing): boolean {
  const [had, has] = [before.settings.externalCaseHandler, after.settings.externalCaseHandler];
  return (
    (before.active && !after.active) ||
    before.level > after.level ||
    (before.marked && !after.marked) ||
    (before.budgetPermission && !after.budgetPermission) ||
    (had.enabled && !has.enabled) ||
    had.rights.some((right) => !has.rights.includes(right))
  );
}

function partsIn(row: CaseRow, { member, company }: Standing): readonly boolean[] {
  return [
    row.content,
    row.role?.user?.member === member,
    row.role?.company === company,
    row.tasks.length > 0,
    row.tasks.some((task) => task.responsibles.includes(member)),
    row.tasks.some((task) => task.company === company),
    row.tasks.some((task) => task.company === company && task.kind === 'project-management'),
  ];
}
