import type { CompanyId, MemberId, OfficeId } from '../ids.ts';
import type { ApprovalLimit, Level } from '../member/standing.ts';
import type { Moment } from '../moment.ts';
import type { Revision } from '../revision.ts';
import type { MemberSelection } from './member-selection.ts';
import type { WorkingCalendar } from '../portal/calendar.ts';

/** A place on the globe, degrees WGS 84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where an office is as one portal keeps it: what another portal or the company itself says stays as it is. */
export interface OfficePlace {
  readonly postalCode: string;
  readonly position: Position;
}

/** What a portal's people need to know of offices and members without asking (design.md §11, offline reads). */
export interface Directory {
  readonly companies: readonly CompanyEntry[];
  readonly offices: readonly OfficeEntry[];
  /** The own company in full; all for the insurer and the operator. */
  readonly members: readonly MemberEntry[];
}

/** A company in the directory. */
export interface CompanyEntry {
  readonly id: CompanyId;
  readonly name: string;
  readonly side: 'insurer' | 'partner' | 'operator';
}

/** An office in the directory. */
export interface OfficeEntry {
  readonly id: OfficeId;
  readonly company: CompanyId;
  readonly name: string;
  readonly street: string;
  /** Missing in a directory of before it was told. */
  readonly postalCode?: string;
  readonly city: string;
  /** What distances are counted from: this portal's place, else where the company says it is. */
  readonly position: Position | null;
  /** Set where this portal keeps a place of its own. */
  readonly place?: OfficePlace | null;
  /** Task type codes it offers. */
  readonly services: readonly string[];
  readonly available: boolean;
  /** In the insurer's partner network. */
  readonly inNetwork: boolean;
  /** How many of its active users are marked for the External Case Handler role. */
  readonly marked: number;
  readonly revision?: Revision;
  /** When it works, where that is not the portal's calendar. */
  readonly calendar?: WorkingCalendar | null | undefined;
  /** Whom it has set responsible at once; left out for who does not see the company's members. */
  readonly selection?: MemberSelection | null;
}

/** Somebody who has not signed in yet; null where nobody was invited here, but named by a network document. */
export interface Invited {
  readonly at: Moment | null;
}

/** A member in the directory. */
export interface MemberEntry {
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
  readonly company: CompanyId;
  readonly office: OfficeId | null;
  readonly level: Level;
  readonly active: boolean;
  readonly marked: boolean;
  readonly limit: ApprovalLimit;
  readonly certified: readonly string[];
  readonly budgetPermission: boolean;
  /** Unavailable until then, with the deputy who gets the notices (domain.md §1.3); null when here. */
  readonly away: { readonly deputy: MemberId } | null;
  /** Set while there is no password yet, with when the last invitation to this portal went out. */
  readonly invited?: Invited;
  /** Of mark and limit, and of the rest. */
  readonly markRevision?: Revision;
  readonly termsRevision?: Revision;
}
