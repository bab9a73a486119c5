import { addedByApproval, approvedInForce, bindingAmount, type Budget } from '../budget/budget.ts';
import type { Case } from '../case/case.ts';
import type { CompanyId } from '../ids.ts';
import type { ApprovalLimit, MemberStanding } from '../member/standing.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { ownWorkRefusal } from './own-work.ts';
import type { Refusal } from './refusal.ts';
import {
  rights,
  type Authority,
  type BaselineAuthority,
  type InsurerAuthority,
  type OfficeAuthority,
  type OperatorAuthority,
  type Right,
  type Role,
} from './rights.ts';
import { actsForTask, isExternalCaseHandler, isProjectManager } from './roles-in-case.ts';
import type { AskedCase, AskedTask, Subject } from './subject.ts';

/** The answer to "may I?": as whom, or why not and who can help. */
export type Verdict =
  { readonly allowed: true; readonly as: Role } | { readonly allowed: false; readonly refusal: Refusal };

/**
 * Decides who may do what, for the app (to explain) and the portal server (to decide). It asks about people and rights
 * only; whether the thing is in the right status is `decide`'s. Order: domain.md §14; task roles come before the
 * External Case Handler role. What is one's own work asks no role, and neither does the limit, which binds the person.
 */
export function may(standing: MemberStanding, authority: Authority, subject: Subject): Verdict {
  if (!standing.active || standing.level === 0) return no({ code: 'person-inactive', grantor: 'company-admin' });
  if (subject.case.state === 'deleted') return no({ code: 'case-not-found', grantor: 'nobody' });
  if (subject.case.state === 'closed') return no({ code: 'case-closed', grantor: 'insurer' });
  if (isRight(authority)) return mayUseRight(standing, authority, subject);
  if (isOfficeAuthority(authority)) return mayForOffice(standing, authority, subject);
  if (isBaseline(authority)) return mayContribute(standing, subject.case);
  return maySteer(standing, authority);
}

/** Decides what is not about one case: settings, members, offices, imports. */
export function maySteer(standing: MemberStanding, authority: InsurerAuthority | OperatorAuthority): Verdict {
  if (!standing.active || standing.level === 0) return no({ code: 'person-inactive', grantor: 'company-admin' });
  if (authority === 'portal.changeRights' || authority === 'portal.setUp') {
    return standing.side === 'operator' ? yes('operator') : no({ code: 'operator-only', grantor: 'operator' });
  }
  const operatorsToo = authority === 'case.import' || authority === 'portal.changeCalendar';
  if (standing.side === 'operator' && operatorsToo) return yes('operator');
  if (standing.side !== 'insurer') return no({ code: 'insurer-only', grantor: 'insurer' });
  // What binds everybody's targets, and who may approve up to what, is for the insurer's seniors (domain.md §1.4).
  const seniors = authority === 'portal.changeCalendar' || authority === 'member.mark';
  return !seniors || standing.level >= 5
    ? yes('insurer')
    : no({ code: 'level-too-low', grantor: 'company-admin', needed: 5 });
}

/** Decides what of a company's people and offices is changed: by the insurer, or by the company's admin (domain.md §1.4, §13.1). */
export function mayAdminister(
  standing: MemberStanding,
  authority: 'member.change' | 'office.change',
  company: CompanyId,
): Verdict {
  const verdict = maySteer(standing, authority);
  if (verdict.allowed || verdict.refusal.code !== 'insurer-only' || standing.side !== 'partner') return verdict;
  if (company !== standing.company) return no({ code: 'other-office-task', grantor: 'other-office' });
  return standing.level >= 4 ? yes('office') : no({ code: 'level-too-low', grantor: 'company-admin', needed: 4 });
}

/** The limit in minor units that binds a marked user in this portal (seed: default or "Other value"; unset counts as 0). */
export function approvalLimit(limit: ApprovalLimit, settings: PortalSettings): number {
  return limit.kind === 'other' ? limit.amount : (settings.externalCaseHandler.defaultLimit ?? 0);
}

/**
 * What a budget's approval would do to the headroom of an External Case Handler (domain.md §6.3); minor units. What
 * raises nothing is never above a limit, also one that was lowered since.
 */
export function headroom(standing: MemberStanding, subject: Case, budget: Budget): Headroom {
  const { settings } = standing;
  const limit = approvalLimit(standing.limit, settings);
  const cumulative = settings.externalCaseHandler.limitBasis === 'cumulative';
  const already = cumulative ? approvedInForce(subject.budgets, standing.member) : 0;
  const amount = cumulative ? addedByApproval(budget, standing.member) : budget.money.amount;
  const lowers = budget.money.amount <= (bindingAmount(budget) ?? 0);
  return { limit, already, amount, over: lowers ? 0 : Math.max(0, already + amount - limit) };
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

/** The role that gives somebody a right. */
function roleFor(standing: MemberStanding, right: Right, subject: Subject): Verdict {
  if (standing.side === 'insurer') return yes('insurer');
  if (standing.side === 'operator') return no({ code: 'insurer-only', grantor: 'insurer' });
  const facts = { standing, case: subject.case };
  if (right === 'inspection.start' && subject.task && actsForTask(standing, subject.task)) return yes('office');
  if (isProjectManager(facts) && standing.settings.projectManagerRights.includes(right)) return yes('project-manager');
  if (!isExternalCaseHandler(facts)) return no(withoutRole(standing, right, subject.case));
  if (!standing.settings.externalCaseHandler.rights.includes(right)) {
    return no({ code: 'right-missing', grantor: 'operator', right });
  }
  return yes('external-case-handler');
}

/** Somebody without the role: the way on is the own office when it has the role, else the insurer. */
function withoutRole(standing: MemberStanding, right: Right, subject: AskedCase): Refusal {
  if (!standing.settings.externalCaseHandler.enabled) {
    return { code: 'feature-off', grantor: 'operator', feature: 'external-case-handler' };
  }
  const grantor = subject.role?.company === standing.company ? 'own-office' : 'insurer';
  return { code: 'no-role-in-case', grantor, right };
}

function mayForOffice(standing: MemberStanding, authority: OfficeAuthority, subject: Subject): Verdict {
  if (authority === 'role.assignUser' || authority === 'role.decline') return mayForRoleOffice(standing, subject.case);
  const own = mayForOwnTask(standing, authority, subject.task);
  return own.allowed ? own : (mayForOthersTask(standing, authority, subject) ?? own);
}

/** Level 2 confirms too: it may name people straight from 0, which confirms (domain.md §3.3 rows 3 and 4a). */
function mayForOwnTask(standing: MemberStanding, authority: OfficeAuthority, task: AskedTask | undefined): Verdict {
  if (!task || task.company === null || task.company !== standing.company || standing.side !== 'partner') {
    return no({ code: 'other-office-task', grantor: 'other-office' });
  }
  if (!actsForTask(standing, task)) return no({ code: 'level-too-low', grantor: 'company-admin', needed: 2 });
  if (authority === 'task.assignMembers' && standing.level < 2) {
    return no({ code: 'level-too-low', grantor: 'company-admin', needed: 2 });
  }
  if (authority === 'budget.submit' && !standing.budgetPermission) {
    return no({ code: 'no-budget-permission', grantor: 'company-admin' });
  }
  return yes('office');
}

/**
 * What a role in the case allows for tasks that are not one's own: the project manager sets the schedule of the whole
 * case (domain.md §1.5), right 7 enters budgets of other partners (seed). null where no such role is held.
 */
function mayForOthersTask(standing: MemberStanding, authority: OfficeAuthority, subject: Subject): Verdict | null {
  const facts = { standing, case: subject.case };
  if (authority === 'task.schedule' && isProjectManager(facts)) return yes('project-manager');
  const others = subject.task?.company && subject.task.company !== standing.company;
  if (authority !== 'budget.submit' || !others || standing.side !== 'partner') return null;
  const verdict = mayUseRight(standing, 'budget.onBehalf', subject);
  return verdict.allowed || isExternalCaseHandler(facts) ? verdict : null;
}

function mayForRoleOffice(standing: MemberStanding, subject: AskedCase): Verdict {
  if (!subject.role) return no({ code: 'no-role', grantor: 'insurer' });
  if (standing.side !== 'partner' || subject.role.company !== standing.company) {
    return no({ code: 'other-office-task', grantor: 'other-office' });
  }
  return standing.level >= 2 ? yes('office') : no({ code: 'level-too-low', grantor: 'company-admin', needed: 2 });
}

/** Chat and documents: everybody who works in the case (seed: the External Case Handler always). */
function mayContribute(standing: MemberStanding, subject: AskedCase): Verdict {
  if (standing.side === 'insurer') return yes('insurer');
  if (subject.tasks.some((task) => actsForTask(standing, task))) return yes('office');
  if (isExternalCaseHandler({ standing, case: subject })) return yes('external-case-handler');
  const grantor = subject.role?.company === standing.company ? 'own-office' : 'insurer';
  return no({ code: 'no-role-in-case', grantor, right: null });
}

const everyRight: ReadonlySet<Authority> = new Set(rights);
const officeAuthorities: ReadonlySet<Authority> = new Set<OfficeAuthority>([
  'task.confirm',
  'task.assignMembers',
  'task.schedule',
  'task.start',
  'task.complete',
  'budget.submit',
  'role.assignUser',
  'role.decline',
]);

function isRight(authority: Authority): authority is Right {
  return everyRight.has(authority);
}

function isOfficeAuthority(authority: Authority): authority is OfficeAuthority {
  return officeAuthorities.has(authority);
}

function isBaseline(authority: Authority): authority is BaselineAuthority {
  return authority === 'chat.write' || authority === 'document.add';
}

function yes(as: Role): Verdict {
  return { allowed: true, as };
}

function no(refusal: Refusal): Verdict {
  return { allowed: false, refusal };
}
