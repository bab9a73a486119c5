import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, type RefObject } from 'react';

interface PooledRowsOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  /** What stands above the rows and stays there while they scroll. */
  readonly headHeight: number;
  readonly offset: number;
  /** The row that stays in the page when it is scrolled out of sight: the one with the focus. */
  readonly kept: number;
}

/** The rows to paint. Their keys are places in a pool: a row that scrolls in takes over the elements of one that left. */
export function usePooledRows({ count, scroller, rowHeight, headHeight, offset, kept }: PooledRowsOptions) {
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here, and the rows read it at each paint
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialOffset: offset,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => withKept(range, kept),
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const pool = useRef(0);
  pool.current = Math.max(pool.current, items.length);
  const inSight = (index: number) => index !== kept || isAmong(index, items);
  const rows = items.map(({ index, start }) => ({
    key: inSight(index) ? String(index % pool.current) : 'kept',
    index,
    top: start - headHeight,
  }));
  return { virtual, rows };
}

function withKept(range: Range, kept: number): number[] {
  const indexes = defaultRangeExtractor(range);
  const [first = 0, last = 0] = [indexes[0], indexes.at(-1)];
  if (kept < 0 || kept >= range.count || (first <= kept && kept <= last)) return indexes;
  return kept < first ? [kept, ...indexes] : [...indexes, kept];
}

/** True unless the row stands alone, away from the others. */
function isAmong(index: number, items: readonly { readonly index: number }[]): boolean {
  return items.length < 2 || items.some((item) => Math.abs(item.index - index) === 1);
}
