import type { Kysely } from 'kysely';
import type { MemberId, PersonId, PortalId } from '../../shared/domain/ids.ts';
import { memberStanding } from '../../shared/domain/member/member-standing.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { CompanyEntry, Directory, MemberEntry, OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { AccountTables } from '../store/account-tables.ts';
import { readJson } from '../store/json.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';
import { loadOffices } from './load-offices.ts';
import { revisionIn } from './revision-in.ts';

/** Who and what is in a portal: where standings and directories are cut from. */
export interface Network {
  readonly portal: PortalId;
  readonly portalName: string;
  readonly settings: PortalSettings;
  readonly companies: ReadonlyMap<string, CompanyEntry>;
  readonly offices: readonly OfficeEntry[];
  readonly members: ReadonlyMap<MemberId, NetworkMember>;
  readonly byPerson: ReadonlyMap<PersonId, NetworkMember>;
}

/** A member with the person behind it. */
export interface NetworkMember extends MemberEntry {
  readonly person: PersonId;
}

/** Where to read: `during` is the number of the change going on, whose own writes are not yet settled. */
export interface NetworkSource {
  readonly store: Store;
  readonly db: Kysely<Tables>;
  readonly during?: number;
}

interface Kept {
  readonly number: number;
  readonly mark: string;
  readonly network: Network;
}

const kept = new WeakMap<Store, Map<PortalId, Kept>>();

/**
 * The network of a portal, or null where there is none. It is read anew only when its change number or that number's
 * random mark differs from what is kept, and both are read inside the caller's transaction: so a right is never taken
 * from memory after it changed, not even across a restored backup or another server on the same database.
 */
export async function readNetwork(source: NetworkSource, portal: PortalId): Promise<Network | null> {
  const version = await source.db
    .selectFrom('portal')
    .innerJoin('change_mark', (join) =>
      join.onRef('change_mark.portal', '=', 'portal.id').onRef('change_mark.number', '=', 'portal.directory_changed'),
    )
    .select(['change_mark.number', 'change_mark.mark'])
    .where('portal.id', '=', portal)
    .executeTakeFirst();
  if (!version) return null;
  const portals = kept.get(source.store) ?? new Map<PortalId, Kept>();
  const known = portals.get(portal);
  const settled = version.number !== source.during;
  if (settled && known?.number === version.number && known.mark === version.mark) return known.network;
  const network = await loadNetwork(source.db, portal);
  if (settled) kept.set(source.store, portals.set(portal, { ...version, network }));
  return network;
}

/** What a member is in the portal, or null. */
export function standingOf(network: Network, member: NetworkMember | undefined): Standing | null {
  const company = member && network.companies.get(member.company);
  if (!member || !company) return null;
  return { ...memberStanding(network, member, company), person: member.person };
}

/** The directory as one reader gets it: members of the own company in full, all for the insurer and the operator. */
export function directoryFor(network: Network, reader: Standing): Directory {
  const reads = reader.active && reader.level > 0;
  const companies = [...network.companies.values()];
  if (!reads) return { companies: companies.filter(({ id }) => id === reader.company), offices: [], members: [] };
  const all = [...network.members.values()];
  const members = reader.side === 'partner' ? all.filter(({ company }) => company === reader.company) : all;
  return { companies, offices: network.offices, members: members.map(withoutPerson) };
}

async function loadNetwork(db: Kysely<Tables>, portal: PortalId): Promise<Network> {
  const [head, companies, members] = [
    await db.selectFrom('portal').select(['name', 'settings']).where('id', '=', portal).executeTakeFirstOrThrow(),
    await loadCompanies(db, portal),
    await loadMembers(db, portal),
  ];
  return {
    portal,
    portalName: head.name,
    settings: readJson<PortalSettings>(head.settings),
    companies: new Map(companies.map((company) => [company.id, company])),
    offices: await loadOffices(db, portal, members),
    members: new Map(members.map((member) => [member.id, member])),
    byPerson: new Map(members.map((member) => [member.person, member])),
  };
}

function loadCompanies(db: Kysely<Tables>, portal: PortalId): Promise<CompanyEntry[]> {
  return db
    .selectFrom('company_in_portal')
    .innerJoin('company', 'company.id', 'company_in_portal.company')
    .select(['company.id', 'company.name', 'company.side'])
    .where('company_in_portal.portal', '=', portal)
    .orderBy('company.id')
    .execute();
}

async function loadMembers(db: Kysely<Tables>, portal: PortalId): Promise<NetworkMember[]> {
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
    .orderBy('member.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
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
  }));
}

function withoutPerson({ person: _, ...entry }: NetworkMember): MemberEntry {
  return entry;
}
