/*
 * What stands behind the `?` of an address, as text. The router's own way reads `12E5` as 1200000 and cuts a claim number
 * of 20 digits. It wrote what looks like JSON in quotes; such links, kept or sent by an older app, still open.
 */

/** Reads every value as the text it is; a bare `true` is a yes. */
export function parseSearch(search: string): Record<string, string | true> {
  return Object.fromEntries([...new URLSearchParams(search)].map(([key, value]) => [key, read(value)]));
}

/** Writes what `parseSearch` reads again: text that would be read as something else goes into quotes. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(search).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, written(value)]],
  );
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts).toString()}`;
}

function read(value: string): string | true {
  return value === 'true' ? true : (quoted(value) ?? value);
}

function written(value: unknown): string {
  return typeof value === 'string' && read(value) !== value ? JSON.stringify(value) : String(value);
}

/** The text in a quoted one, or null where it is none. */
function quoted(text: string): string | null {
  if (!text.startsWith('"')) return null;
  try {
    return String(JSON.parse(text));
  } catch {
    return null;
  }
}
