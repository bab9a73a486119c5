import { addedByApproval, amountOnceApproved, bindingAmount, type Budget } from '../budget/budget.ts';
import type { Case } from '../case/case.ts';
import type { ApprovalLimit, MemberStanding } from '../member/standing.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { boundInForce } from '../settlement/bound-in-force.ts';
import { notByLink, type Asker } from './actor.ts';
import { ownWorkRefusal } from './own-work.ts';
import { policies } from './policies.ts';
import type { Policy } from './policy.ts';
import { holdsRole, partnerRoles, type CaseFacts } from './partner-roles.ts';
import type { Refusal } from './refusal.ts';
import type { Authority, InsurerAuthority, OperatorAuthority, Right } from './rights.ts';
import { isExternalCaseHandler } from './roles-in-case.ts';
import type { AskedCase, Subject } from './subject.ts';
import { no, yes, type Verdict } from './verdict.ts';
import { verdictBy, type Place } from './verdict-by.ts';

/**
 * Decides who may do what in a case, for the app (to explain) and the portal server (to decide), by the policy of the
 * authority. It asks about people and rights only; whether the thing is in the right status is `decide`'s. Order:
 * domain.md §14. What is one's own work asks no role, and neither does the limit, which binds the person.
 */
export function may(asker: Asker, authority: Authority, subject: Subject): Verdict {
  if (asker.side === 'link') return no(notByLink);
  if (isInactive(asker)) return no(inactive);
  if (subject.case.state === 'deleted') return no({ code: 'case-not-found', grantor: 'nobody' });
  if (subject.case.state === 'closed' && authority !== 'case.close') return no(closedRefusal(subject.case));
  const byRight = (right: Right): Verdict => mayUseRight(asker, right, subject);
  return verdictBy(policies[authority], { standing: asker, inCase: { subject, byRight }, place: null });
}

/** Decides what is not about one case: settings, members, offices, imports. */
export function maySteer(asker: Asker, authority: InsurerAuthority | OperatorAuthority): Verdict {
  return outsideCases(asker, policies[authority], null);
}

/** Decides what of a company's people, or of its offices, is changed (domain.md §1.4, §13.1). */
export function mayAdminister(asker: Asker, authority: 'member.change' | 'office.change', place: Place): Verdict {
  return outsideCases(asker, policies[authority], place);
}

/** Decides by a policy of what is about no case. */
export function outsideCases(asker: Asker, policy: Policy, place: Place | null): Verdict {
  if (asker.side === 'link') return no(notByLink);
  return isInactive(asker) ? no(inactive) : verdictBy(policy, { standing: asker, inCase: null, place });
}

/** Nothing can be done in a closed case but to open it again. */
function closedRefusal({ closed }: AskedCase): Refusal {
  const told = closed ? { closedBy: closed.by.name, closedAt: closed.at } : {};
  return { code: 'case-closed', grantor: 'insurer', ...told };
}

const inactive: Refusal = { code: 'person-inactive', grantor: 'company-admin' };

function isInactive({ active, level }: MemberStanding): boolean {
  return !active || level === 0;
}

/** The limit in minor units that binds a marked user in this portal (seed: default or "Other value"; unset counts as 0). */
export function approvalLimit(limit: ApprovalLimit, settings: PortalSettings): number {
  return limit.kind === 'other' ? limit.amount : (settings.externalCaseHandler.defaultLimit ?? 0);
}

/**
 * What a budget's approval would do to the headroom of an External Case Handler (domain.md §6.3), were so much of it in
 * force then; minor units. What raises nothing is never above a limit, also one that was lowered since.
 */
export function headroom(
  standing: MemberStanding,
  subject: Case,
  budget: Budget,
  total = amountOnceApproved(budget),
): Headroom {
  const { settings } = standing;
  const limit = approvalLimit(standing.limit, settings);
  const cumulative = settings.externalCaseHandler.limitBasis === 'cumulative';
  const already = cumulative ? boundInForce(subject, standing.member) : 0;
  const amount = cumulative ? addedByApproval(budget, standing.member, total, subject.budgets) : total;
  const lowers = total <= (bindingAmount(budget) ?? 0);
  return { limit, already, amount, over: lowers ? 0 : Math.max(0, already + amount - limit) };
}

/** What binding so many minor units beyond every budget would do to it: against a limit for each budget they count by themselves. */
export function headroomFor(standing: MemberStanding, subject: Case, amount: number): Headroom {
  const { settings } = standing;
  const limit = approvalLimit(standing.limit, settings);
  const cumulative = settings.externalCaseHandler.limitBasis === 'cumulative';
  const already = cumulative ? boundInForce(subject, standing.member) : 0;
  return { limit, already, amount, over: Math.max(0, already + amount - limit) };
}

/** Limit, what counts against it, what this would add, and how much would be above. */
export interface Headroom {
  readonly limit: number;
  readonly already: number;
  readonly amount: number;
  readonly over: number;
}

function mayUseRight(standing: MemberStanding, right: Right, subject: Subject): Verdict {
  const verdict = roleFor(standing, right, subject);
  const own = verdict.allowed ? ownWorkRefusal(standing, right, subject) : null;
  return own ? no(own) : verdict;
}

/** The role that gives somebody a right: the first that is held in the case and has it. */
function roleFor(standing: MemberStanding, right: Right, subject: Subject): Verdict {
  if (standing.side === 'insurer') return yes('insurer');
  if (standing.side === 'operator') return no({ code: 'insurer-only', grantor: 'insurer' });
  const facts = { standing, case: subject.case };
  const held = partnerRoles.filter((role) => holdsRole(role, facts));
  const giving = held.find(({ rightsIn }) => rightsIn(standing.settings).includes(right));
  if (giving) return yes(giving.as);
  return no(
    isExternalCaseHandler(facts) ? { code: 'right-missing', grantor: 'operator', right } : withoutRole(right, facts),
  );
}

/** Somebody without the role: the way on is the own office when it has the role, else the insurer. */
function withoutRole(right: Right, { standing, case: subject }: CaseFacts): Refusal {
  if (!standing.settings.externalCaseHandler.enabled) {
    return { code: 'feature-off', grantor: 'operator', feature: 'external-case-handler' };
  }
  const grantor = subject.role?.company === standing.company ? 'own-office' : 'insurer';
  return { code: 'no-role-in-case', grantor, right };
}
