import { useLayoutEffect, useMemo, useReducer, useRef, useState, type FocusEvent, type RefObject } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { rowKey } from './row-key.ts';

/** The case that has the tab stop, and where it was last: whoever takes its place there has it next. */
interface Place {
  readonly key: string | null;
  readonly index: number;
}

/** Which row is the tab stop of the list. */
export interface RowFocus {
  /** -1 only where there are no rows. */
  readonly index: number;
  readonly moveTo: (index: number) => void;
  /** Gives that row the focus itself, as soon as it is painted. */
  readonly take: () => void;
  /** To be told by the list when the focus comes into it and when it goes. */
  readonly hears: { readonly onFocus: (event: FocusEvent<HTMLElement>) => void; readonly onBlur: () => void };
}

/**
 * Roving focus over rows that come and go: the focus belongs to a case and stays with it when the order changes; where
 * the case leaves the list, the one that takes its place has it.
 */
export function useRowFocus(
  rows: readonly RowFacts[],
  start: string | null,
  list: RefObject<HTMLElement | null>,
): RowFocus {
  const [at, setAt] = useState<Place>({ key: start, index: 0 });
  const [, paintAgain] = useReducer((count: number) => count + 1, 0);
  const places = useMemo(() => new Map(rows.map((facts, index) => [rowKey(facts), index])), [rows]);
  const wanted = useRef(false);
  const inside = useRef(false);
  const known = at.key === null ? undefined : places.get(at.key);
  const index = known ?? Math.min(at.index, rows.length - 1);
  if (known !== undefined && known !== at.index) setAt({ ...at, index: known });
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    if (!row || !(wanted.current || isAstray(inside.current, row))) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
  });
  const moveTo = (next: number) => {
    const facts = rows[next];
    if (facts) setAt({ key: rowKey(facts), index: next });
  };
  return {
    index,
    moveTo,
    take: () => {
      wanted.current = true;
      paintAgain();
    },
    hears: {
      onFocus: ({ target }) => {
        inside.current = true;
        // A screen reader gives the focus to whichever row it reads.
        const next = Number(target.dataset['index'] ?? index);
        if (next !== index) moveTo(next);
      },
      onBlur: () => {
        inside.current = false;
      },
    },
  };
}

/**
 * True when the focus was in the list and is not on the row it belongs to: rows are pooled, so the element that has it
 * may show another case after scrolling, or be gone (then no blur is heard and the focus is nowhere).
 */
function isAstray(inside: boolean, row: HTMLElement): boolean {
  const { activeElement } = document;
  if (activeElement === row) return false;
  return activeElement?.matches('[role="row"]') || (inside && activeElement === document.body);
}
