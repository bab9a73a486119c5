import { officeFor, seesCompany, seesDirectory, seesMembersOf } from '../../shared/domain/office/directory-sight.ts';
import type { CompanyEntry, MemberEntry, OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { DirectoryChange } from '../../shared/domain/office/fold-directory.ts';
import type { DirectoryGoneTable } from '../store/network-tables.ts';
import type { Reader } from './reader.ts';
import type { Span } from './reading.ts';
import type { SortedMap } from './sorted-map.ts';

/**
 * What changed in a reader's directory in a span of changes, or null where nothing did. Each entry is as it is now: one
 * that was changed again later has a later number, and comes with that.
 */
export async function directorySince(reader: Reader, span: Span): Promise<DirectoryChange | null> {
  const { network, standing } = reader;
  const { companies, offices, members } = await changedIds(reader, span);
  const gone = await goneSince(reader, span);
  const change: DirectoryChange = {
    whole: false,
    companies: entriesOf(network.companies, companies, ({ id }) => seesCompany(standing, id)),
    offices: entriesOf(network.offices, offices, () => seesDirectory(standing)).map((office) =>
      officeFor(standing, office),
    ),
    members: entriesOf(network.members, members, ({ company }) => seesMembersOf(standing, company)),
    gone: {
      companies: goneIds(gone, 'company', (id) => network.companies.has(id)),
      offices: goneIds(gone, 'office', (id) => network.offices.has(id)),
      members: goneIds(gone, 'member', (id) => {
        const entry = network.members.get(id);
        return entry !== undefined && seesMembersOf(standing, entry.company);
      }),
    },
  };
  const parts = [change.companies, change.offices, change.members, ...Object.values(change.gone)];
  return parts.some((part) => part.length > 0) ? change : null;
}

function entriesOf<Entry extends CompanyEntry | OfficeEntry | MemberEntry>(
  held: SortedMap<Entry>,
  ids: readonly string[],
  isSeen: (entry: Entry) => boolean,
): readonly Entry[] {
  return ids.flatMap((id) => held.get(id) ?? []).filter(isSeen);
}

type Gone = Pick<DirectoryGoneTable, 'kind' | 'id'>;

function goneIds(gone: readonly Gone[], wanted: Gone['kind'], isHere: (id: string) => boolean): readonly string[] {
  const ids = gone.filter(({ kind, id }) => kind === wanted && !isHere(id)).map(({ id }) => id);
  return [...new Set(ids)].sort();
}

async function changedIds({ db, portal }: Reader, { after, upTo }: Span) {
  const companies = await db
    .selectFrom('company_in_portal')
    .select('company')
    .where('portal', '=', portal)
    .where('directory_changed', '>', after)
    .where('directory_changed', '<=', upTo)
    .execute();
  const offices = await db
    .selectFrom('office_terms')
    .select('office')
    .where('portal', '=', portal)
    .where('directory_changed', '>', after)
    .where('directory_changed', '<=', upTo)
    .execute();
  const members = await db
    .selectFrom('membership')
    .select('member')
    .where('portal', '=', portal)
    .where('directory_changed', '>', after)
    .where('directory_changed', '<=', upTo)
    .execute();
  return {
    companies: companies.map(({ company }) => company).sort(),
    offices: offices.map(({ office }) => office).sort(),
    members: members.map(({ member }) => member).sort(),
  };
}

/** What was taken out of what the reader is given: of members only the own company's, where those are all. */
async function goneSince({ db, portal, standing }: Reader, { after, upTo }: Span): Promise<readonly Gone[]> {
  if (!seesDirectory(standing)) return [];
  const rows = await db
    .selectFrom('directory_gone')
    .select(['kind', 'id', 'company'])
    .where('portal', '=', portal)
    .where('change', '>', after)
    .where('change', '<=', upTo)
    .execute();
  return rows.filter(({ kind, company }) => kind !== 'member' || seesMembersOf(standing, company));
}
