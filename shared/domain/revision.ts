import type { CommandId } from './ids.ts';
import type { Moment } from './moment.ts';

/**
 * What a thing was last changed by (sync.md 11). Who that was is told by the log, to whoever reads it. Missing where
 * nobody has changed the thing, and in what app 0.1.0 has stored.
 */
export interface Revision {
  readonly command: CommandId;
  /** By the clock of who decided it, as with the commands it is compared with. */
  readonly decidedAt: Moment;
}

/** A thing that a command would overwrite, and the revision of it that its person saw (sync.md 11). */
export interface BasedOn {
  /** As the command's page names it. */
  readonly thing: string;
  /** The command that changed it last; the id of what it belongs to where nobody has. */
  readonly revision: CommandId;
}

/** What a person saw of what a command would overwrite: its revision where that is one thing, null where there was none. */
export type SeenRevisions = readonly BasedOn[] | CommandId | null;

/** How a revision is named in a command: a thing that nobody has changed yet goes by the id of what it belongs to. */
export function revisionId(revision: Revision | null | undefined, owner: string): CommandId {
  return revision?.command ?? owner;
}
