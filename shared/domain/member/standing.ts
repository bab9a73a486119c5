import type { CompanyId, MemberId, OfficeId, PersonId, PortalId } from '../ids.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { PersonRef } from './person-ref.ts';

/** 0 sees nothing, 1 own tasks, 2 the company's, 4 company admin, 5-6 the insurer's seniors (domain.md §1.4). */
export const levels = [0, 1, 2, 3, 4, 5, 6] as const;

/** One of the levels. */
export type Level = (typeof levels)[number];

/** The approval limit the insurer set for a marked user (seed: default limit or "Other value"). */
export type ApprovalLimit = { readonly kind: 'default' } | { readonly kind: 'other'; readonly amount: number };

/**
 * What a person is in one portal, in one record, with the portal's settings. Travels whole, is read from SQL on the
 * server and is never in a token (design.md §11).
 */
export interface Standing {
  readonly portal: PortalId;
  readonly portalName: string;
  readonly person: PersonId;
  readonly member: MemberId;
  readonly name: string;
  readonly company: CompanyId;
  readonly companyName: string;
  readonly office: OfficeId | null;
  readonly side: 'insurer' | 'partner' | 'operator';
  readonly level: Level;
  readonly active: boolean;
  /** Marked for the External Case Handler role by the insurer. */
  readonly marked: boolean;
  readonly limit: ApprovalLimit;
  /** Task type codes this person is certified for. */
  readonly certified: readonly string[];
  /** May see and enter budgets of the own company (domain.md §6.1). */
  readonly budgetPermission: boolean;
  readonly settings: PortalSettings;
}

/** A standing without whose account it is: what rights are decided by, and what a directory tells of everybody in it. */
export type MemberStanding = Omit<Standing, 'person'>;

/** The person behind a standing, as written into cases. */
export function personRef(standing: MemberStanding): PersonRef {
  return { member: standing.member, name: standing.name, company: standing.company };
}
