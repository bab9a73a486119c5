import type { Case } from '../case/case.ts';
import { dated, momentsOfRole } from '../dated.ts';
import {
  deadlineStart,
  decided,
  refused,
  type CaseQuestion,
  type Decision,
  type Stamp,
  type Told,
} from '../decision.ts';
import type { MemberId, OfficeId } from '../ids.ts';
import { personRef, type Standing } from '../member/standing.ts';
import type { Moment } from '../moment.ts';
import { isAfter, revisionBy } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { targetFrom } from '../task/target.ts';
import { roleOfficeExclusion, roleUserExclusion } from './candidates.ts';
import { roleRevision, type ExternalCaseHandlerRole } from './role.ts';

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

/** Decides `give-role-to-office`. */
export function giveRoleToOffice(question: CaseQuestion, input: GiveRoleToOffice): Decision<Case> {
  const { case: subject, standing, stamp, directory } = question;
  const verdict = may(standing, 'role.assignOffice', { case: subject });
  if (!verdict.allowed) return refused(verdict.refusal);
  const refusal = notInUse(standing) ?? staleRole(question);
  if (refusal) return refused(refusal);
  if (subject.role?.office === input.office) return refused({ code: 'nothing-to-change', grantor: 'nobody' });
  const office = directory.offices.find((each) => each.id === input.office);
  const why = office ? roleOfficeExclusion(directory, office) : 'unknown-office';
  if (!office || why) {
    return refused({
      code: 'office-not-eligible',
      grantor: why === 'unavailable' ? 'other-office' : 'insurer',
      why: why ?? 'unknown-office',
    });
  }
  const role: ExternalCaseHandlerRole = {
    office: office.id,
    officeName: office.name,
    company: office.company,
    assignedBy: personRef(standing),
    officeAssignedAt: stamp.at,
    user: null,
    userAssignedAt: null,
    target: targetFrom(standing.settings, 'role', deadlineStart(stamp), office),
    revision: stamp.id,
  };
  const tell: Told[] = [
    ['role-given', { kind: 'office', office: office.id, company: office.company }],
    ...farewell(subject.role),
  ];
  const entry = { what: 'role-given', facts: { office: office.name } } as const;
  return decided(question, { as: verdict.as, change: { role, roleDeclined: null, roleEnded: null }, entry, tell });
}

/** Decides `remove-role`. */
export function removeRole(question: CaseQuestion, input: RemoveRole): Decision<Case> {
  const { case: subject, standing } = question;
  const verdict = may(standing, 'role.assignOffice', { case: subject });
  if (!verdict.allowed) return refused(verdict.refusal);
  const { role, roleDeclined } = subject;
  if (!role && !roleDeclined) return refused({ code: 'no-role', grantor: 'insurer' });
  const stale = staleRole(question);
  if (stale) return refused(stale);
  const entry = {
    what: 'role-removed',
    facts: { office: role?.officeName ?? '', reason: input.reason },
    company: role?.company ?? roleDeclined?.by.company ?? null,
  } as const;
  const change = { role: null, roleDeclined: null, roleEnded: revisionBy(question.stamp) };
  return decided(question, { as: verdict.as, change, entry, tell: farewell(role) });
}

/** Decides `decline-role`: back to the insurer, who finds it as an action. */
export function declineRole(question: CaseQuestion, input: DeclineRole): Decision<Case> {
  const { case: subject, standing, stamp } = question;
  const verdict = may(standing, 'role.decline', { case: subject });
  if (!verdict.allowed) return refused(verdict.refusal);
  const stale = staleRole(question);
  if (stale) return refused(stale);
  const { role } = subject;
  if (!role) return refused({ code: 'no-role', grantor: 'insurer' });
  const roleDeclined = {
    office: role.office,
    officeName: role.officeName,
    by: personRef(standing),
    reason: input.reason,
    at: stamp.at,
  };
  const facts = { office: role.officeName, reason: input.reason };
  const entry = { what: 'role-declined', facts, company: role.company } as const;
  const tell: Told[] = [['role-declined', { kind: 'insurer' }]];
  if (role.user && role.user.member !== standing.member)
    tell.push(['role-removed', { kind: 'member', member: role.user.member }]);
  const change = { role: null, roleDeclined, roleEnded: revisionBy(stamp) };
  return decided(question, { as: verdict.as, change, entry, tell });
}

/** Decides `assign-role-user`: rights apply as soon as the user is set. */
export function assignRoleUser(question: CaseQuestion, input: AssignRoleUser): Decision<Case> {
  const { case: subject, standing, stamp, directory } = question;
  const verdict = may(standing, 'role.assignUser', { case: subject });
  if (!verdict.allowed) return refused(verdict.refusal);
  const refusal = notInUse(standing) ?? staleRole(question);
  if (refusal) return refused(refusal);
  const { role } = subject;
  if (!role) return refused({ code: 'no-role', grantor: 'insurer' });
  if (role.user?.member === input.member) return refused({ code: 'nothing-to-change', grantor: 'nobody' });
  const member = directory.members.find((each) => each.id === input.member);
  const why = member ? roleUserExclusion(directory, member, role.office) : 'unknown-member';
  if (!member || why) {
    const grantor = why === 'not-marked' ? 'insurer' : 'company-admin';
    return refused({ code: 'member-not-eligible', grantor, why: why ?? 'unknown-member', name: member?.name ?? '' });
  }
  const user = { member: member.id, name: member.name, company: member.company };
  const after: ExternalCaseHandlerRole = { ...role, user, userAssignedAt: stamp.at, target: null, revision: stamp.id };
  const entry = { what: 'role-user-assigned', facts: { name: member.name, office: role.officeName } } as const;
  const tell: Told[] = [['role-user-assigned', { kind: 'insurer' }]];
  if (member.id !== standing.member) tell.push(['role-yours', { kind: 'member', member: member.id }]);
  if (role.user && role.user.member !== standing.member)
    tell.push(['role-removed', { kind: 'member', member: role.user.member }]);
  return decided(question, { as: verdict.as, change: { role: after }, entry, tell });
}

/**
 * What an unmarked or disabled user leaves behind: the role falls back to its office (domain.md §5.3 edge rules). A
 * derived command of the portal server's, never issued by a person.
 */
export function releaseRoleUser(asked: CaseQuestion): Decision<Case> {
  const question = dated(asked, momentsOfRole(asked.case));
  const { role } = question.case;
  if (!role?.user) return refused({ code: 'no-role', grantor: 'insurer' });
  const office = question.directory.offices.find(({ id }) => id === role.office);
  const target = targetFrom(question.standing.settings, 'role', deadlineStart(question.stamp), office);
  const after: ExternalCaseHandlerRole = {
    ...role,
    user: null,
    userAssignedAt: null,
    target,
    revision: question.stamp.id,
  };
  const tell: readonly Told[] = [
    ['role-user-released', { kind: 'insurer' }],
    ['role-given', { kind: 'office', office: role.office, company: role.company }],
    ['role-removed', { kind: 'member', member: role.user.member }],
  ];
  return decided(question, {
    as: 'system',
    change: { role: after },
    entry: { what: 'role-user-released', facts: { name: role.user.name } },
    tell,
  });
}

function notInUse({ settings }: Standing): Refusal | null {
  if (settings.externalCaseHandler.enabled) return null;
  return { code: 'feature-off', grantor: 'operator', feature: 'external-case-handler' };
}

/**
 * The revision of the role as seen (sync.md 11). App 0.1.0 says null where there is none, also of a role that has ended:
 * it is stale only where that was after its command was decided.
 */
function staleRole({ case: subject, stamp }: CaseQuestion): Refusal | null {
  if (stamp.basedOn === null && subject.role === null && !hasEndedAfter(subject, stamp)) return null;
  if (stamp.basedOn !== null && stamp.basedOn === roleRevision(subject)) return null;
  return { code: 'stale', grantor: 'nobody', ...lastChange(subject) };
}

function hasEndedAfter({ roleEnded, roleDeclined }: Case, stamp: Stamp): boolean {
  // A role that was declined under 0.1.0 left its moment, but no revision.
  const declined = roleDeclined && { command: '', decidedAt: roleDeclined.at };
  return isAfter(roleEnded ?? declined, stamp);
}

/** As far as the role tells: who picked its user is not kept with it. */
function lastChange({ role, roleDeclined, roleEnded }: Case): { changedBy: string | null; changedAt: Moment | null } {
  if (!role)
    return { changedBy: roleDeclined?.by.name ?? null, changedAt: roleDeclined?.at ?? roleEnded?.decidedAt ?? null };
  if (role.user) return { changedBy: null, changedAt: role.userAssignedAt };
  return { changedBy: role.assignedBy.name, changedAt: role.officeAssignedAt };
}

function farewell(role: ExternalCaseHandlerRole | null): readonly Told[] {
  if (!role) return [];
  const office: Told = ['role-removed', { kind: 'office', office: role.office, company: role.company }];
  return role.user ? [office, ['role-removed', { kind: 'member', member: role.user.member }]] : [office];
}
