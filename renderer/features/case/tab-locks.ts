import type { Case } from '../../../shared/domain/case/case.ts';
import { may } from '../../../shared/domain/rights/may.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** The tabs of a case, in the same order in every case. */
export const caseTabs = ['overview', 'budgets', 'cost-control', 'chat', 'documents', 'log'] as const;

/** One of them. */
export type CaseTab = (typeof caseTabs)[number];

/** Why a tab is locked for this person, or null. Its content was not sent then (screens.md). */
export function tabLock(tab: CaseTab, open: OpenCase): Refusal | null {
  return locks[tab]({ ...open, subject: readable(open.content.case) });
}

/** A closed case can still be read: only whether the role carries the right is asked. */
function readable(subject: Case): Case {
  return subject.state === 'closed' ? { ...subject, state: 'open' } : subject;
}

interface Asked extends OpenCase {
  readonly subject: Case;
}

const locks: Readonly<Record<CaseTab, (asked: Asked) => Refusal | null>> = {
  overview: () => null,
  budgets: budgetsLock,
  'cost-control': costControlLock,
  chat: (asked) => partLock(asked, 'chat'),
  documents: (asked) => partLock(asked, 'documents'),
  log: (asked) => partLock(asked, 'log'),
};

function budgetsLock(asked: Asked): Refusal | null {
  const { subject, standing } = asked;
  if (!subject.hidden.includes('budgets') || !subject.hidden.includes('other-budgets')) return null;
  const works = subject.tasks.some((task) => task.company === standing.company);
  if (works && !standing.budgetPermission) return { code: 'no-budget-permission', grantor: 'company-admin' };
  return refusalOf(asked, 'budget.approve') ?? { code: 'no-role-in-case', grantor: 'insurer', right: null };
}

/** Right 8 opens the tab (seed); who has it by another role sees what there is of budgets. */
function costControlLock(asked: Asked): Refusal | null {
  return refusalOf(asked, 'budget.approve');
}

function partLock(asked: Asked, part: 'chat' | 'documents' | 'log'): Refusal | null {
  if (!asked.subject.hidden.includes(part)) return null;
  return refusalOf(asked, 'chat.write') ?? { code: 'no-role-in-case', grantor: 'insurer', right: null };
}

function refusalOf({ standing, subject }: Asked, authority: 'budget.approve' | 'chat.write'): Refusal | null {
  const verdict = may(standing, authority, { case: subject });
  return verdict.allowed ? null : verdict.refusal;
}
