import type { Kysely } from 'kysely';
import type { OperatorPortal } from '../../shared/contract/operator.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import type { Tables } from '../store/tables.ts';

/** Every portal in numbers, for the operator. */
export async function readOperatorPortals({ store }: Pick<PortalDeps, 'store'>): Promise<readonly OperatorPortal[]> {
  const { db } = store;
  const [portals, companies, offices, members, cases] = await Promise.all([
    readPortals(db),
    countCompanies(db),
    countOffices(db),
    countMembers(db),
    countOpenCases(db),
  ]);
  return portals.map(({ id, name, settings, at }) => {
    const { currency, timeZone, externalCaseHandler } = readJson<PortalSettings>(settings);
    return {
      id,
      name,
      currency,
      timeZone,
      companies: countOf(companies, id),
      offices: countOf(offices, id),
      members: countOf(members, id),
      marked: Number(members.find(({ portal }) => portal === id)?.marked ?? 0),
      openCases: countOf(cases, id),
      roleInUse: externalCaseHandler.enabled,
      lastChange: at,
    };
  });
}

interface Counted {
  readonly portal: string;
  /** A text on PostgreSQL. */
  readonly count: string | number | bigint;
}

function countOf(counted: readonly Counted[], id: string): number {
  return Number(counted.find(({ portal }) => portal === id)?.count ?? 0);
}

function readPortals(db: Kysely<Tables>) {
  return db
    .selectFrom('portal')
    .innerJoin('portal_counter', 'portal_counter.portal', 'portal.id')
    .leftJoin('change_mark', (join) =>
      join
        .onRef('change_mark.portal', '=', 'portal_counter.portal')
        .onRef('change_mark.number', '=', 'portal_counter.number'),
    )
    .select(['portal.id', 'portal.name', 'portal.settings', 'change_mark.at'])
    .orderBy('portal.name')
    .orderBy('portal.id')
    .execute();
}

function countCompanies(db: Kysely<Tables>) {
  return db
    .selectFrom('company_in_portal')
    .innerJoin('company', 'company.id', 'company_in_portal.company')
    .where('company.side', '<>', 'operator')
    .groupBy('company_in_portal.portal')
    .select(({ fn }) => ['company_in_portal.portal', fn.countAll().as('count')])
    .execute();
}

function countOffices(db: Kysely<Tables>) {
  return db
    .selectFrom('office_terms')
    .groupBy('portal')
    .select(({ fn }) => ['portal', fn.countAll().as('count')])
    .execute();
}

function countMembers(db: Kysely<Tables>) {
  return db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member')
    .innerJoin('company', 'company.id', 'member.company')
    .where('membership.active', '=', 1)
    .where('company.side', '<>', 'operator')
    .groupBy('membership.portal')
    .select(({ fn }) => ['membership.portal', fn.countAll().as('count'), fn.sum('membership.marked').as('marked')])
    .execute();
}

function countOpenCases(db: Kysely<Tables>) {
  return db
    .selectFrom('case_file')
    .where('state', '=', 'open')
    .groupBy('portal')
    .select(({ fn }) => ['portal', fn.countAll().as('count')])
    .execute();
}
