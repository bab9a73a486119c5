import type { CasePart } from '../../../shared/domain/case/case-part.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { may } from '../../../shared/domain/rights/may.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** Why this person may not read what comes with an authority, or null. */
export function readRefusal(
  { standing, content }: OpenCase,
  authority: 'budget.approve' | 'chat.write',
): Refusal | null {
  const verdict = may(standing, authority, { case: readable(content.case) });
  return verdict.allowed ? null : verdict.refusal;
}

/** Why a part of the case that comes with a role or a task in it is not read by this person, or null. */
export function partLock(open: OpenCase, part: CasePart): Refusal | null {
  if (!open.content.case.hidden.includes(part)) return null;
  return readRefusal(open, 'chat.write') ?? noRole;
}

/** Why this person sees neither budgets nor invoices, or null. */
export function moneyLock(open: OpenCase): Refusal | null {
  const { standing, content } = open;
  const { hidden } = content.case;
  if (!hidden.includes('budgets') || !hidden.includes('other-budgets')) return null;
  if (ownTask(open) && !standing.budgetPermission) return { code: 'no-budget-permission', grantor: 'company-admin' };
  return readRefusal(open, 'budget.approve') ?? noRole;
}

/** A task of the reader's company, or undefined. */
export function ownTask({ standing, content }: OpenCase): Task | undefined {
  return content.case.tasks.find((task) => task.company === standing.company);
}

/** Said where the rights alone would not keep it from being read. */
export const noRole: Refusal = { code: 'no-role-in-case', grantor: 'insurer', right: null };

/** A closed case can still be read: only whether the role carries the right is asked. */
function readable(subject: Case): Case {
  return subject.state === 'closed' ? { ...subject, state: 'open' } : subject;
}
