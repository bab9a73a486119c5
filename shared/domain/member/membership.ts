import type { Stamp } from '../decision.ts';
import type { CaseId, CompanyId, MemberId, OfficeId } from '../ids.ts';
import type { Directory, Invited } from '../office/directory.ts';
import { isSame, revisionBy, standsAt, type Thing } from '../overwriting.ts';
import type { Revision } from '../revision.ts';
import { mayAdminister, maySteer } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { settingsPages } from '../settings-page.ts';
import { changeWhomRefusal, markWhomRefusal, type WhomQuestion } from './change-whom.ts';
import { levels, type ApprovalLimit, type Level, type Standing } from './standing.ts';

/** What is kept of a member in one portal (domain.md §1.3): the subject of member commands. */
export interface Membership {
  readonly member: MemberId;
  readonly company: CompanyId;
  readonly office: OfficeId | null;
  readonly level: Level;
  readonly active: boolean;
  readonly marked: boolean;
  readonly limit: ApprovalLimit;
  readonly certified: readonly string[];
  readonly budgetPermission: boolean;
  readonly away: { readonly deputy: MemberId } | null;
  /** Set while there is no password yet. */
  readonly invited?: Invited;
  /** Of mark and limit, and of the rest. */
  readonly markRevision?: Revision;
  readonly termsRevision?: Revision;
  /** How many of each case's chat messages this person has read. */
  readonly reading: Readonly<Record<CaseId, number>>;
}

/** All that a decision about a member may read. */
export interface MemberQuestion {
  readonly standing: Standing;
  readonly directory: Directory;
  readonly member: Membership;
  readonly stamp: Stamp;
}

/** Marks a user for the External Case Handler role, with the limit (seed: Company Admin → Members → Edit). */
export interface MarkMember {
  readonly marked: boolean;
  readonly limit: ApprovalLimit;
}

/** Changes what else is kept of a member. */
export interface ChangeMember {
  readonly level?: Level;
  readonly active?: boolean;
  readonly certified?: readonly string[];
  readonly budgetPermission?: boolean;
  readonly away?: { readonly deputy: MemberId } | null;
}

/** Notes that the chat of a case was read up to so many messages; one's own mark, and it never goes back. */
export interface MarkRead {
  readonly case: CaseId;
  readonly messages: number;
}

/** Makes a page about somebody who is a member already. */
export const memberPage = settingsPages<'member', MemberQuestion, Membership>({
  subject: 'member',
  of: ({ member }) => ({ aggregate: member, id: member.member }),
  shows: shownOfMember,
});

/** What the log tells of a member. */
export function shownOfMember({ markRevision: _, termsRevision: __, reading: ___, ...terms }: Membership): object {
  return terms;
}

/** The page of `mark-member`. Losing the mark releases the roles this person has (domain.md §5.3 edge rules). */
export const markMember = memberPage<MarkMember>({
  authority: 'member.mark',
  check: markRefusal,
  basedOn: (_, member) => [partOfMember(member, 'mark', 'markRevision')],
  already: ({ member }, input) => isSame(member, { ...member, ...input }),
  apply: ({ member, stamp }, { marked, limit }) => ({ ...member, marked, limit, markRevision: revisionBy(stamp) }),
  follows: ({ member }, after) =>
    member.marked && !after.marked ? [{ kind: 'release-roles-of', member: after.member }] : [],
});

/** Of a member either mark and limit, or the rest, is overwritten. */
function partOfMember(id: MemberId, name: string, part: 'markRevision' | 'termsRevision'): Thing<Membership> {
  return { thing: `member:${id}/${name}`, in: (member) => standsAt(member[part], id) };
}

/** Who is shown what is kept of members: the insurer's people, the operator, and the own company's to its admin. */
export function looksAfterMembers({ active, level, side }: Standing): boolean {
  return active && level > 0 && (side !== 'partner' || level >= 4);
}

/** Why somebody may not set mark and limit of a member; null where it may be. */
export function markRefusal(asked: WhomQuestion): Refusal | null {
  const verdict = maySteer(asked.standing, 'member.mark');
  return verdict.allowed ? markWhomRefusal(asked) : verdict.refusal;
}

/** The page of `change-member`. An inactive member loses the roles at once. */
export const changeMember = memberPage<ChangeMember>({
  authority: 'member.change',
  check: (asked, input) => changeRefusal(asked, input) ?? (input.away ? unfitDeputy(asked, input.away.deputy) : null),
  basedOn: (_, member) => [partOfMember(member, 'terms', 'termsRevision')],
  already: ({ member }, input) => isSame(member, { ...member, ...input }),
  apply: ({ member, stamp }, input) => ({ ...member, ...input, termsRevision: revisionBy(stamp) }),
  follows: ({ member }, after) => {
    const lost = member.marked && ((member.active && !after.active) || (member.level > 0 && after.level === 0));
    return lost ? [{ kind: 'release-roles-of', member: after.member }] : [];
  },
});

/**
 * Why somebody may not change this of a member; null where it may be: the insurer and the company's admin may, for whom is
 * not above, and everybody for the own absence (domain.md §1.3, §1.4).
 */
export function changeRefusal(asked: WhomQuestion, input: ChangeMember): Refusal | null {
  const { standing, member } = asked;
  const verdict = mayAdminister(standing, 'member.change', { company: member.company });
  const absenceOnly = Object.keys(input).every((key) => key === 'away');
  if (!verdict.allowed) {
    const own = standing.active && standing.level > 0 && standing.member === member.member;
    return own && absenceOnly ? null : verdict.refusal;
  }
  // Whoever goes in error could not come back, and the last admin would leave the company without one.
  if (standing.member === member.member && input.active === false)
    return { code: 'oneself-inactive', grantor: 'company-admin' };
  return changeWhomRefusal(asked, input.level);
}

/** The levels of a member's side that somebody may give, and the one there is (domain.md §1.4). */
export function levelsFor(asked: WhomQuestion): readonly Level[] {
  return levels.filter((level) => level === asked.member.level || changeRefusal(asked, { level }) === null);
}

/**
 * Why somebody cannot be the deputy, or null. It is somebody else of the same company who is here: notices name cases, which
 * stay with who works in them.
 */
export function unfitDeputy({ directory, member }: Omit<WhomQuestion, 'standing'>, deputy: MemberId): Refusal | null {
  const found = directory.members.find(({ id }) => id === deputy && id !== member.member);
  const refusal = { code: 'member-not-eligible', grantor: 'insurer', name: found?.name ?? deputy } as const;
  if (!found) return { ...refusal, why: 'unknown-member' };
  if (found.company !== member.company) return { ...refusal, why: 'other-company' };
  return found.active && found.level > 0 ? null : { ...refusal, why: 'inactive' };
}

/** The page of `mark-read`: only for oneself. */
export const markRead = memberPage<MarkRead>({
  authority: 'self',
  independent: true,
  check: ({ standing, member }) =>
    standing.member === member.member ? null : { code: 'case-not-found', grantor: 'nobody' },
  apply: ({ member }, input) => {
    const messages = Math.max(member.reading[input.case] ?? 0, input.messages);
    return { ...member, reading: { ...member.reading, [input.case]: messages } };
  },
});
