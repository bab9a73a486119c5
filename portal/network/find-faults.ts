import type { Kysely } from 'kysely';
import type { Category } from '../../shared/domain/category/category.ts';
import { readJson } from '../store/json.ts';
import type { Tables } from '../store/tables.ts';
import { networkFaults, type Network, type NetworkFault } from './network-document.ts';
import { peopleTwice } from './people-twice.ts';

/** What in a document does not fit together, or not with what is there already. */
export async function findFaults(db: Kysely<Tables>, network: Network): Promise<readonly NetworkFault[]> {
  const [companies, offices, members, working, memberships, categories] = await Promise.all([
    db.selectFrom('company').select(['id', 'side']).execute(),
    db.selectFrom('office').select(['id', 'company']).execute(),
    db
      .selectFrom('member')
      .innerJoin('person', 'person.id', 'member.person')
      .select(['member.id', 'member.company', 'person.email'])
      .execute(),
    db.selectFrom('company_in_portal').select(['portal', 'company as of']).execute(),
    db.selectFrom('membership').select(['portal', 'member as of']).execute(),
    db.selectFrom('category_list').select(['portal', 'categories']).execute(),
  ]);
  const faults = networkFaults(network, {
    companies: new Set(companies.map((each) => each.id)),
    offices: new Map(offices.map((each) => [each.id, each.company])),
    members: new Map(members.map((each) => [each.id, each.company])),
    portals: byPortal(working),
    categories: new Map(categories.map((each) => [each.portal, codesIn(each.categories)])),
  });
  const twice = peopleTwice(network, {
    operators: new Set(companies.filter(({ side }) => side === 'operator').map(({ id }) => id)),
    members: new Map(members.map((each) => [each.id, each])),
    memberships: byPortal(memberships),
  });
  return [...faults, ...twice];
}

function codesIn(categories: string): ReadonlySet<string> {
  return new Set(readJson<Category[]>(categories).map(({ code }) => code));
}

function byPortal(rows: readonly { portal: string; of: string }[]): ReadonlyMap<string, ReadonlySet<string>> {
  const portals = new Map<string, Set<string>>();
  for (const { portal, of } of rows) portals.set(portal, (portals.get(portal) ?? new Set()).add(of));
  return portals;
}
