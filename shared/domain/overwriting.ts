import type { Stamp } from './decision.ts';
import type { Moment } from './moment.ts';
import { revisionId, type Revision } from './revision.ts';
import type { Refusal } from './rights/refusal.ts';

/** The revision that a command gives to what it changes. */
export function revisionBy(stamp: Stamp): Revision {
  return { command: stamp.id, decidedAt: decidedAt(stamp) };
}

/**
 * The refusal of a command that would overwrite another thing than the one that was seen, or null. App 0.1.0 names none
 * of these revisions: its commands are stale only where the thing was changed after they were decided.
 */
export function staleOn(stamp: Stamp, revision: Revision | null | undefined, owner: string): Refusal | null {
  const seen = stamp.basedOn === null ? !isAfter(revision, stamp) : stamp.basedOn === revisionId(revision, owner);
  return seen ? null : { code: 'stale', grantor: 'nobody', changedBy: null, changedAt: revision?.decidedAt ?? null };
}

/** True where a thing was changed after a command was decided, by the clocks of those who decided. */
export function isAfter(revision: Revision | null | undefined, stamp: Stamp): boolean {
  return revision !== null && revision !== undefined && revision.decidedAt > decidedAt(stamp);
}

/** True where a thing would be afterwards what it is before: nothing is overwritten then. */
export function isSame<Thing>(before: Thing, after: Thing): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function decidedAt(stamp: Stamp): Moment {
  return stamp.decidedAt ?? stamp.at;
}
