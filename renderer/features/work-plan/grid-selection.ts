import type { GridWork } from './grid-work.ts';

/** Selects all lines, or none where all are. */
export function selectAll({ rows, selected, select }: GridWork): boolean {
  const all = rows.flatMap((row) => (row.kind === 'line' ? [row.key] : []));
  select(selected.size === all.length ? new Set() : new Set(all));
  return true;
}

/** Selects a line or lets it go; `range`: all from the last selected one to it. */
export function selectAt(grid: GridWork, index: number, range: boolean): boolean {
  const { rows, selected, select } = grid;
  const row = rows[index];
  if (row?.kind !== 'line') return false;
  const last = range ? rows.findLastIndex((each, place) => place < index && selected.has(each.key)) : -1;
  const span = last < 0 ? [row] : rows.slice(last, index + 1);
  const keys = span.flatMap((each) => (each.kind === 'line' ? [each.key] : []));
  const next = new Set(selected);
  if (!range && next.has(row.key)) next.delete(row.key);
  else for (const key of keys) next.add(key);
  select(next);
  return true;
}
