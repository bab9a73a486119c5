import type { CompanyId, MemberId, OfficeId } from '../../shared/domain/ids.ts';
import { readNetwork, type Network } from '../reads/network.ts';
import type { DirectoryGoneTable } from '../store/network-tables.ts';
import type { Change } from './in-change.ts';

/** Which entries of a portal's directory a change adds, changes or takes out. */
export interface ChangedEntries {
  readonly companies?: readonly CompanyId[];
  /** Also those whose number of marked users is another one. */
  readonly offices?: readonly OfficeId[];
  /** With the company that each was in: its people are the ones who hold the entry. */
  readonly members?: readonly { readonly id: MemberId; readonly company: CompanyId }[];
}

/**
 * Notes which entries of the directory have changed, once they are written. Nothing else is told to anybody: an entry that
 * is not named stays what it was on every desk. What is named and not there any more was taken out.
 */
export async function noteDirectoryChange(change: Change, named: ChangedEntries): Promise<void> {
  const { companies = [], offices = [], members = [] } = named;
  const [companiesHere, officesHere, membersHere] = [
    await noteCompanies(change, companies),
    await noteOffices(change, offices),
    await noteMembers(
      change,
      members.map(({ id }) => id),
    ),
  ];
  await keepGone(change, [
    ...companies.filter((id) => !companiesHere.has(id)).map((id) => ({ kind: 'company' as const, id, company: '' })),
    ...offices.filter((id) => !officesHere.has(id)).map((id) => ({ kind: 'office' as const, id, company: '' })),
    ...members
      .filter(({ id, company }) => membersHere.get(id) !== company)
      .map(({ id, company }) => ({ kind: 'member' as const, id, company })),
  ]);
  await noteNetworkChange(change);
}

/** Notes that what is read together with the directory has changed, such as the settings, and none of its entries. */
export async function noteNetworkChange(change: Change): Promise<void> {
  await change.db
    .updateTable('portal')
    .set({ directory_changed: change.number })
    .where('id', '=', change.portal)
    .execute();
  change.touch('everybody');
}

/** The network with what this change has written so far. */
export async function networkNow(change: Change): Promise<Network> {
  const network = await readNetwork({ store: change.store, db: change.db, during: change.number }, change.portal);
  if (!network) throw new Error('The portal is gone.');
  return network;
}

async function noteCompanies({ db, portal, number }: Change, ids: readonly CompanyId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const noted = await db
    .updateTable('company_in_portal')
    .set({ directory_changed: number })
    .where('portal', '=', portal)
    .where('company', 'in', ids)
    .returning('company')
    .execute();
  return new Set(noted.map(({ company }) => company));
}

async function noteOffices({ db, portal, number }: Change, ids: readonly OfficeId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const noted = await db
    .updateTable('office_terms')
    .set({ directory_changed: number })
    .where('portal', '=', portal)
    .where('office', 'in', ids)
    .returning('office')
    .execute();
  return new Set(noted.map(({ office }) => office));
}

/** Each member that is there, with the company he or she is in now. */
async function noteMembers(
  { db, portal, number }: Change,
  ids: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, CompanyId>> {
  if (ids.length === 0) return new Map();
  await db
    .updateTable('membership')
    .set({ directory_changed: number })
    .where('portal', '=', portal)
    .where('member', 'in', ids)
    .execute();
  const here = await db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member')
    .select(['member.id', 'member.company'])
    .where('portal', '=', portal)
    .where('member.id', 'in', ids)
    .execute();
  return new Map(here.map(({ id, company }) => [id, company]));
}

async function keepGone(
  { db, portal, number }: Change,
  gone: readonly Pick<DirectoryGoneTable, 'kind' | 'id' | 'company'>[],
): Promise<void> {
  if (gone.length === 0) return;
  await db
    .insertInto('directory_gone')
    .values(gone.map((each) => ({ portal, change: number, ...each })))
    .onConflict((conflict) => conflict.columns(['portal', 'kind', 'id', 'company']).doUpdateSet({ change: number }))
    .execute();
}
