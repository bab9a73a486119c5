import type { Stamp } from '../decision.ts';
import type { CompanyId, OfficeId } from '../ids.ts';
import { isSame, revisionBy, standsAt, type Thing } from '../overwriting.ts';
import { mayAdminister, maySteer } from '../rights/may.ts';
import type { Revision } from '../revision.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Standing } from '../member/standing.ts';
import { settingsPages } from '../settings-page.ts';
import type { WorkingCalendar } from '../portal/calendar.ts';
import type { OfficeEntry, OfficePlace } from './directory.ts';
import type { MemberSelection } from './member-selection.ts';

/** What is kept of an office in one portal: the subject of office commands (domain.md §1.2, §1.6). */
export interface OfficeTerms {
  readonly office: OfficeId;
  readonly company: CompanyId;
  readonly available: boolean;
  readonly inNetwork: boolean;
  readonly services: readonly string[];
  readonly revision?: Revision;
  /** When the office works; null where it keeps the portal's calendar. */
  readonly calendar?: WorkingCalendar | null;
  /** Where it is; null where it is where the company says. */
  readonly place?: OfficePlace | null;
  /** Whom it has set responsible at once; null where everything is assigned by hand. */
  readonly selection?: MemberSelection | null;
}

/** What is kept of an office, as the directory tells it. */
export function termsOf(entry: OfficeEntry): OfficeTerms {
  const {
    id,
    company,
    available,
    inNetwork,
    services,
    revision,
    calendar = null,
    place = null,
    selection = null,
  } = entry;
  return { office: id, company, available, inNetwork, services, revision, calendar, place, selection };
}

/** All that a decision about an office may read. */
export interface OfficeQuestion {
  readonly standing: Standing;
  readonly office: OfficeTerms;
  readonly stamp: Stamp;
}

/** Changes availability, network, services, hours or place; affects new assignments only (domain.md §5.3). */
export interface ChangeOffice {
  readonly available?: boolean;
  readonly inNetwork?: boolean;
  readonly services?: readonly string[];
  /** null: as the portal. */
  readonly calendar?: WorkingCalendar | null;
  /** null: where the company says. */
  readonly place?: OfficePlace | null;
}

/** Makes a page about an office. */
export const officePage = settingsPages<'office', OfficeQuestion, OfficeTerms>({
  subject: 'office',
  of: ({ office }) => ({ aggregate: office, id: office.office }),
  shows: ({ revision: _, ...terms }) => terms,
});

/** The page of `change-office`. */
export const changeOffice = officePage<ChangeOffice>({
  authority: 'office.change',
  check: changeOfficeRefusal,
  basedOn: (_, office) => [termsOfOffice(office)],
  already: ({ office }, input) => isSame(office, { ...office, ...input }),
  apply: ({ office, stamp }, input) => ({ ...office, ...input, revision: revisionBy(stamp) }),
});

/** All that is kept of an office, which has one revision. */
export function termsOfOffice(office: OfficeId): Thing<OfficeTerms> {
  return { thing: `office:${office}/terms`, in: ({ revision }) => standsAt(revision, office) };
}

/** Why somebody may not change this of an office; null where it may be. Who is in the network is the insurer's alone (domain.md §1.2). */
export function changeOfficeRefusal(
  { standing, office }: Omit<OfficeQuestion, 'stamp'>,
  { inNetwork }: ChangeOffice,
): Refusal | null {
  const verdict =
    inNetwork === undefined ? mayAdminister(standing, 'office.change', office) : maySteer(standing, 'office.change');
  return verdict.allowed ? null : verdict.refusal;
}
