import type { Budget } from '../budget/budget.ts';
import type { RoleBrief } from '../external-case-handler/role.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { MemberEntry } from '../office/directory.ts';
import { headroom } from '../rights/may.ts';
import type { Case } from './case.ts';

/** What is told of a case whose role waits for one of these users. */
export function roleBrief(whole: Case, candidates: readonly MemberStanding[]): RoleBrief {
  const counts = candidates.map((each) => [each.member, budgetsAbove(whole, each).length] as const);
  return {
    taskTypes: whole.tasks.map(({ type }) => type),
    openBudgets: whole.budgets.filter(isOpen).length,
    above: Object.fromEntries(counts),
  };
}

/** The waiting budgets of a case that are above somebody's limit, were the role theirs; minor units over it. */
export function budgetsAbove(
  whole: Case,
  candidate: MemberStanding,
): readonly { readonly budget: Budget; readonly over: number }[] {
  return whole.budgets
    .filter(isOpen)
    .map((budget) => ({ budget, over: headroom(candidate, whole, budget).over }))
    .filter(({ over }) => over > 0);
}

/**
 * How many waiting budgets of a case are above a user's limit: counted where they are seen, else as the portal server
 * told; null where neither.
 */
export function knownAbove(
  view: Case,
  viewer: MemberStanding,
  user: Pick<MemberEntry, 'id' | 'company' | 'limit'>,
): number | null {
  if (view.hidden.includes('other-budgets')) return view.brief?.above[user.id] ?? null;
  return budgetsAbove(view, { ...viewer, member: user.id, company: user.company, limit: user.limit }).length;
}

function isOpen({ state }: Budget): boolean {
  return state === 'submitted';
}
