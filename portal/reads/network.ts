import type { Kysely } from 'kysely';
import type { PortalId } from '../../shared/domain/ids.ts';
import { memberStanding } from '../../shared/domain/member/member-standing.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Directory, MemberEntry } from '../../shared/domain/office/directory.ts';
import {
  officeFor,
  seesCompany,
  seesDirectory,
  type DirectoryReader,
} from '../../shared/domain/office/directory-sight.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';
import { loadNetwork } from './load-network.ts';
import { emptyNetwork, membersOf, patchNetwork, type Network } from './patch-network.ts';

export type { Network } from './patch-network.ts';

/** Where to read: `during` is the number of the change going on, whose own writes are not yet settled. */
export interface NetworkSource {
  readonly store: Store;
  readonly db: Kysely<Tables>;
  readonly during?: number;
}

/** Of which change a network is, and that number's random mark. */
interface Version {
  readonly number: number;
  readonly mark: string;
}

interface Kept extends Version {
  readonly network: Network;
}

/** Newest last read first. They share what is the same in them, so that a few cost hardly more than one. */
type Versions = readonly Kept[];

const kept = new WeakMap<Store, Map<PortalId, Versions>>();

/** A reader whose snapshot is older than the newest change finds its own version; older ones than these are read anew. */
const versionsKept = 4;

/**
 * The network of a portal, or null where there is none. One is taken from memory only where its change number and that
 * number's random mark are those of the caller's transaction. Else it is made from an older one by reading what was
 * changed since, if that one's number has the same mark in the caller's transaction: then all that came before is the
 * same there, and what came later carries its number. If there is none, all is read. So a right is never taken from
 * memory after it changed, nor before, and not across a restored backup or another server on the same database.
 */
export async function readNetwork(source: NetworkSource, portal: PortalId): Promise<Network | null> {
  for (;;) {
    const version = await versionOf(source.db, portal);
    if (!version) return null;
    const known = kept.get(source.store)?.get(portal) ?? [];
    const settled = version.number !== source.during;
    const same = settled ? known.find((each) => isSame(each, version)) : undefined;
    if (same) return same.network;
    const network = await patchedNetwork(source.db, portal, await baseOf(source.db, portal, { known, version }));
    if (!settled) return network;
    // Not every caller reads as of one moment: what was changed meanwhile is in it already, or half of it.
    if (!isSame(await versionOf(source.db, portal), version)) continue;
    keep(source.store, portal, { ...version, network });
    return network;
  }
}

/** What a member is in the portal, or null. */
export function standingOf(network: Network, member: MemberEntry | undefined): Standing | null {
  const company = member && network.companies.get(member.company);
  const person = member && network.people.get(member.id);
  if (!member || !company || person === undefined) return null;
  return { ...memberStanding(network, member, company), person };
}

const made = new WeakMap<Network, Map<string, Directory>>();

/**
 * The directory as one reader gets it: members of the own company in full, all for the insurer and the operator. The
 * lists are put together when somebody looks at them: most commands never do.
 */
export function directoryFor(network: Network, reader: DirectoryReader): Directory {
  const sight = [seesDirectory(reader), reader.side === 'partner', reader.company].join();
  const directories = made.get(network) ?? new Map<string, Directory>();
  const directory = directories.get(sight) ?? lazyDirectory(network, reader);
  made.set(network, directories.set(sight, directory));
  return directory;
}

/** The directory as it is: what the portal server itself decides on. */
export function wholeDirectory(network: Network): Directory {
  return directoryFor(network, { active: true, level: 6, side: 'operator', company: '' });
}

function lazyDirectory(network: Network, reader: DirectoryReader): Directory {
  const reads = seesDirectory(reader);
  const all = reader.side !== 'partner';
  const companies = once(() => network.companies.values().filter(({ id }) => seesCompany(reader, id)));
  const offices = once(() => (reads ? network.offices.values().map((office) => officeFor(reader, office)) : []));
  const members = once(() => {
    if (!reads) return [];
    return all ? network.members.values() : membersOf(network, reader.company);
  });
  return {
    get companies() {
      return companies();
    },
    get offices() {
      return offices();
    },
    get members() {
      return members();
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: make() }).value;
}

function versionOf(db: Kysely<Tables>, portal: PortalId): Promise<Version | undefined> {
  return db
    .selectFrom('portal')
    .innerJoin('change_mark', (join) =>
      join.onRef('change_mark.portal', '=', 'portal.id').onRef('change_mark.number', '=', 'portal.directory_changed'),
    )
    .select(['change_mark.number', 'change_mark.mark'])
    .where('portal.id', '=', portal)
    .executeTakeFirst();
}

interface Wanted {
  readonly known: Versions;
  readonly version: Version;
}

/** The newest older version that the caller's transaction has in its past; null where there is none. */
async function baseOf(db: Kysely<Tables>, portal: PortalId, { known, version }: Wanted): Promise<Kept | null> {
  const older = known.filter(({ number }) => number < version.number);
  if (older.length === 0) return null;
  const marks = await db
    .selectFrom('change_mark')
    .select(['number', 'mark'])
    .where('portal', '=', portal)
    .where(
      'number',
      'in',
      older.map(({ number }) => number),
    )
    .execute();
  const past = older.filter((each) => marks.some((mark) => isSame(mark, each)));
  return past.reduce<Kept | null>((best, each) => (best && best.number > each.number ? best : each), null);
}

async function patchedNetwork(db: Kysely<Tables>, portal: PortalId, base: Kept | null): Promise<Network> {
  const rows = await loadNetwork(db, portal, base?.number);
  return patchNetwork(base?.network ?? emptyNetwork(portal, rows), rows);
}

function keep(store: Store, portal: PortalId, fresh: Kept): void {
  const portals = kept.get(store) ?? new Map<PortalId, Versions>();
  // Somebody else may have kept the same one meanwhile.
  const others = (portals.get(portal) ?? []).filter((each) => !isSame(each, fresh));
  kept.set(store, portals.set(portal, [fresh, ...others].slice(0, versionsKept)));
}

function isSame(one: Version | undefined, other: Version): boolean {
  return one?.number === other.number && one.mark === other.mark;
}
