import { systemPage } from '../case/case-page.ts';
import { deadlineStart, type CaseQuestion, type Told } from '../decision.ts';
import type { MemberId, OfficeId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import type { MemberEntry, OfficeEntry } from '../office/directory.ts';
import { revisionBy } from '../overwriting.ts';
import type { Refusal } from '../rights/refusal.ts';
import { targetFrom } from '../task/target.ts';
import { roleOfficeExclusion, roleUserExclusion } from './candidates.ts';
import { farewell, momentsOfRole, notInUse, rolePage, shownOfRole, stepOfRole, type WithRole } from './role-page.ts';
import type { ExternalCaseHandlerRole } from './role.ts';

/** Gives the role to an office, or to another one (seed; domain.md §5.3). Insurer only: the role cannot be handed on. */
export interface GiveRoleToOffice {
  readonly office: OfficeId;
}

/** Takes the role out of the case, or does without it after an office has declined. */
export interface RemoveRole {
  readonly reason: string;
}

/** The supplier sends the role back to the insurer. */
export interface DeclineRole {
  readonly reason: string;
}

/** The supplier picks who has the role, or somebody else (seed; domain.md §5.3). */
export interface AssignRoleUser {
  readonly member: MemberId;
}

/** The page of `give-role-to-office`. */
export const giveRoleToOffice = rolePage<GiveRoleToOffice, { readonly office: OfficeEntry | undefined }>({
  authority: 'role.assignOffice',
  ...stepOfRole,
  find: ({ directory }, input) => ({ office: directory.offices.find(({ id }) => id === input.office) }),
  check: ({ standing }) => notInUse(standing),
  limits: ({ case: { role }, directory, office }, input) => {
    if (role?.office === input.office) return { code: 'nothing-to-change', grantor: 'nobody' };
    const why = office ? roleOfficeExclusion(directory, office) : 'unknown-office';
    const grantor = why === 'unavailable' ? 'other-office' : 'insurer';
    return why ? { code: 'office-not-eligible', grantor, why } : null;
  },
  apply: ({ standing, stamp, office }) =>
    office
      ? {
          role: {
            office: office.id,
            officeName: office.name,
            company: office.company,
            assignedBy: personRef(standing),
            officeAssignedAt: stamp.at,
            user: null,
            userAssignedAt: null,
            target: targetFrom(standing.settings, 'role', deadlineStart(stamp), office),
            revision: stamp.id,
          },
          roleDeclined: null,
          roleEnded: null,
        }
      : null,
  log: ({ office }) => ({ what: 'role-given', facts: { office: office?.name ?? '' } }),
  tells: ({ case: { role }, office }) => [
    ...(office ? [['role-given', { kind: 'office', office: office.id, company: office.company }] as const] : []),
    ...farewell(role),
  ],
});

/** The page of `remove-role`. */
export const removeRole = rolePage<RemoveRole, object>({
  authority: 'role.assignOffice',
  ...stepOfRole,
  find: () => ({}),
  check: ({ case: { role, roleDeclined } }) => (role || roleDeclined ? null : { code: 'no-role', grantor: 'insurer' }),
  apply: ({ stamp }) => ({ role: null, roleDeclined: null, roleEnded: revisionBy(stamp) }),
  log: ({ case: { role, roleDeclined } }, { reason }) => ({
    what: 'role-removed',
    facts: { office: role?.officeName ?? '', reason },
    company: role?.company ?? roleDeclined?.by.company ?? null,
  }),
  tells: ({ case: { role } }) => farewell(role),
});

/** The page of `decline-role`: back to the insurer, who finds it as an action. */
export const declineRole = rolePage<DeclineRole, WithRole>({
  authority: 'role.decline',
  ...stepOfRole,
  find: withRole,
  apply: ({ role: { office, officeName }, standing, stamp }, { reason }) => ({
    role: null,
    roleDeclined: { office, officeName, by: personRef(standing), reason, at: stamp.at },
    roleEnded: revisionBy(stamp),
  }),
  log: ({ role }, { reason }) => ({
    what: 'role-declined',
    facts: { office: role.officeName, reason },
    company: role.company,
  }),
  tells: (asked) => [['role-declined', { kind: 'insurer' }], ...toFormerUser(asked)],
});

/** The page of `assign-role-user`: rights apply as soon as the user is set. */
export const assignRoleUser = rolePage<AssignRoleUser, WithRole & { readonly member: MemberEntry | undefined }>({
  authority: 'role.assignUser',
  reads: stepOfRole.reads,
  changes: ['role', 'log'],
  find: ({ case: { role }, directory }, input) =>
    role && { role, member: directory.members.find(({ id }) => id === input.member) },
  check: ({ standing }) => notInUse(standing),
  limits: ({ role, directory, member }, input) => {
    if (role.user?.member === input.member) return { code: 'nothing-to-change', grantor: 'nobody' };
    const why = member ? roleUserExclusion(directory, member, role.office) : 'unknown-member';
    const grantor = why === 'not-marked' ? 'insurer' : 'company-admin';
    return why ? ({ code: 'member-not-eligible', grantor, why, name: member?.name ?? '' } satisfies Refusal) : null;
  },
  apply: ({ role, member, stamp }) => {
    if (!member) return null;
    const user = { member: member.id, name: member.name, company: member.company };
    return { role: { ...role, user, userAssignedAt: stamp.at, target: null, revision: stamp.id } };
  },
  log: ({ role, member }) => ({
    what: 'role-user-assigned',
    facts: { name: member?.name ?? '', office: role.officeName },
  }),
  tells: (asked, { member }) => {
    const tell: Told[] = [['role-user-assigned', { kind: 'insurer' }]];
    if (member !== asked.standing.member) tell.push(['role-yours', { kind: 'member', member }]);
    return [...tell, ...toFormerUser(asked)];
  },
});

/**
 * What an unmarked or disabled user leaves behind: the role falls back to its office (domain.md §5.3 edge rules). The
 * system's, and follows from the command that unmarked or disabled.
 */
export const releaseRoleUser = systemPage<Readonly<Record<never, never>>, WithRole>({
  ...stepOfRole,
  find: (question) => {
    const found = withRole(question);
    return found?.role.user ? found : null;
  },
  absent: () => ({ code: 'no-role', grantor: 'insurer' }),
  since: ({ case: subject }) => momentsOfRole(subject),
  apply: ({ role, directory, actor: { settings }, stamp }) => {
    const office = directory.offices.find(({ id }) => id === role.office);
    const target = targetFrom(settings, 'role', deadlineStart(stamp), office);
    return { role: { ...role, user: null, userAssignedAt: null, target, revision: stamp.id } };
  },
  log: ({ role }) => ({ what: 'role-user-released', facts: { name: role.user?.name ?? '' } }),
  shows: shownOfRole,
  tells: ({ role }) => [
    ['role-user-released', { kind: 'insurer' }],
    ['role-given', { kind: 'office', office: role.office, company: role.company }],
    ...(role.user ? [['role-removed', { kind: 'member', member: role.user.member }] as const] : []),
  ],
});

function withRole({ case: { role } }: Pick<CaseQuestion, 'case'>): { readonly role: ExternalCaseHandlerRole } | null {
  return role && { role };
}

/** Who had the role is told, but not of what he or she did. */
function toFormerUser({ role: { user }, standing }: CaseQuestion & WithRole): readonly Told[] {
  return user && user.member !== standing.member ? [['role-removed', { kind: 'member', member: user.member }]] : [];
}
