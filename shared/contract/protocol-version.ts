/**
 * The version of everything that crosses a process. A test hashes the schemas, so that nobody changes the wire by
 * accident; add a line here when it changes.
 * 1: the first.
 * 2: cases as parts, the directory by entries; commands with a list of what they overwrite and of items, an outcome an item; what
 *    was asked for, as a part and a command.
 */
export const protocolVersion = 2;

/** Version 1 named itself in batches, pages and deltas only: whoever else names no version speaks it. */
export const unnamedProtocol = 1;

/**
 * The oldest version whose commands, cancels, files and sign-in a portal server takes, for twelve months after the next
 * one came (sync.md 16); only pages and deltas ask for the update.
 */
export const oldestProtocol = 1;

/** The version that a portal server speaks with whoever names this one: theirs where it is taken, else its own. */
export function spokenWith(asked: number): number {
  return asked >= oldestProtocol && asked < protocolVersion ? asked : protocolVersion;
}
