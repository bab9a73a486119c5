import { useLingui } from '@lingui/react/macro';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import type { PortalState } from '../../offline/offline-desk.ts';
import type { MemberLine } from './member-lines.ts';
import { MemberRow, PortalRow } from './member-row.tsx';
import classes from './members.module.css';

/** A row: a member, or the portal that the next ones belong to. */
export type GridItem =
  | { readonly kind: 'member'; readonly key: string; readonly line: MemberLine; readonly state: PortalState }
  | { readonly kind: 'portal'; readonly key: string; readonly state: PortalState; readonly count: number };

interface MemberGridProps {
  readonly items: readonly GridItem[];
  /** Since when a change of a member waits, by its key. */
  readonly waiting: ReadonlyMap<string, string>;
  readonly rowHeight: number;
  readonly onEdit: (key: string) => void;
}

const headHeight = 30;

/** The members: only the rows in sight are painted, and the whole of it is one tab stop that the arrow keys move. */
export function MemberGrid({ items, waiting, rowHeight, onEdit }: MemberGridProps) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const wanted = useRef(false);
  const places = useMemo(() => new Map(items.map(({ key }, index) => [key, index])), [items]);
  const current = (at === null ? undefined : places.get(at)) ?? items.findIndex(({ kind }) => kind === 'member');
  // Another function would have all rows measured again.
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items]);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here, and the rows read it at each paint
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 6,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => withKept(range, current),
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const button = scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]');
    button?.focus({ preventScroll: true });
    wanted.current = button === null;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const next = placeAfter(event.key, current, { items, page });
    if (next === null) return;
    event.preventDefault();
    wanted.current = true;
    setAt(items[next]?.key ?? null);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const sizes: CSSProperties & Readonly<Record<`--${string}`, string>> = { '--row': `${rowHeight}px` };
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={t`Members`}
      aria-rowcount={items.length + 1}
      className={classes.grid}
      style={sizes}
      onKeyDown={onKeyDown}
    >
      <GridHead />
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() - headHeight }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index];
          if (!item) return null;
          const place = { index, top: start - headHeight };
          if (item.kind === 'portal') return <PortalRow key={key} {...place} state={item.state} count={item.count} />;
          return (
            <MemberRow
              key={key}
              {...place}
              id={item.key}
              line={item.line}
              settings={item.state.standing.settings}
              waiting={waiting.has(item.key)}
              current={index === current}
              onFocus={setAt}
              onEdit={onEdit}
            />
          );
        })}
      </div>
    </div>
  );
}

function GridHead() {
  const { t } = useLingui();
  const names = [
    ['name', t`Name`],
    ['company', t`Company and office`],
    ['level', t`Authority level`],
    ['handler', t`External case handler`],
    ['budgets', t`Budgets`],
    ['state', t`State`],
    ['edit', t`Edit`],
  ] as const;
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" aria-rowindex={1} className={classes.head}>
        {names.map(([column, name]) => (
          <div key={column} role="columnheader" className={classes.headCell} data-column={column}>
            <span className={column === 'edit' ? 'visually-hidden' : undefined}>{name}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where a key leads, over the names of portals; null for other keys. */
function placeAfter(
  key: string,
  from: number,
  { items, page }: { readonly items: readonly GridItem[]; readonly page: number },
): number | null {
  const last = items.length - 1;
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: last }[
    key
  ];
  if (to === undefined) return null;
  const inside = Math.min(last, Math.max(0, to));
  if (items[inside]?.kind !== 'portal') return inside;
  return inside < from && inside > 0 ? inside - 1 : inside + 1;
}

/** The row that is the tab stop stays in the page when it is scrolled out of sight: the focus would be lost with it. */
function withKept(range: Range, kept: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes;
  return kept < range.startIndex ? [kept, ...indexes] : [...indexes, kept];
}
