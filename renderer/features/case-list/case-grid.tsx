import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, type ClipboardEvent, type CSSProperties, type MouseEvent } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { Sort, SortColumn } from '../../bindings/case-search.ts';
import classes from './case-grid.module.css';
import { CaseRow } from './case-row.tsx';
import { columnsFor, type Columns } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { hasMarkedText, isCheckMark, rowAt } from './grid-mouse.ts';
import { rowKey } from './row-key.ts';
import { useGridSelection } from './use-grid-selection.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useInnerSize } from './use-inner-size.ts';
import { usePooledRows } from './use-pooled-rows.ts';
import { useRowFocus } from './use-row-focus.ts';

/** Where the list begins: where it was left, or at its top. */
export interface GridStart {
  readonly row: string | null;
  /** null = with its row in sight. */
  readonly offset: number | null;
  /** True where the user comes to the page, from a case too: the row takes the focus, and the arrow keys move it. */
  readonly focus: boolean;
}

interface CaseGridProps {
  readonly rows: readonly RowFacts[];
  readonly sort: Sort;
  readonly now: Moment;
  readonly waiting: ReadonlyMap<string, number>;
  readonly severalInsurers: boolean;
  readonly rowHeight: number;
  readonly peeked: string | null;
  readonly start: GridStart;
  /** Another value = another list, which begins at its top. */
  readonly list: string;
  readonly onSort: (column: SortColumn) => void;
  readonly onOpen: (facts: RowFacts) => void;
  /** Another row is looked at, or none. */
  readonly onPeek: (facts: RowFacts | null) => void;
  /** Gives the selected cases a user, where any are. */
  readonly onAssign: () => void;
  /** The row that is the tab stop, null in an empty list, and the columns there is room for. */
  readonly onCurrent: (facts: RowFacts | null, columns: readonly SortColumn[]) => void;
  readonly onCopied: (number: string) => void;
  readonly onLeave: (row: string | null, offset: number) => void;
}

const headHeight = 30;
/** What stays in sight above a row that the list begins at. */
const rowsAbove = 4;

/** The cases as a grid: only the rows in sight are painted, and the whole of it is one tab stop (conventions.md §5). */
export function CaseGrid(props: CaseGridProps) {
  const { rows, sort, now, waiting, severalInsurers, rowHeight, peeked, start, onOpen, onPeek } = props;
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const focus = useRowFocus(rows, start.row, scroller);
  const offset = start.offset ?? Math.max(0, focus.index - rowsAbove) * rowHeight;
  const pooled = usePooledRows({ count: rows.length, scroller, rowHeight, headHeight, offset, kept: focus.index });
  const { width, height } = useInnerSize(scroller);
  // A list not measured yet begins with all columns.
  const room = width || Infinity;
  const columns = useMemo(() => columnsFor(room, severalInsurers), [room, severalInsurers]);
  const current = rows[focus.index];
  const selection = useGridSelection(rows);

  const goTo = (index: number) => {
    focus.moveTo(index);
    focus.take();
    pooled.virtual.scrollToIndex(index, { align: 'auto' });
    if (peeked !== null) onPeek(rows[index] ?? null);
  };
  const onKeyDown = useGridKeys({
    place: () => ({ index: focus.index, count: rows.length, page: rowsOfPage(height, rowHeight) }),
    goTo,
    open: () => current && onOpen(current),
    peek: () => current && onPeek(peeked === rowKey(current) ? null : current),
    select: (range) => current && selection.choose(current, range),
    selectAll: selection.all,
    assign: props.onAssign,
    close: () => {
      if (peeked === null) return selection.clear();
      onPeek(null);
      return true;
    },
  });
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const index = rowAt(event.target);
    const facts = rows[index];
    if (!facts || hasMarkedText()) return;
    focus.moveTo(index);
    // Shift marks text too, which is not meant here.
    if (event.shiftKey || isCheckMark(event.target)) return selection.choose(facts, event.shiftKey);
    // While one looks beside the list a click looks at another case; a click on the one looked at opens it.
    if (peeked !== null && peeked !== rowKey(facts)) onPeek(facts);
    else onOpen(facts);
  };
  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    // What the user marked is copied as usual.
    if (!current || hasMarkedText()) return;
    event.clipboardData.setData('text/plain', current.row.number);
    event.preventDefault();
    props.onCopied(current.row.number);
  };
  useComingAndGoing(props, () => ({ focus, scroller: scroller.current, current, columns: columns.shown }));
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={t`Cases`}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      className={classes.grid}
      style={sizes(columns, rowHeight)}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={onClick}
      onCopy={onCopy}
      {...focus.hears}
    >
      <div role="rowgroup" className={classes.headGroup}>
        <GridHead
          columns={columns.shown}
          sort={sort}
          onSort={props.onSort}
          selected={selection.extent}
          onSelectAll={selection.turn}
        />
      </div>
      <div
        role="rowgroup"
        className={classes.body}
        style={{ height: Math.max(0, pooled.virtual.getTotalSize() - headHeight) }}
      >
        {pooled.rows.map(({ key, index, top }) => {
          const facts = rows[index];
          if (!facts) return null;
          return (
            <CaseRow
              key={key}
              facts={facts}
              index={index}
              top={top}
              columns={columns.shown}
              now={now}
              waiting={waiting.get(rowKey(facts)) ?? 0}
              current={index === focus.index}
              peeked={peeked === rowKey(facts)}
              selected={selection.keys.has(rowKey(facts))}
            />
          );
        })}
      </div>
    </div>
  );
}

interface Painted {
  readonly focus: ReturnType<typeof useRowFocus>;
  readonly scroller: HTMLElement | null;
  readonly current: RowFacts | undefined;
  readonly columns: readonly SortColumn[];
}

/** Takes the focus on coming, begins another list at its top, and tells where the list was left. */
function useComingAndGoing({ start, list, onLeave, onCurrent }: CaseGridProps, painted: () => Painted) {
  const latest = useRef({ painted, onLeave });
  const takesFocus = useRef(start.focus);
  const shown = useRef(list);
  useEffect(() => {
    latest.current = { painted, onLeave };
    onCurrent(painted().current ?? null, painted().columns);
  });
  useEffect(() => {
    if (takesFocus.current) latest.current.painted().focus.take();
    return () => {
      const { current, scroller } = latest.current.painted();
      latest.current.onLeave(current ? rowKey(current) : null, scroller?.scrollTop ?? 0);
    };
  }, []);
  useEffect(() => {
    if (shown.current === list) return;
    shown.current = list;
    const { focus, scroller } = latest.current.painted();
    focus.moveTo(0);
    if (scroller) scroller.scrollTop = 0;
  }, [list]);
}

function sizes(columns: Columns, rowHeight: number): CSSProperties & Readonly<Record<`--${string}`, string>> {
  return {
    '--tracks': columns.tracks,
    '--gap': `${columns.gap}px`,
    '--start': `${columns.start}px`,
    '--end': `${columns.end}px`,
    '--row': `${rowHeight}px`,
    '--head': `${headHeight}px`,
  };
}

/** One row less than fits, so that the last one read stays in sight. */
function rowsOfPage(height: number, rowHeight: number): number {
  return Math.max(1, Math.floor((height - headHeight) / rowHeight) - 1);
}
