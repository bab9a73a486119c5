import { create } from 'zustand';
import type { Refusal } from '../../../../shared/domain/rights/refusal.ts';
import type { IssueAnswer, OfflineState, OutboxItem } from '../../../offline/offline-desk.ts';

/** One task of a run: the command that names it, or why it was left out. */
export interface RunLine {
  readonly portal: string;
  readonly case: string;
  readonly number: string;
  readonly task: string;
  readonly name: string;
  readonly outcome: IssueAnswer | { readonly kind: 'left-out'; readonly refusal: Refusal };
}

/** Many tasks that were approved in one go. */
export interface ApproveRun {
  readonly lines: readonly RunLine[];
  /** What the portal refused, by command and task: read elsewhere it leaves the page of refusals, not this one. */
  readonly refused: ReadonlyMap<string, Refusal>;
}

interface RunHold {
  readonly run: ApproveRun | null;
  readonly shown: boolean;
  readonly set: (change: Partial<Pick<RunHold, 'run' | 'shown'>>) => void;
}

/** The last run: stays until the next one, whether its results are on the screen or not. */
export const useApproveRun = create<RunHold>((set) => ({ run: null, shown: false, set: (change) => set(change) }));

/** Where a line stands now. */
export type LineState =
  | { readonly kind: 'approved' | 'waiting' | 'held' | 'gone' }
  | { readonly kind: 'refused' | 'left-out'; readonly refusal: Refusal }
  | { readonly kind: 'not-kept'; readonly reason: Extract<IssueAnswer, { kind: 'not-kept' }>['reason'] };

/** Looks each line up in what the app knows now. */
export function lineStates(
  run: ApproveRun,
  state: Pick<OfflineState, 'rows' | 'outbox' | 'refusals'>,
): readonly LineState[] {
  const waiting = byId(state.outbox);
  const refused = refusalsIn([...state.outbox, ...state.refusals]);
  const statuses = new Map(
    state.rows.flatMap(({ row }) => row.tasks.map(({ id, status }) => [`${row.portal}/${row.id}/${id}`, status])),
  );
  return run.lines.map(({ portal, case: id, task, outcome }): LineState => {
    if ('kind' in outcome) return outcome;
    const sign = `${outcome.id}/${task}`;
    const refusal = refused.get(sign) ?? run.refused.get(sign);
    if (refusal) return { kind: 'refused', refusal };
    const item = waiting.get(outcome.id);
    if (item) return { kind: item.state === 'blocked' || item.state === 'attention' ? 'held' : 'waiting' };
    return { kind: statuses.get(`${portal}/${id}/${task}`) === 'A' ? 'approved' : 'gone' };
  });
}

/** The run with what was refused of it by now; the same run where nothing came. */
export function withRefusals(
  run: ApproveRun,
  { outbox, refusals }: Pick<OfflineState, 'outbox' | 'refusals'>,
): ApproveRun {
  const mine = new Set(run.lines.flatMap(({ task, outcome }) => ('id' in outcome ? [`${outcome.id}/${task}`] : [])));
  const fresh = [...refusalsIn([...outbox, ...refusals])].filter(([sign]) => mine.has(sign) && !run.refused.has(sign));
  return fresh.length === 0 ? run : { ...run, refused: new Map([...run.refused, ...fresh]) };
}

/** By command and task: a command can be refused in some of its items only. */
function refusalsIn(items: readonly OutboxItem[]): ReadonlyMap<string, Refusal> {
  return new Map(
    items.flatMap(({ command, items: each }) =>
      each.flatMap(({ item, refusal }) => (command && refusal ? [[`${command.id}/${item}`, refusal] as const] : [])),
    ),
  );
}

function byId(items: readonly OutboxItem[]): ReadonlyMap<string, OutboxItem> {
  return new Map(items.flatMap((item) => (item.command ? [[item.command.id, item] as const] : [])));
}
