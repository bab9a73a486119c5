import type { MemberId } from '../ids.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { PortalSettings, TaskKind } from '../portal/portal-settings.ts';
import type { Right, Role } from './rights.ts';
import type { AskedCase } from './subject.ts';

/** A person and a case: what every question about rights begins with. */
export interface CaseFacts {
  readonly standing: MemberStanding;
  readonly case: AskedCase;
}

/** The ties to a case by which a partner role is kept. */
export const roleTies = ['project-manager', 'inspector', 'handler'] as const;

/** One of them. */
export type RoleTie = (typeof roleTies)[number];

/** A role in which a partner's person acts with a set of rights that the portal gives to all who hold it (domain.md §1.5). */
export interface PartnerRole {
  /** As whom its holder acts, in the log; its words go by it. */
  readonly as: Extract<Role, 'project-manager' | 'inspector' | 'external-case-handler'>;
  /** By what its holder is tied to the case. */
  readonly tie: RoleTie;
  /** Who holds it in a case, by the facts of the case alone. */
  readonly holdersIn: (subject: Pick<AskedCase, 'role' | 'tasks'>) => readonly MemberId[];
  /** Whether it counts for somebody in a portal: who is active and, where it asks for that, marked. */
  readonly countsFor: (standing: MemberStanding) => boolean;
  /** The rights that the portal gives it. */
  readonly rightsIn: (settings: PortalSettings) => readonly Right[];
}

/** Responsible for the project management task. */
export const projectManager: PartnerRole = {
  as: 'project-manager',
  tie: 'project-manager',
  holdersIn: responsibleFor('project-management'),
  countsFor: ({ active }) => active,
  rightsIn: ({ projectManagerRights }) => projectManagerRights,
};

/** Responsible for an inspection; with extra authority as far as the portal gives some (domain.md §16.2 no. 16). */
export const inspector: PartnerRole = {
  as: 'inspector',
  tie: 'inspector',
  holdersIn: responsibleFor('inspection'),
  countsFor: ({ active }) => active,
  rightsIn: ({ inspectorRights = [] }) => inspectorRights,
};

/** The role's user: it counts only while he or she is active and marked and the portal uses it (domain.md §14 isEch). */
export const externalCaseHandler: PartnerRole = {
  as: 'external-case-handler',
  tie: 'handler',
  holdersIn: ({ role }) => (role?.user ? [role.user.member] : []),
  countsFor: ({ active, marked, settings }) => active && marked && settings.externalCaseHandler.enabled,
  rightsIn: ({ externalCaseHandler: { enabled, rights } }) => (enabled ? rights : []),
};

/** All of them in the order in which they are asked: roles by a task before the External Case Handler's (domain.md §15.1). */
export const partnerRoles: readonly PartnerRole[] = [projectManager, inspector, externalCaseHandler];

/** True for who holds a role in a case and for whom it counts. */
export function holdsRole({ countsFor, holdersIn }: PartnerRole, { standing, case: subject }: CaseFacts): boolean {
  return countsFor(standing) && holdersIn(subject).includes(standing.member);
}

/** Who holds a role in a case to which the portal gives this right: who is told of what it is about; nobody twice. */
export function holdersWith(right: Right, subject: AskedCase, settings: PortalSettings): readonly MemberId[] {
  const giving = partnerRoles.filter(({ rightsIn }) => rightsIn(settings).includes(right));
  return [...new Set(giving.flatMap(({ holdersIn }) => holdersIn(subject)))];
}

function responsibleFor(kind: TaskKind): PartnerRole['holdersIn'] {
  return ({ tasks }) => [
    ...new Set(
      tasks
        .filter((task) => task.kind === kind)
        .flatMap(({ responsibles }) => responsibles.map(({ member }) => member)),
    ),
  ];
}
