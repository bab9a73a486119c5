import { together } from '../../shared/domain/case/parts/given.ts';
import type { Given, PartName } from '../../shared/domain/case/parts/part.ts';
import { givenFor, openedSights, type Eyes, type OpenedSight, type Tie } from '../../shared/domain/case/parts/ties.ts';
import type { RoleTie } from '../../shared/domain/rights/partner-roles.ts';
import type { CaseTieTable } from '../store/case-tables.ts';

/** From where a reader goes on. */
export interface Since {
  readonly number: number;
  /**
   * Whether the role counts for the reader, what the rights of which roles open, and whether the reader sees the budgets
   * of the own company, may have been otherwise since then.
   */
  readonly handlesChanged: boolean;
  readonly opensChanged: readonly RoleTie[];
  readonly permissionChanged: boolean;
}

/** What a reader is told of one case. */
export interface PiecePlan {
  readonly ties: readonly Tie[];
  readonly given: Given;
  /** Parts that go whole: what the reader holds of them is not known, or is of another cut. */
  readonly whole: ReadonlySet<PartName>;
  /** A tie was gained or lost since: told also where no text is. */
  readonly tiesChanged: boolean;
}

/** A tie of the reader's to the case, from when until when. */
export type HeldTie = Pick<CaseTieTable, 'tie' | 'gained' | 'lost'>;

/**
 * What is to be told of a case of which something changed for its reader; null where it is not seen any more. A part goes
 * whole unless the reader surely holds it in the cut that is given now and cannot hold more of it: a page of a first sync
 * is read later than the number its reader goes on from: it may hold what was gained and lost in between, and lack what was lost and gained.
 */
export function planPiece(held: readonly HeldTie[], eyes: Eyes, since: Since | null): PiecePlan | null {
  const ties = held.filter(({ lost }) => lost === null).map(({ tie }) => tie);
  const given = givenFor(eyes, new Set(ties));
  if (!given) return null;
  if (!since) return { ties, given, whole: new Set(given.keys()), tiesChanged: true };
  const after = (number: number | null): boolean => number !== null && number > since.number;
  // What was lost since may have been lost when the page was read, although it has been gained again.
  const sure = held.filter(({ gained, lost }) => !after(gained) && lost === null);
  const possible = held.filter(({ lost }) => lost === null || after(lost));
  const surely = givenFor(narrowest(eyes, since), tiesIn(sure));
  const atMost = widest(eyes, since)
    .map((each) => givenFor(each, tiesIn(possible)))
    .reduce((one, other) => (one && other ? together(one, other) : (one ?? other)), null);
  const whole = [...given].filter(([part, scope]) => surely?.get(part) !== scope || atMost?.get(part) !== scope);
  const tiesChanged = held.some(({ gained, lost }) => after(gained) || after(lost));
  return { ties, given, whole: new Set(whole.map(([part]) => part)), tiesChanged };
}

function tiesIn(held: readonly HeldTie[]): ReadonlySet<Tie> {
  return new Set(held.map(({ tie }) => tie));
}

function narrowest(eyes: Eyes, since: Since): Eyes {
  return { ...eyes, ...perhaps(since, false), opens: opening(eyes, since, []) };
}

function widest(eyes: Eyes, since: Since): readonly Eyes[] {
  return [eyes, { ...eyes, ...perhaps(since, true), opens: opening(eyes, since, openedSights) }];
}

/** What the roles' rights open, with this in place of what may have been otherwise. */
function opening({ opens }: Eyes, { opensChanged }: Since, instead: readonly OpenedSight[]): Eyes['opens'] {
  return { ...opens, ...Object.fromEntries(opensChanged.map((tie) => [tie, instead])) };
}

/** What may have been otherwise, as if it had been so. */
function perhaps({ handlesChanged, permissionChanged }: Since, was: boolean): Partial<Eyes> {
  return {
    ...(handlesChanged ? { handles: was } : {}),
    ...(permissionChanged ? { budgetPermission: was } : {}),
  };
}
