import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { ListedOffice } from './listed-offices.ts';
import { OfficeRow } from './office-row.tsx';
import classes from './offices.module.css';

interface OfficeListProps {
  readonly listed: readonly ListedOffice[];
  readonly onEdit: (listed: ListedOffice) => void;
  readonly onCalendar: (listed: ListedOffice) => void;
  readonly onSelection: (listed: ListedOffice) => void;
}

/** Offices in rows of one height; only those in sight are on the page. What has no room beside the name stands below it. */
export function OfficeList({ listed, onEdit, onCalendar, onSelection }: OfficeListProps) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 900px)');
  const narrowest = useMediaQuery('(max-width: 700px)');
  const rowHeight = narrowest ? 116 : narrow ? 88 : 64;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here, and the rows read it at each paint
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => listed[index]?.key ?? index,
    overscan: 6,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const several = new Set(listed.map(({ state }) => state.portal)).size > 1;
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.list} aria-label={t`Offices`} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const each = listed[index];
          return (
            each && (
              <li
                key={key}
                className={classes.row}
                aria-setsize={listed.length}
                aria-posinset={index + 1}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <OfficeRow
                  listed={each}
                  several={several}
                  onEdit={() => onEdit(each)}
                  onCalendar={() => onCalendar(each)}
                  onSelection={() => onSelection(each)}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
