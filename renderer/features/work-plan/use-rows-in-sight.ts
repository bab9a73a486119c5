import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

interface RowsInSight {
  readonly keys: readonly string[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  /** What stands above the rows and stays there while they scroll. */
  readonly headHeight: number;
  /** The row with the focus: it stays, with what is being typed in it. */
  readonly kept: number;
}

/** The rows to paint: those in sight, and the one with the focus. */
export function useRowsInSight({ keys, scroller, rowHeight, headHeight, kept }: RowsInSight) {
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here, and the rows read it at each paint
  return useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keys[index] ?? index,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight + rowHeight,
    scrollPaddingEnd: rowHeight,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return kept < 0 || kept >= range.count || indexes.includes(kept)
        ? indexes
        : [...indexes, kept].toSorted((one, other) => one - other);
    },
  });
}
