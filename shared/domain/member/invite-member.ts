import { refused, silently, type Decision, type Stamp } from '../decision.ts';
import type { CompanyId, MemberId, OfficeId } from '../ids.ts';
import { fromMilliseconds, toMilliseconds } from '../moment.ts';
import type { Directory, MemberEntry } from '../office/directory.ts';
import { mayAdminister } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { changeWhomRefusal } from './change-whom.ts';
import { changeRefusal, type MemberQuestion, type Membership } from './membership.ts';
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

/** Decides `invite-member`. */
export function inviteMember(question: InviteQuestion, input: InviteMember): Decision<Membership> {
  const { known, member, stamp } = question;
  const { company, office, level, certified, budgetPermission } = input;
  const refusal = inviteRefusal(question, input) ?? officeRefusal(question, input);
  if (refusal) return refused(refusal);
  if (known?.company === company) return refused({ code: 'member-known', grantor: 'nobody', name: known.name });
  if (known) return refused({ code: 'member-elsewhere', grantor: 'insurer', name: input.name });
  const terms = { company, office, level, certified, budgetPermission };
  const fresh = { active: true, marked: false, limit: { kind: 'default' }, away: null, reading: {} } as const;
  return silently({ member, ...terms, ...fresh, invited: { at: stamp.receivedAt ?? stamp.at } });
}

/** Why nobody may be invited into a company, or not at this level; null where it may be. */
export function inviteRefusal(
  { standing, directory, member }: Pick<InviteQuestion, 'standing' | 'directory' | 'member'>,
  { company, level }: Pick<InviteMember, 'company' | 'level'>,
): Refusal | null {
  const verdict = mayAdminister(standing, 'member.change', company);
  if (!verdict.allowed) return verdict.refusal;
  if (!directory.companies.some(({ id }) => id === company)) return { code: 'case-not-found', grantor: 'nobody' };
  return changeWhomRefusal({ standing, directory, member: { member, company, level: 0 } }, level);
}

function officeRefusal({ directory }: InviteQuestion, { company, office }: InviteMember): Refusal | null {
  const own = office === null || directory.offices.some((each) => each.id === office && each.company === company);
  return own ? null : { code: 'office-not-eligible', grantor: 'insurer', why: 'unknown-office' };
}

/** Decides `invite-again`. */
export function inviteAgain(question: MemberQuestion): Decision<Membership> {
  const { directory, member, stamp } = question;
  const refusal = changeRefusal(question, { active: true });
  if (refusal) return refused(refusal);
  const name = directory.members.find(({ id }) => id === member.member)?.name ?? '';
  if (!member.invited) return refused({ code: 'member-known', grantor: 'nobody', name });
  // The mail would say that there is a portal to work in.
  if (!member.active || member.level === 0)
    return refused({ code: 'member-not-eligible', grantor: 'company-admin', why: 'inactive', name });
  const now = stamp.receivedAt ?? stamp.at;
  const again = member.invited.at === null ? now : fromMilliseconds(toMilliseconds(member.invited.at) + pause);
  if (now < again) return refused({ code: 'invited-lately', grantor: 'nobody', again });
  return silently({ ...member, invited: { at: now } });
}
