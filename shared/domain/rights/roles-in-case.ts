import type { MemberStanding } from '../member/standing.ts';
import { externalCaseHandler, holdsRole, projectManager, type CaseFacts } from './partner-roles.ts';
import type { AskedTask } from './subject.ts';

/** The role counts only while the user is active and marked and the portal uses the role (domain.md §14 isEch). */
export function isExternalCaseHandler(facts: CaseFacts): boolean {
  return holdsRole(externalCaseHandler, facts);
}

/** Responsible for the project management task (domain.md §1.5). */
export function isProjectManager(facts: CaseFacts): boolean {
  return holdsRole(projectManager, facts);
}

/** Named as responsible of a task. */
export function isResponsible(standing: MemberStanding, task: AskedTask): boolean {
  return task.responsibles.some((each) => each.member === standing.member);
}

/** From level 2 on somebody acts for the whole company; below, only for the own tasks (domain.md §1.4). */
export function actsForTask(standing: MemberStanding, task: AskedTask): boolean {
  if (!standing.active || standing.side !== 'partner' || task.company !== standing.company) return false;
  return standing.level >= 2 || (standing.level === 1 && isResponsible(standing, task));
}
