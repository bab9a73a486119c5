import type { Case, CaseContent } from '../case/case.ts';
import { casePage, type CasePage, type CaseVerb } from '../case/case-page.ts';
import type { ContraryDecision, Logged } from '../case/log-entry.ts';
import type { Told } from '../decision.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { Moment } from '../moment.ts';
import type { AsItStands, Thing } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Authority } from '../rights/rights.ts';
import { roleRevision, type ExternalCaseHandlerRole } from './role.ts';

/** Which parts of the case a change of the role reads and changes. */
export const stepOfRole = { reads: ['head', 'role', 'role-past'], changes: ['role', 'role-past', 'log'] } as const;

/** A role that is there. */
export interface WithRole {
  readonly role: ExternalCaseHandlerRole;
}

type RoleVerb<Input, Found extends object> = Omit<
  CaseVerb<Input, Found>,
  'authority' | 'may' | 'since' | 'shows' | 'absent' | 'instead'
> & { readonly authority: Authority };

/** Makes a page that changes the role of a case. */
export function rolePage<Input, Found extends object>(verb: RoleVerb<Input, Found>): CasePage<Input, true> {
  const { authority } = verb;
  return casePage<Input, Found>({
    ...verb,
    may: ({ standing, case: subject }) => may(standing, authority, { case: subject }),
    absent: ({ standing, case: subject }) => {
      const verdict = may(standing, authority, { case: subject });
      return verdict.allowed ? { code: 'no-role', grantor: 'insurer' } : verdict.refusal;
    },
    since: ({ case: subject }) => momentsOfRole(subject),
    basedOn: () => [roleOfCase],
    shows: shownOfRole,
    instead: lastOfRole,
  });
}

/** The role of a case, which has a revision also where it has ended. */
const roleOfCase: Thing<Case> = { thing: 'role', in: standsOfRole };

/**
 * As far as the role tells: who picked its user is not kept with it. App 0.1.0 says null where there is no role, also of
 * one that has ended: it is stale only where that was after its command was decided.
 */
function standsOfRole(subject: Case): AsItStands {
  const { role, roleDeclined, roleEnded } = subject;
  const revision = roleRevision(subject);
  if (role?.user) return { revision, by: null, at: role.userAssignedAt };
  if (role) return { revision, by: role.assignedBy.name, at: role.officeAssignedAt };
  const at = roleDeclined?.at ?? roleEnded?.decidedAt ?? null;
  // A role that was declined under 0.1.0 left its moment, but no revision.
  return { revision, changed: roleEnded?.decidedAt ?? roleDeclined?.at ?? null, by: roleDeclined?.by.name ?? null, at };
}

/** What was decided last on the role: by the log where that is read, else by what the case itself tells. */
function lastOfRole({ case: { role, roleDeclined }, log }: CaseContent): ContraryDecision | null {
  const entry = log.findLast(({ what }) => what.startsWith('role-'));
  if (entry) return entry;
  if (role) {
    const { assignedBy, officeAssignedAt, officeName } = role;
    return { what: 'role-given', by: assignedBy, at: officeAssignedAt, facts: { office: officeName } };
  }
  if (!roleDeclined) return null;
  const { by, at, officeName, reason } = roleDeclined;
  return { what: 'role-declined', by, at, facts: { office: officeName, reason } };
}

/** When the External Case Handler role became what it is. */
export function momentsOfRole({ role, roleDeclined, roleEnded }: Case): readonly (Moment | null)[] {
  return role ? [role.officeAssignedAt, role.userAssignedAt] : [roleDeclined?.at ?? roleEnded?.decidedAt ?? null];
}

/** What the log shows of the role. */
export function shownOfRole({ role }: Case): Logged {
  return { office: role?.officeName ?? null, user: role?.user?.name ?? null };
}

/** Why the role is not used in a portal at all. */
export function notInUse({ settings }: MemberStanding): Refusal | null {
  if (settings.externalCaseHandler.enabled) return null;
  return { code: 'feature-off', grantor: 'operator', feature: 'external-case-handler' };
}

/** Who is told that the role has gone from them. */
export function farewell(role: ExternalCaseHandlerRole | null): readonly Told[] {
  if (!role) return [];
  const office: Told = ['role-removed', { kind: 'office', office: role.office, company: role.company }];
  return role.user ? [office, ['role-removed', { kind: 'member', member: role.user.member }]] : [office];
}
