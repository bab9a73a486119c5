/** A cell: the row and the column by their places. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** How far a grid goes, and how much of it is in sight. */
export interface GridExtent {
  readonly columns: number;
  /** Places of the rows that have cells, in their order. */
  readonly rows: readonly number[];
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads in a grid, as in a spreadsheet; null where it leads nowhere. */
export function cellAfter(pressed: Key, at: GridCell, extent: GridExtent): GridCell | null {
  const { key, shiftKey } = pressed;
  const far = pressed.ctrlKey || pressed.metaKey;
  const last = extent.columns - 1;
  if (key === 'ArrowDown') return vertical(at, extent, far ? Infinity : 1);
  if (key === 'ArrowUp') return vertical(at, extent, far ? -Infinity : -1);
  if (key === 'PageDown') return vertical(at, extent, extent.page);
  if (key === 'PageUp') return vertical(at, extent, -extent.page);
  if (key === 'ArrowLeft') return { ...at, column: far ? 0 : Math.max(0, at.column - 1) };
  if (key === 'ArrowRight') return { ...at, column: far ? last : Math.min(last, at.column + 1) };
  if (key === 'Home') return { ...(far ? vertical(at, extent, -Infinity) : at), column: 0 };
  if (key === 'End') return { ...(far ? vertical(at, extent, Infinity) : at), column: last };
  if (key === 'Enter') return vertical(at, extent, shiftKey ? -1 : 1);
  return key === 'Tab' && !far ? along(at, extent, shiftKey ? -1 : 1) : null;
}

function vertical(at: GridCell, { rows }: GridExtent, by: number): GridCell {
  const place = Math.min(rows.length - 1, Math.max(0, rows.indexOf(at.row) + by));
  return { ...at, row: rows[place] ?? at.row };
}

/** From the end of a row to the beginning of the next; out of the grid, null, at its end. */
function along(at: GridCell, extent: GridExtent, by: 1 | -1): GridCell | null {
  const column = at.column + by;
  if (column >= 0 && column < extent.columns) return { ...at, column };
  const row = extent.rows[extent.rows.indexOf(at.row) + by];
  return row === undefined ? null : { row, column: by === 1 ? 0 : extent.columns - 1 };
}
