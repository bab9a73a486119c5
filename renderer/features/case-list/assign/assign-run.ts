import { create } from 'zustand';
import type { MemberId } from '../../../../shared/domain/ids.ts';
import type { AssignFate } from '../../../../shared/domain/external-case-handler/assign-many.ts';
import type { Refusal } from '../../../../shared/domain/rights/refusal.ts';
import type { IssueAnswer, OfflineState, OutboxItem } from '../../../offline/offline-desk.ts';

/** One case of a run: what was issued about it, or why nothing was. */
export interface RunLine {
  readonly case: string;
  readonly number: string;
  readonly place: string;
  readonly outcome: IssueAnswer | Exclude<AssignFate, { kind: 'assigned' }>;
}

/** Many cases that were given one user, in one go. */
export interface AssignRun {
  readonly portal: string;
  readonly member: MemberId;
  readonly name: string;
  readonly lines: readonly RunLine[];
  /** What the portal refused, by the command's id: read elsewhere it leaves the page of refusals, not this one. */
  readonly refused: ReadonlyMap<string, Refusal>;
}

interface RunHold {
  readonly run: AssignRun | null;
  readonly shown: boolean;
  readonly set: (change: Partial<Pick<RunHold, 'run' | 'shown'>>) => void;
}

/** The last run: stays until the next one, whether its results are on the screen or not. */
export const useAssignRun = create<RunHold>((set) => ({ run: null, shown: false, set: (change) => set(change) }));

/** Where a line stands now. */
export type LineState =
  | { readonly kind: 'assigned' | 'waiting' | 'held' | 'gone' }
  | { readonly kind: 'has-user'; readonly name: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-kept'; readonly reason: Extract<IssueAnswer, { kind: 'not-kept' }>['reason'] };

/** Looks each line up in what the app knows now. */
export function lineStates(
  run: AssignRun,
  state: Pick<OfflineState, 'rows' | 'outbox' | 'refusals'>,
): readonly LineState[] {
  const waiting = byId(state.outbox);
  const refused = byId(state.refusals);
  const users = new Map(
    state.rows.filter(({ row }) => row.portal === run.portal).map(({ row }) => [row.id, row.role?.user?.member]),
  );
  return run.lines.map(({ case: id, outcome }): LineState => {
    if ('kind' in outcome) return outcome;
    const refusal = refused.get(outcome.id)?.refusal ?? run.refused.get(outcome.id);
    if (refusal) return { kind: 'refused', refusal };
    const item = waiting.get(outcome.id);
    if (item) return { kind: item.state === 'blocked' || item.state === 'attention' ? 'held' : 'waiting' };
    return { kind: users.get(id) === run.member ? 'assigned' : 'gone' };
  });
}

/** The run with what is among the refusals now; the same run where nothing came. */
export function withRefusals(run: AssignRun, refusals: readonly OutboxItem[]): AssignRun {
  const mine = new Set(run.lines.flatMap(({ outcome }) => ('id' in outcome ? [outcome.id] : [])));
  const fresh = [...byId(refusals)].filter(([id]) => mine.has(id) && !run.refused.has(id));
  if (fresh.length === 0) return run;
  const found = fresh.flatMap(([id, { refusal }]) => (refusal ? [[id, refusal] as const] : []));
  return { ...run, refused: new Map([...run.refused, ...found]) };
}

function byId(items: readonly OutboxItem[]): ReadonlyMap<string, OutboxItem> {
  return new Map(items.flatMap((item) => (item.command ? [[item.command.id, item] as const] : [])));
}
