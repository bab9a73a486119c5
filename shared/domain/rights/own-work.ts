import type { MemberStanding } from '../member/standing.ts';
import type { Refusal } from './refusal.ts';
import type { Right } from './rights.ts';
import { isResponsible } from './roles-in-case.ts';
import type { Subject } from './subject.ts';

/**
 * Why a person may not decide on this work although a role gives the right: it is his or her own, or a partner's own
 * company's in a portal that does not allow that. Asked alike for every role, or another one would be a way round.
 */
export function ownWorkRefusal(standing: MemberStanding, right: Right, subject: Subject): Refusal | null {
  if (right !== 'budget.approve' && right !== 'tasks.approve') return null;
  if (isOwnWork(standing, subject)) return { code: 'self-authored', grantor: 'insurer' };
  const company = (subject.budget ?? subject.task)?.company;
  const ownCompany = standing.side === 'partner' && company === standing.company;
  return ownCompany && !standing.settings.externalCaseHandler.ownCompany
    ? { code: 'own-company', grantor: 'insurer' }
    : null;
}

/** What somebody entered, completed or is responsible for; a budget is its tasks' work as well. */
function isOwnWork(standing: MemberStanding, { case: subject, task, budget }: Subject): boolean {
  const about = budget ? subject.tasks.filter((each) => budget.tasks.includes(each.id)) : task ? [task] : [];
  if (about.some((each) => isResponsible(standing, each))) return true;
  const did = budget ? budget.submittedBy : task?.completedBy;
  return did?.member === standing.member;
}
