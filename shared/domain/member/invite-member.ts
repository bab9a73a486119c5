import type { Stamp } from '../decision.ts';
import type { CompanyId, MemberId, OfficeId } from '../ids.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../moment.ts';
import type { Directory, MemberEntry } from '../office/directory.ts';
import { mayAdminister } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { settingsPages } from '../settings-page.ts';
import { changeWhomRefusal } from './change-whom.ts';
import { changeRefusal, memberPage, shownOfMember, type MemberQuestion, type Membership } from './membership.ts';
import type { Level, Standing } from './standing.ts';

/** Brings somebody into a company in one portal; a link to a first password is mailed (domain.md §1.3, §13.1). */
export interface InviteMember {
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  readonly company: CompanyId;
  readonly office: OfficeId | null;
  readonly level: Level;
  readonly certified: readonly string[];
  readonly budgetPermission: boolean;
}

/** Mails another link to somebody who has no password yet; the old one ends. */
export type InviteAgain = Readonly<Record<never, never>>;

/** All that a decision about somebody new may read. */
export interface InviteQuestion {
  readonly standing: Standing;
  readonly directory: Directory;
  /** The id of the new member. */
  readonly member: MemberId;
  /** Who has this address in the portal, as far as is known here: a company's admin does not know other companies' people. */
  readonly known: Pick<MemberEntry, 'company' | 'name'> | null;
  readonly stamp: Stamp;
}

/** A mail may take that long before somebody asks for another one. */
const pause = 10 * 60_000;

/** Makes a page about somebody who is no member yet. */
const newcomerPage = settingsPages<'member', InviteQuestion, Membership>({
  subject: 'member',
  of: () => null,
  shows: shownOfMember,
});

/** The page of `invite-member`. */
export const inviteMember = newcomerPage<InviteMember>({
  authority: 'member.change',
  check: (question, input) =>
    inviteRefusal(question, input) ?? officeRefusal(question, input) ?? isKnown(question, input),
  apply: (question, { company, office, level, certified, budgetPermission }) => {
    const terms = { company, office, level, certified, budgetPermission };
    const fresh = { active: true, marked: false, limit: { kind: 'default' }, away: null, reading: {} } as const;
    return { member: question.member, ...terms, ...fresh, invited: { at: receivedAt(question) } };
  },
});

function isKnown({ known }: InviteQuestion, { company, name }: InviteMember): Refusal | null {
  if (!known) return null;
  return known.company === company
    ? { code: 'member-known', grantor: 'nobody', name: known.name }
    : { code: 'member-elsewhere', grantor: 'insurer', name };
}

/** Why nobody may be invited into a company, or not at this level; null where it may be. */
export function inviteRefusal(
  { standing, directory, member }: Pick<InviteQuestion, 'standing' | 'directory' | 'member'>,
  { company, level }: Pick<InviteMember, 'company' | 'level'>,
): Refusal | null {
  const verdict = mayAdminister(standing, 'member.change', { company });
  if (!verdict.allowed) return verdict.refusal;
  if (!directory.companies.some(({ id }) => id === company)) return { code: 'case-not-found', grantor: 'nobody' };
  return changeWhomRefusal({ standing, directory, member: { member, company, level: 0 } }, level);
}

function officeRefusal({ directory }: InviteQuestion, { company, office }: InviteMember): Refusal | null {
  const own = office === null || directory.offices.some((each) => each.id === office && each.company === company);
  return own ? null : { code: 'office-not-eligible', grantor: 'insurer', why: 'unknown-office' };
}

/** The page of `invite-again`: not to who has a password, and not one mail on top of the other. */
export const inviteAgain = memberPage<InviteAgain>({
  authority: 'member.change',
  check: (question) => {
    const { directory, member } = question;
    const refusal = changeRefusal(question, { active: true });
    if (refusal) return refusal;
    const name = directory.members.find(({ id }) => id === member.member)?.name ?? '';
    if (!member.invited) return { code: 'member-known', grantor: 'nobody', name };
    // The mail would say that there is a portal to work in.
    if (!member.active || member.level === 0)
      return { code: 'member-not-eligible', grantor: 'company-admin', why: 'inactive', name };
    const { at } = member.invited;
    const again = at === null ? null : fromMilliseconds(toMilliseconds(at) + pause);
    return again !== null && receivedAt(question) < again ? { code: 'invited-lately', grantor: 'nobody', again } : null;
  },
  apply: (question) => ({ ...question.member, invited: { at: receivedAt(question) } }),
});

function receivedAt({ stamp }: Pick<MemberQuestion, 'stamp'>): Moment {
  return stamp.receivedAt ?? stamp.at;
}
