import type { MemberId } from '../ids.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { Right } from './rights.ts';
import type { AskedCase, AskedTask } from './subject.ts';

/** A person and a case: what every question about rights begins with. */
export interface CaseFacts {
  readonly standing: MemberStanding;
  readonly case: AskedCase;
}

/** The role counts only while the user is active and marked and the portal uses the role (domain.md §14 isEch). */
export function isExternalCaseHandler({ standing, case: subject }: CaseFacts): boolean {
  return (
    subject.role?.user?.member === standing.member &&
    standing.marked &&
    standing.active &&
    standing.settings.externalCaseHandler.enabled
  );
}

/** The role's user where the portal uses the role and gives it this right: who is told of what it is about. */
export function roleUserWith(right: Right, { role }: AskedCase, settings: PortalSettings): MemberId | null {
  const { enabled, rights } = settings.externalCaseHandler;
  return enabled && rights.includes(right) ? (role?.user?.member ?? null) : null;
}

/** The project managers of a case where the portal gives them this right: who is told of what it is about. */
export function projectManagersWith(right: Right, subject: AskedCase, settings: PortalSettings): readonly MemberId[] {
  return settings.projectManagerRights.includes(right) ? projectManagersIn(subject) : [];
}

/** The project managers of a case: who is responsible for its project management (domain.md §1.5). */
export function projectManagersIn({ tasks }: AskedCase): readonly MemberId[] {
  const managed = tasks.filter(({ kind }) => kind === 'project-management');
  return managed.flatMap(({ responsibles }) => responsibles.map(({ member }) => member));
}

/** Responsible for the project management task (domain.md §1.5). */
export function isProjectManager({ standing, case: subject }: CaseFacts): boolean {
  return subject.tasks.some((task) => task.kind === 'project-management' && isResponsible(standing, task));
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
