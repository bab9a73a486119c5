import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { noRole, readRefusal } from '../case/frame.ts';

/** Why this person sees no budgets at all, or null. */
export function budgetsLock(open: OpenCase): Refusal | null {
  const { standing, content } = open;
  const { hidden, tasks } = content.case;
  if (!hidden.includes('budgets') || !hidden.includes('other-budgets')) return null;
  const works = tasks.some((task) => task.company === standing.company);
  if (works && !standing.budgetPermission) return { code: 'no-budget-permission', grantor: 'company-admin' };
  return readRefusal(open, 'budget.approve') ?? noRole;
}
