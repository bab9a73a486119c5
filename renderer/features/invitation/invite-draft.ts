import type { PortalState } from '../../offline/offline-desk.ts';
import { inviteRefusal, type InviteMember } from '../../../shared/domain/member/invite-member.ts';
import type { Level } from '../../../shared/domain/member/standing.ts';
import type { CompanyEntry } from '../../../shared/domain/office/directory.ts';
import { mayAdminister } from '../../../shared/domain/rights/may.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';

/** What is entered of somebody new. */
export interface InviteDraft extends Omit<InviteMember, 'company'> {
  /** null until it is chosen. */
  readonly company: string | null;
}

/** A field that cannot be taken as it is. */
export type InviteFault = 'name' | 'email' | 'company';

/** The empty form: a partner's admin invites into the own company. */
export function emptyDraft({ standing }: PortalState): InviteDraft {
  const company = standing.side === 'partner' ? standing.company : null;
  return { name: '', email: '', company, office: null, level: 1, certified: [], budgetPermission: false };
}

/** Why the reader invites nobody in this portal; null where he or she may. */
export function cannotInvite({ standing }: PortalState): Refusal | null {
  const verdict = mayAdminister(standing, 'member.change', { company: standing.company });
  return verdict.allowed ? null : verdict.refusal;
}

/** The companies into which the reader may invite, by name. */
export function companiesFor({ standing, directory }: PortalState, locale: string): readonly CompanyEntry[] {
  const { compare } = new Intl.Collator(locale);
  return directory.companies
    .filter(({ id }) => inviteRefusal({ standing, directory, member: '' }, { company: id, level: 1 }) === null)
    .toSorted((one, other) => compare(one.name, other.name));
}

/** The levels that may be given: no one above the own, and 4 is the highest at a partner company (domain.md §1.4). */
export function levelsFor({ standing, directory }: PortalState, company: string | null): readonly Level[] {
  const side = directory.companies.find(({ id }) => id === company)?.side ?? 'partner';
  const highest = Math.min(standing.level, side === 'partner' ? 4 : 6);
  return ([1, 2, 3, 4, 5, 6] as const).filter((level) => level <= highest);
}

/** What is missing or wrong; null where nothing is. */
export function inviteFault({ name, email, company }: InviteDraft): InviteFault | null {
  if (name.trim() === '') return 'name';
  // What an address is, the portal server says; here what was forgotten is told.
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) return 'email';
  return company === null ? 'company' : null;
}
