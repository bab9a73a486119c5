import type { Stamp } from './decision.ts';
import type { CommandId } from './ids.ts';
import type { Moment } from './moment.ts';
import { revisionId, type Revision } from './revision.ts';
import type { Refusal } from './rights/refusal.ts';

/** Something that a command overwrites (sync.md 11). */
export interface Thing<Aggregate> {
  /** What the wire calls it. */
  readonly thing: string;
  /** How it stands in what the command is about; null where it is not there. */
  readonly in: (aggregate: Aggregate) => AsItStands | null;
}

/** By what it is told whether a thing is the one that was seen, and what a refusal as stale tells of it. */
export interface AsItStands {
  /** What changed it last; the id of what it belongs to where nobody has, null where that has no name either. */
  readonly revision: CommandId | null;
  /** The revision of what it is a part of: who saw all of that as it is saw the part as well. */
  readonly whole?: CommandId;
  /**
   * When it was changed, by the clock of who decided, null where nobody has: a command that names no revision, as those
   * of app 0.1.0, is stale only where that was later. Left out where a command without a revision is always stale.
   */
  readonly changed?: Moment | null;
  readonly by: string | null;
  readonly at: Moment | null;
}

/** How a thing stands that keeps what changed it last. */
export function standsAt(revision: Revision | null | undefined, owner: string): AsItStands {
  const at = revision?.decidedAt ?? null;
  return { revision: revisionId(revision, owner), changed: at, by: null, at };
}

/** The refusal of a command that would overwrite another thing than the one that was seen, or null. */
export function unseenRefusal<Aggregate>(
  stamp: Stamp,
  aggregate: Aggregate,
  things: readonly Thing<Aggregate>[],
): Refusal | null {
  for (const { thing, in: find } of things) {
    const stands = find(aggregate);
    if (stands && !isSeen(stamp, revisionFor(stamp, thing), stands)) return stale(stands);
  }
  return null;
}

/** The refusal that a thing is not the one that was seen. */
export function stale({ by, at }: AsItStands): Refusal {
  return { code: 'stale', grantor: 'nobody', changedBy: by, changedAt: at };
}

/** The revision that a command gives to what it changes. */
export function revisionBy(stamp: Stamp): Revision {
  return { command: stamp.id, decidedAt: decidedAt(stamp) };
}

/** True where a thing would be afterwards what it is before: nothing is overwritten then. */
export function isSame<Thing>(before: Thing, after: Thing): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function revisionFor({ basedOn }: Stamp, thing: string): CommandId | null {
  if (basedOn === null || typeof basedOn === 'string') return basedOn;
  // The wire writes ids that somebody made in small letters.
  const written = thing.toLowerCase();
  return basedOn.find((each) => each.thing.toLowerCase() === written)?.revision ?? null;
}

function isSeen(stamp: Stamp, seen: CommandId | null, { revision, whole, changed }: AsItStands): boolean {
  if (seen !== null) return seen === revision || seen === whole;
  if (revision === null || changed === null) return true;
  return changed !== undefined && changed <= decidedAt(stamp);
}

function decidedAt(stamp: Stamp): Moment {
  return stamp.decidedAt ?? stamp.at;
}
