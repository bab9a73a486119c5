/** By what an entry of a list is called, as far as it has it. */
const names = ['id', 'member', 'office', 'code', 'email'];

/**
 * A place in a document as somebody finds it there: `members #4 (anna) › office`. Entries are counted from 1, and called
 * by their id where they have one.
 */
export function placeIn(document: unknown, path: string): string {
  let here = document;
  let place = '';
  for (const part of path === '' ? [] : path.split('.')) {
    const inside = childOf(here, part);
    if (Array.isArray(here)) place += ` #${Number(part) + 1}${nameOf(inside)}`;
    else place += place === '' ? part : ` › ${part}`;
    here = inside;
  }
  return place;
}

function childOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([each]) => each === key)?.[1] : null;
}

function nameOf(entry: unknown): string {
  if (typeof entry === 'string') return ` (${entry})`;
  const name = names.map((each) => childOf(entry, each)).find((each) => typeof each === 'string');
  return typeof name === 'string' ? ` (${name})` : '';
}
