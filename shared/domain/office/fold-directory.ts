import type { CompanyId, MemberId, OfficeId } from '../ids.ts';
import type { CompanyEntry, Directory, MemberEntry, OfficeEntry } from './directory.ts';

/** What a directory line brings: all that a reader's directory holds, or what changed in it since a cursor. */
export interface DirectoryChange {
  /** True where the entries are all there are, and replace what is held. */
  readonly whole: boolean;
  readonly companies: readonly CompanyEntry[];
  readonly offices: readonly OfficeEntry[];
  readonly members: readonly MemberEntry[];
  readonly gone: GoneEntries;
}

/** Entries that are not the reader's any more: not to be kept anywhere, as a case that is withdrawn. */
export interface GoneEntries {
  readonly companies: readonly CompanyId[];
  readonly offices: readonly OfficeId[];
  readonly members: readonly MemberId[];
}

/** A directory as a line that brings all of it. */
export function wholeDirectory({ companies, offices, members }: Directory): DirectoryChange {
  return { whole: true, companies, offices, members, gone: { companies: [], offices: [], members: [] } };
}

/**
 * A directory after a line. Entries stand in the order of their ids, as in a whole one; what did not change is the same
 * value. A change that comes before any whole directory stands for itself.
 */
export function foldDirectory(held: Directory | null, change: DirectoryChange): Directory {
  const { whole, companies, offices, members, gone } = change;
  if (whole || held === null) return { companies, offices, members };
  return {
    companies: folded(held.companies, companies, gone.companies),
    offices: folded(held.offices, offices, gone.offices),
    members: folded(held.members, members, gone.members),
  };
}

/** True where an entry that was held is not there any more. */
export function losesEntries(before: Directory | null, after: Directory): boolean {
  if (!before) return false;
  return (['companies', 'offices', 'members'] as const).some((kind) => {
    const left = new Set<string>(after[kind].map(({ id }) => id));
    return before[kind].some(({ id }) => !left.has(id));
  });
}

interface Entry {
  readonly id: string;
}

function folded<Kind extends Entry>(
  held: readonly Kind[],
  changed: readonly Kind[],
  gone: readonly string[],
): readonly Kind[] {
  if (changed.length === 0 && gone.length === 0) return held;
  const after = new Map(held.map((entry) => [entry.id, entry]));
  for (const id of gone) after.delete(id);
  for (const entry of changed) after.set(entry.id, entry);
  return [...after.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
