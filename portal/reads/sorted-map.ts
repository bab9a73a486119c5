/**
 * A map that is never changed: another version of it shares all but what differs. Sorted by key, as code units compare,
 * the same on every engine; so the entries of a group lie side by side where their keys begin alike.
 */
export interface SortedMap<Value> {
  readonly size: number;
  readonly get: (key: string) => Value | undefined;
  readonly has: (key: string) => boolean;
  /** All values in the order of their keys, put together when they are asked for first. */
  readonly values: () => readonly Value[];
  /** The values whose keys begin so. */
  readonly startingWith: (prefix: string) => readonly Value[];
  /** The same map with these values; undefined takes a key out. */
  readonly with: (changes: ReadonlyMap<string, Value | undefined>) => SortedMap<Value>;
}

/** A map without entries. */
export function emptySortedMap<Value>(): SortedMap<Value> {
  return sortedMap([]);
}

type Entry<Value> = readonly [key: string, value: Value];
type Chunk<Value> = readonly Entry<Value>[];

/** A change copies one chunk and the list of chunks: both are short up to a hundred thousand entries. */
const usual = 128;
const longest = 2 * usual;

function sortedMap<Value>(chunks: readonly Chunk<Value>[]): SortedMap<Value> {
  let all: readonly Value[] | undefined;
  const find = (key: string): Entry<Value> | undefined => {
    const chunk = chunks[chunkOf(chunks, key)] ?? [];
    const entry = chunk[placeIn(chunk, key)];
    return entry?.[0] === key ? entry : undefined;
  };
  return {
    size: chunks.reduce((sum, { length }) => sum + length, 0),
    get: (key) => find(key)?.[1],
    has: (key) => find(key) !== undefined,
    values: () => (all ??= chunks.flatMap((chunk) => chunk.map(([, value]) => value))),
    startingWith: (prefix) => startingWith(chunks, prefix),
    with: (changes) => sortedMap(changed(chunks, changes)),
  };
}

/** The chunk in which a key is, or belongs. */
function chunkOf(chunks: readonly Chunk<unknown>[], key: string): number {
  let [low, high] = [0, chunks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunks[middle]?.[0]?.[0] ?? '') <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first place in a chunk whose key is not below this one. */
function placeIn(chunk: Chunk<unknown>, key: string): number {
  let [low, high] = [0, chunk.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunk[middle]?.[0] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startingWith<Value>(chunks: readonly Chunk<Value>[], prefix: string): readonly Value[] {
  const found: Value[] = [];
  const first = chunkOf(chunks, prefix);
  let place = placeIn(chunks[first] ?? [], prefix);
  for (let number = first; number < chunks.length; number += 1) {
    const chunk = chunks[number] ?? [];
    for (; place < chunk.length; place += 1) {
      const entry = chunk[place];
      if (!entry?.[0].startsWith(prefix)) return found;
      found.push(entry[1]);
    }
    place = 0;
  }
  return found;
}

function changed<Value>(
  chunks: readonly Chunk<Value>[],
  changes: ReadonlyMap<string, Value | undefined>,
): readonly Chunk<Value>[] {
  if (changes.size === 0) return chunks;
  // Many at once, as when all is read: put together anew instead of key by key.
  if (changes.size > usual) return rebuilt(chunks, changes);
  let after = chunks;
  for (const [key, value] of changes) after = withOne(after, key, value);
  return after;
}

function withOne<Value>(
  chunks: readonly Chunk<Value>[],
  key: string,
  value: Value | undefined,
): readonly Chunk<Value>[] {
  const number = chunkOf(chunks, key);
  const chunk = chunks[number] ?? [];
  const place = placeIn(chunk, key);
  const known = chunk[place]?.[0] === key ? 1 : 0;
  const copy = chunk.toSpliced(place, known, ...(value === undefined ? [] : [[key, value] as const]));
  return chunks.toSpliced(number, 1, ...chunked(copy, longest));
}

function rebuilt<Value>(
  chunks: readonly Chunk<Value>[],
  changes: ReadonlyMap<string, Value | undefined>,
): readonly Chunk<Value>[] {
  const all = new Map(chunks.flat());
  for (const [key, value] of changes) {
    if (value === undefined) all.delete(key);
    else all.set(key, value);
  }
  return chunked(
    [...all].sort(([one], [other]) => (one < other ? -1 : 1)),
    usual,
  );
}

/** Entries in chunks of the usual length; those that fit into one so long stay together. */
function chunked<Value>(entries: Chunk<Value>, together: number): readonly Chunk<Value>[] {
  if (entries.length === 0) return [];
  if (entries.length <= together) return [entries];
  const parts: Chunk<Value>[] = [];
  for (let from = 0; from < entries.length; from += usual) parts.push(entries.slice(from, from + usual));
  return parts;
}
