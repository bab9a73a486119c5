import { together } from '../../shared/domain/case/parts/given.ts';
import type { Given, PartName } from '../../shared/domain/case/parts/part.ts';
import { givenFor, type Eyes, type Tie } from '../../shared/domain/case/parts/ties.ts';
import type { CaseTieTable } from '../store/part-tables.ts';

/** From where a reader goes on. */
export interface Since {
  readonly number: number;
  /** Whether the role counts for the reader, or which budgets are seen, may have been otherwise since then. */
  readonly handlesChanged: boolean;
  readonly budgetsChanged: boolean;
}

/** What a reader is told of one case. */
export interface PiecePlan {
  readonly ties: readonly Tie[];
  readonly given: Given;
  /** Parts that go whole: what the reader holds of them is not known, or is of another cut. */
  readonly whole: ReadonlySet<PartName>;
}

/** A tie of the reader's to the case, from when until when. */
export type HeldTie = Pick<CaseTieTable, 'tie' | 'gained' | 'lost'>;

/**
 * What is to be told of a case of which something changed for its reader; null where it is not seen any more. A part goes
 * whole unless the reader surely holds it in the cut that is given now and cannot hold more of it: a page of a first sync
 * is read later than the number its reader goes on from, and may hold what was gained and lost in between.
 */
export function planPiece(held: readonly HeldTie[], eyes: Eyes, since: Since | null): PiecePlan | null {
  const ties = held.filter(({ lost }) => lost === null).map(({ tie }) => tie);
  const given = givenFor(eyes, new Set(ties));
  if (!given) return null;
  if (!since) return { ties, given, whole: new Set(given.keys()) };
  const after = (number: number | null): boolean => number !== null && number > since.number;
  const sure = held.filter(({ gained, lost }) => !after(gained) && (lost === null || after(lost)));
  const possible = held.filter(({ lost }) => lost === null || after(lost));
  const surely = givenFor(narrowest(eyes, since), tiesIn(sure));
  const atMost = widest(eyes, since)
    .map((each) => givenFor(each, tiesIn(possible)))
    .reduce((one, other) => (one && other ? together(one, other) : (one ?? other)), null);
  const whole = [...given].filter(([part, scope]) => surely?.get(part) !== scope || atMost?.get(part) !== scope);
  return { ties, given, whole: new Set(whole.map(([part]) => part)) };
}

function tiesIn(held: readonly HeldTie[]): ReadonlySet<Tie> {
  return new Set(held.map(({ tie }) => tie));
}

function narrowest(eyes: Eyes, { handlesChanged, budgetsChanged }: Since): Eyes {
  return {
    ...eyes,
    ...(handlesChanged ? { handles: false } : {}),
    ...(budgetsChanged ? { allBudgets: false, budgetPermission: false } : {}),
  };
}

function widest(eyes: Eyes, { handlesChanged, budgetsChanged }: Since): readonly Eyes[] {
  const wide = {
    ...eyes,
    ...(handlesChanged ? { handles: true } : {}),
    ...(budgetsChanged ? { allBudgets: true, budgetPermission: true } : {}),
  };
  return [eyes, wide];
}
