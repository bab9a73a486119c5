import type { PlanColumn } from './plan-columns.ts';
import type { DraftItem } from './plan-draft.ts';
import type { PlanLine } from './plan-lines.ts';
import type { PlanRow, PlanView } from './plan-rows.ts';
import type { GridPlace } from './use-grid-place.ts';
import type { PlanWork } from './use-plan.ts';

/** What is being typed, and where. */
export interface Editing {
  readonly key: string;
  readonly column: PlanColumn;
  /** What it begins with: what was there, or the sign that began it. */
  readonly initial: string;
}

/** What the grid shows, and what it may change. */
export interface GridWork {
  readonly work: PlanWork;
  readonly rows: readonly PlanRow[];
  readonly columns: readonly PlanColumn[];
  readonly view: PlanView;
  /** The tasks that lines can be of, or the rooms they can be in, whichever the view does not put together. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly selected: ReadonlySet<string>;
  readonly select: (keys: ReadonlySet<string>) => void;
  /** Why a line cannot be changed now; null where it can. */
  readonly fixed: (line: PlanLine) => string | null;
  readonly put: (items: readonly DraftItem[]) => void;
  /** Said where a key did nothing, and why. */
  readonly say: (words: string | null) => void;
  /** A line like another one, new, which what is pasted below the last is put into. */
  readonly like: (line: PlanLine) => DraftItem;
}

/** Where the grid is, and what it can be led to. */
export interface GridState {
  readonly place: GridPlace;
  readonly editing: Editing | null;
  readonly setEditing: (editing: Editing | null) => void;
  readonly page: () => number;
  readonly show: (index: number) => void;
}

/** The line in a row; null where the row is the head of a group. */
export function lineAt({ rows }: GridWork, index: number): PlanLine | null {
  const row = rows[index];
  return row?.kind === 'line' ? row.line : null;
}
