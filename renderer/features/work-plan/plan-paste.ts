import { isTyped, longestTyped, withTyped, type PlanColumn } from './plan-columns.ts';
import type { DraftItem } from './plan-draft.ts';
import type { PlanLine } from './plan-lines.ts';
import type { GridWork } from './grid-work.ts';

interface Paste {
  readonly cells: readonly (readonly string[])[];
  /** From the one it begins at, in the order in which they are seen. */
  readonly lines: readonly PlanLine[];
  readonly column: PlanColumn;
  readonly grid: Pick<GridWork, 'columns' | 'fixed' | 'like'>;
}

/** What is pasted, put into the lines from the current cell on, and into new ones below the last; nothing where a line is fixed. */
export function pastedInto({ cells, lines, column, grid }: Paste): {
  readonly items: readonly DraftItem[];
  readonly why: string | null;
} {
  const columns = grid.columns.slice(grid.columns.indexOf(column));
  const [first] = lines;
  const why =
    lines
      .slice(0, cells.length)
      .map(grid.fixed)
      .find((reason) => reason !== null) ?? null;
  if (why !== null || !first) return { items: [], why };
  const items = cells.map((row, at) => {
    const content = lines[at]?.content ?? grid.like(first);
    return row.reduce((item, text, place) => withCell(item, columns[place], text.trim()), content);
  });
  return { items, why: null };
}

/** What does not stand in an item of its own, as its amount, is worked out anew. */
function withCell(item: DraftItem, column: PlanColumn | undefined, text: string): DraftItem {
  return column && isTyped(column) ? withTyped(item, column, text.slice(0, longestTyped[column])) : item;
}
