import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { PlanColumn } from './plan-columns.ts';
import type { PlanRow } from './plan-rows.ts';

/** The one cell that is a tab stop, and the row it was in last: whatever takes its place there has it next. */
interface Place {
  readonly key: string | null;
  readonly index: number;
  readonly column: PlanColumn;
}

/** Which cell of the grid has the tab stop. */
export interface GridPlace {
  /** Place of its row among all rows; -1 where there is no line. */
  readonly index: number;
  readonly column: PlanColumn;
  readonly moveTo: (index: number, column: PlanColumn) => void;
  /** Gives the cell the focus itself, as soon as it is painted. */
  readonly take: () => void;
}

/** It begins at the first line that is selected. */
export function useGridPlace(
  rows: readonly PlanRow[],
  grid: RefObject<HTMLElement | null>,
  selected: ReadonlySet<string>,
): GridPlace {
  const [at, setAt] = useState<Place>(() => {
    return { key: rows.find(({ key }) => selected.has(key))?.key ?? null, index: 0, column: 'text' };
  });
  const wanted = useRef(false);
  const index = indexOf(rows, at);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const cell = grid.current?.querySelector<HTMLElement>('[data-current]');
    if (!cell) return;
    wanted.current = false;
    // A field that was opened in it has the focus already.
    if (!cell.contains(document.activeElement)) cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return {
    index,
    column: at.column,
    moveTo: (next, column) => {
      const row = rows[next];
      if (row) setAt({ key: row.key, index: next, column });
    },
    take: () => {
      wanted.current = true;
    },
  };
}

function indexOf(rows: readonly PlanRow[], { key, index }: Place): number {
  const known = key === null ? -1 : rows.findIndex((row) => row.key === key);
  if (known >= 0) return known;
  const isLine = (row: PlanRow): boolean => row.kind === 'line';
  const below = rows.findIndex((row, place) => place >= index && isLine(row));
  return below >= 0 ? below : rows.findLastIndex(isLine);
}
