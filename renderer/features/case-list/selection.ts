import { create } from 'zustand';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { rowKey } from './row-key.ts';

interface Selection {
  /** The selected cases by `rowKey`. */
  readonly keys: ReadonlySet<string>;
  /** Where a range begins: the case selected or let go last. */
  readonly anchor: string | null;
  /** How many left the list while they were selected, since one selected last. */
  readonly left: number;
}

interface SelectionHold extends Selection {
  readonly set: (selection: Selection) => void;
}

export const nothingSelected: Selection = { keys: new Set(), anchor: null, left: 0 };

/** Kept outside of the page: whoever opens a case to look comes back to the same selection. */
export const useSelection = create<SelectionHold>((set) => ({
  ...nothingSelected,
  set: (selection) => set(selection),
}));

/** Selects a case, or lets it go. */
export function toggled({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key, left: 0 };
}

/** Selects everything from the anchor to a case too; without an anchor the case alone. */
export function extended({ keys, anchor }: Selection, key: string, rows: readonly RowFacts[]): Selection {
  const places = [anchor ?? key, key].map((each) => rows.findIndex((facts) => rowKey(facts) === each));
  const from = Math.max(0, Math.min(...places));
  const range = rows.slice(from, Math.max(...places) + 1).map(rowKey);
  return { keys: new Set([...keys, ...range]), anchor: anchor ?? key, left: 0 };
}

/** Selects all that the filter leaves. */
export function allOf(rows: readonly RowFacts[]): Selection {
  return { keys: new Set(rows.map(rowKey)), anchor: null, left: 0 };
}

/** What stays selected when some of it is done with. */
export function without({ keys }: Selection, rows: readonly RowFacts[]): Selection {
  const done = new Set(rows.map(rowKey));
  return { ...nothingSelected, keys: new Set([...keys].filter((key) => !done.has(key))) };
}

/** What is still in the list; the same selection where nothing left it. */
export function stillListed<Kept extends Selection>(selection: Kept, rows: readonly RowFacts[]): Kept | Selection {
  const { keys, anchor, left } = selection;
  if (keys.size === 0) return selection;
  const kept = rows.map(rowKey).filter((key) => keys.has(key));
  if (kept.length === keys.size) return selection;
  return { keys: new Set(kept), anchor, left: left + keys.size - kept.length };
}
