import type { CompanyId, OfficeId, PersonId, PortalId } from '../../shared/domain/ids.ts';
import { canBeTold } from '../../shared/domain/member/deputies.ts';
import type { Level } from '../../shared/domain/member/standing.ts';
import type { CompanyEntry, MemberEntry, OfficeEntry } from '../../shared/domain/office/directory.ts';
import { isMarkedUser } from '../../shared/domain/office/marked-users.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { NetworkRows, PersonMember } from './load-network.ts';
import { emptySortedMap, type SortedMap } from './sorted-map.ts';

/** Who and what is in a portal: where standings and directories are cut from. Never changed: a change makes another one. */
export interface Network {
  readonly portal: PortalId;
  readonly portalName: string;
  readonly settings: PortalSettings;
  readonly companies: SortedMap<CompanyEntry>;
  readonly offices: SortedMap<OfficeEntry>;
  readonly members: SortedMap<MemberEntry>;
  /** Of who is there twice, the last by id. */
  readonly byPerson: { readonly get: (person: PersonId) => MemberEntry | undefined };
  /** By member: the person behind one, of whom a directory says nothing. */
  readonly people: SortedMap<PersonId>;
  /** Members once more, by what they are asked for together. */
  readonly groups: SortedMap<MemberEntry>;
  /** How many marked users each office has, also one that does not work in the portal. */
  readonly marked: SortedMap<number>;
}

/** A portal of which nothing has been read. */
export function emptyNetwork(portal: PortalId, { portalName, settings }: NetworkRows): Network {
  return {
    portal,
    portalName,
    settings,
    companies: emptySortedMap(),
    offices: emptySortedMap(),
    members: emptySortedMap(),
    byPerson: byPerson(emptySortedMap()),
    people: emptySortedMap(),
    groups: emptySortedMap(),
    marked: emptySortedMap(),
  };
}

/** A company's members, in the order of their ids. */
export function membersOf(network: Network, company: CompanyId): readonly MemberEntry[] {
  return network.groups.startingWith(groupKey('company', company));
}

/** Who works in an office, in the order of their ids. */
export function membersIn(network: Network, office: OfficeId): readonly MemberEntry[] {
  return network.groups.startingWith(groupKey('office', office));
}

/** A company's members of a level who can be told of anything, in the order of their ids. */
export function reachableOf(network: Network, company: CompanyId, level: Level): readonly MemberEntry[] {
  return network.groups.startingWith(groupKey(`level-${level}`, company));
}

/** A network after what was read of it anew: the work is what was read, not what is there. */
export function patchNetwork(before: Network, rows: NetworkRows): Network {
  const { portalName, settings } = rows;
  const members = changesOf(before.members, rows);
  const counts = markedChanges(before, members);
  const marked = before.marked.with(counts);
  const groups = before.groups.with(groupChanges(before, members));
  return {
    portal: before.portal,
    portalName,
    settings,
    companies: before.companies.with(
      new Map([...goneOf(rows, 'company'), ...rows.companies.map((each) => [each.id, each] as const)]),
    ),
    offices: before.offices.with(officeChanges(before.offices, rows, { counts, marked })),
    members: before.members.with(new Map(members.map(({ id, after }) => [id, after?.entry]))),
    people: before.people.with(new Map(members.map(({ id, after }) => [id, after?.person]))),
    byPerson: byPerson(groups),
    groups,
    marked,
  };
}

interface MemberChange {
  readonly id: string;
  readonly before: MemberEntry | undefined;
  readonly after: PersonMember | undefined;
}

/** What was read of an entry counts, also where a former one was taken out. */
function changesOf(held: SortedMap<MemberEntry>, rows: NetworkRows): readonly MemberChange[] {
  const after = new Map<string, PersonMember | undefined>([
    ...goneOf(rows, 'member'),
    ...rows.members.map((each) => [each.entry.id, each] as const),
  ]);
  return [...after].map(([id, member]) => ({ id, before: held.get(id), after: member }));
}

function goneOf({ gone }: NetworkRows, kind: NetworkRows['gone'][number]['kind']) {
  return gone.filter((each) => each.kind === kind).map(({ id }) => [id, undefined] as const);
}

function groupChanges(held: Network, members: readonly MemberChange[]): Map<string, MemberEntry | undefined> {
  const changes = new Map<string, MemberEntry | undefined>();
  for (const { id, before } of members) {
    if (before) for (const key of groupKeys(before, held.people.get(id) ?? '')) changes.set(key, undefined);
  }
  for (const { after } of members) {
    if (after) for (const key of groupKeys(after.entry, after.person)) changes.set(key, after.entry);
  }
  return changes;
}

function groupKeys(entry: MemberEntry, person: PersonId): readonly string[] {
  return [
    groupKey('person', person, entry.id),
    groupKey('company', entry.company, entry.id),
    ...(entry.office === null ? [] : [groupKey('office', entry.office, entry.id)]),
    ...(canBeTold(entry) ? [groupKey(`level-${entry.level}`, entry.company, entry.id)] : []),
  ];
}

function groupKey(kind: string, group: string, member = ''): string {
  return `${kind}\0${group}\0${member}`;
}

function byPerson(groups: SortedMap<MemberEntry>): Network['byPerson'] {
  return { get: (person) => groups.startingWith(groupKey('person', person)).at(-1) };
}

function markedChanges(before: Network, members: readonly MemberChange[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (entry: MemberEntry | undefined, more: number): void => {
    if (!entry || entry.office === null || !isMarkedUser(entry)) return;
    counts.set(entry.office, (counts.get(entry.office) ?? before.marked.get(entry.office) ?? 0) + more);
  };
  for (const change of members) {
    count(change.before, -1);
    count(change.after?.entry, 1);
  }
  return counts;
}

interface Marked {
  /** Of the offices in which it is another one now. */
  readonly counts: ReadonlyMap<OfficeId, number>;
  readonly marked: SortedMap<number>;
}

function officeChanges(
  held: SortedMap<OfficeEntry>,
  rows: NetworkRows,
  { counts, marked }: Marked,
): Map<string, OfficeEntry | undefined> {
  const recounted = [...counts].flatMap(([id, count]) => {
    const office = held.get(id);
    return office ? [[id, { ...office, marked: count }] as const] : [];
  });
  const read = rows.offices.map((each) => [each.id, { ...each, marked: marked.get(each.id) ?? 0 }] as const);
  return new Map<string, OfficeEntry | undefined>([...recounted, ...goneOf(rows, 'office'), ...read]);
}
