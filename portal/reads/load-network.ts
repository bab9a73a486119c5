import type { Kysely } from 'kysely';
import type { PersonId, PortalId } from '../../shared/domain/ids.ts';
import type {
  CompanyEntry,
  MemberEntry,
  OfficeEntry,
  OfficePlace,
  Position,
} from '../../shared/domain/office/directory.ts';
import type { MemberSelection } from '../../shared/domain/office/member-selection.ts';
import type { WorkingCalendar } from '../../shared/domain/portal/calendar.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { AccountTables } from '../store/account-tables.ts';
import { readJson } from '../store/json.ts';
import type { DirectoryGoneTable, OfficeTable } from '../store/network-tables.ts';
import type { Tables } from '../store/tables.ts';
import { revisionIn } from './revision-in.ts';

/** What of a portal's network is read: all of it, or what was changed after a number. */
export interface NetworkRows {
  readonly portalName: string;
  readonly settings: PortalSettings;
  readonly companies: readonly CompanyEntry[];
  readonly offices: readonly UncountedOffice[];
  readonly members: readonly PersonMember[];
  /** What was taken out; who came back, or went to another company, stands among the others as well. */
  readonly gone: readonly GoneEntry[];
}

/** An entry that was taken out. */
export type GoneEntry = Pick<DirectoryGoneTable, 'kind' | 'id'>;

/** An office before its marked users are counted. */
export type UncountedOffice = Omit<OfficeEntry, 'marked'>;

/** A member's entry and the person behind it. */
export interface PersonMember {
  readonly entry: MemberEntry;
  readonly person: PersonId;
}

/** Before every number: what was changed after it is all there is. */
const beginning = -1;

/** Reads a portal's network from SQL: what was changed after a number, all where none is given. */
export async function loadNetwork(db: Kysely<Tables>, portal: PortalId, after = beginning): Promise<NetworkRows> {
  const head = await db
    .selectFrom('portal')
    .select(['name', 'settings'])
    .where('id', '=', portal)
    .executeTakeFirstOrThrow();
  return {
    portalName: head.name,
    settings: readJson<PortalSettings>(head.settings),
    companies: await loadCompanies(db, portal, after),
    offices: await loadOffices(db, portal, after),
    members: await loadMembers(db, portal, after),
    gone: await loadGone(db, portal, after),
  };
}

function loadCompanies(db: Kysely<Tables>, portal: PortalId, after: number): Promise<CompanyEntry[]> {
  return db
    .selectFrom('company_in_portal')
    .innerJoin('company', 'company.id', 'company_in_portal.company')
    .select(['company.id', 'company.name', 'company.side'])
    .where('company_in_portal.portal', '=', portal)
    .where('company_in_portal.directory_changed', '>', after)
    .execute();
}

async function loadOffices(db: Kysely<Tables>, portal: PortalId, after: number): Promise<UncountedOffice[]> {
  const rows = await db
    .selectFrom('office_terms')
    .innerJoin('office', 'office.id', 'office_terms.office')
    .selectAll()
    .where('office_terms.portal', '=', portal)
    .where('office_terms.directory_changed', '>', after)
    .execute();
  return rows.map((row) => {
    const place = row.place === null ? null : readJson<OfficePlace>(row.place);
    return {
      id: row.id,
      company: row.company,
      name: row.name,
      street: row.street,
      postalCode: place?.postalCode ?? row.postal_code,
      city: row.city,
      position: place?.position ?? companysPosition(row),
      services: readJson<string[]>(row.services),
      revision: revisionIn(row.revision),
      available: row.available === 1,
      inNetwork: row.in_network === 1,
      ...(row.calendar === null ? {} : { calendar: readJson<WorkingCalendar>(row.calendar) }),
      ...(place === null ? {} : { place }),
      ...(row.selection === null ? {} : { selection: readJson<MemberSelection>(row.selection) }),
    };
  });
}

function companysPosition({ latitude, longitude }: OfficeTable): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

async function loadMembers(db: Kysely<Tables>, portal: PortalId, after: number): Promise<PersonMember[]> {
  const rows = await db
    .withTables<AccountTables>()
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member')
    .innerJoin('person', 'person.id', 'member.person')
    .leftJoin('auth_account', 'auth_account.user_id', 'person.id')
    .select(['member.id', 'member.person', 'member.company', 'member.office', 'person.name', 'person.email'])
    .select(['level', 'active', 'marked', 'limit_kind', 'limit_amount', 'certified', 'budget_permission', 'deputy'])
    .select(['mark_revision', 'terms_revision', 'invited_at', 'auth_account.password'])
    .where('membership.portal', '=', portal)
    .where('membership.directory_changed', '>', after)
    .execute();
  return rows.map((row) => ({
    person: row.person,
    entry: {
      id: row.id,
      name: row.name,
      email: row.email,
      company: row.company,
      office: row.office,
      // Written from a Level only.
      level: row.level as MemberEntry['level'],
      active: row.active === 1,
      marked: row.marked === 1,
      limit: row.limit_kind === 'other' ? { kind: 'other', amount: row.limit_amount ?? 0 } : { kind: 'default' },
      certified: readJson<string[]>(row.certified),
      budgetPermission: row.budget_permission === 1,
      away: row.deputy === null ? null : { deputy: row.deputy },
      ...(row.password === null ? { invited: { at: row.invited_at } } : {}),
      markRevision: revisionIn(row.mark_revision),
      termsRevision: revisionIn(row.terms_revision),
    },
  }));
}

function loadGone(db: Kysely<Tables>, portal: PortalId, after: number): Promise<GoneEntry[]> {
  return db
    .selectFrom('directory_gone')
    .select(['kind', 'id'])
    .where('portal', '=', portal)
    .where('change', '>', after)
    .execute();
}
