import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useMemo, useRef, useState, type CSSProperties } from 'react';
import { amountText } from '../../words/figures.ts';
import { columnWords, tracksOf, type PlanColumn } from './plan-columns.ts';
import classes from './plan-grid.module.css';
import type { Editing, GridWork } from './grid-work.ts';
import { LineRow } from './plan-row.tsx';
import type { PlanRow } from './plan-rows.ts';
import { useGridActs } from './use-grid-acts.ts';
import { useGridPlace } from './use-grid-place.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import { measuresOf } from './room-measures.ts';
import { useProvisionalItems } from './customers-items.ts';

const rowHeight = 34;
const headHeight = 32;

/** The plan as a grid of cells: only the rows in sight are painted, and the whole of it is one tab stop. */
export function PlanGrid(props: GridWork) {
  const { rows, columns, view, work, selected, places } = props;
  const { t } = useLingui();
  const how = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const place = useGridPlace(rows, scroller, selected);
  const [editing, setEditing] = useState<Editing | null>(null);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const virtual = useRowsInSight({ keys, scroller, rowHeight, headHeight, kept: place.index });
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  const show = (index: number) => virtual.scrollToIndex(index, { align: 'auto' });
  const acts = useGridActs(props, { place, editing, setEditing, page, show }, scroller);
  const measures = useMemo(() => new Map(work.rooms.map((room) => [room.id, measuresOf(room)])), [work.rooms]);
  const provisional = useProvisionalItems();
  const names = useMemo(() => new Map(places.map(({ id, name }) => [id, name])), [places]);
  return (
    <>
      <p id={how} className="visually-hidden">
        <Trans>
          Arrow keys move. F2 or typing edits, Enter keeps, Escape leaves the cell as it was. Escape and then Tab leaves
          the plan.
        </Trans>
      </p>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={t`Work plan`}
        aria-describedby={how}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        className={classes.grid}
        style={sizes(columns, virtual.getTotalSize(), provisional.size > 0)}
        {...acts.hears}
      >
        <div role="rowgroup" className={classes.headGroup}>
          <div role="row" aria-rowindex={1} className={classes.head}>
            {columns.map((column, at) => (
              <div
                key={column}
                role="columnheader"
                aria-colindex={at + 1}
                data-column={column}
                className={classes.headCell}
              >
                <span className={column === 'select' ? 'visually-hidden' : classes.text}>
                  {columnWords(column, view, work.currency)}
                </span>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() - headHeight }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const top = start - headHeight;
            if (row.kind === 'group') return <GroupRow key={key} {...{ row, index, top, columns, ...work }} />;
            const { content } = row.line;
            return (
              <LineRow
                key={key}
                line={row.line}
                index={index}
                top={top}
                columns={columns}
                view={view}
                currency={work.currency}
                place={names.get(view === 'room' ? content.task : (content.room ?? '')) ?? ''}
                places={places}
                measures={measures.get(content.room ?? '') ?? noMeasures}
                selected={selected.has(row.key)}
                provisional={provisional.has(row.key)}
                current={index === place.index ? place.column : null}
                editing={editing?.key === row.key ? editing : null}
                keep={acts.keep}
                cancel={acts.cancel}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

const noMeasures = [] as const;

interface GroupRowProps {
  readonly row: PlanRow & { readonly kind: 'group' };
  readonly index: number;
  readonly top: number;
  readonly columns: readonly PlanColumn[];
  readonly currency: string;
}

/** The head of a room or a task: what it is, and what its lines cost. */
function GroupRow({ row: { group, count, sum }, index, top, columns, currency }: GroupRowProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className={classes.group} style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell" aria-colindex={1} aria-colspan={columns.length} className={classes.groupCell}>
        <span className={classes.groupName}>{group.name}</span>
        <span className={classes.groupDetail}>
          {[group.detail, plural(count, { one: '# line', other: '# lines' })].filter(Boolean).join(' · ')}
        </span>
        {columns.includes('amount') && (
          <span className={classes.groupSum}>{amountText({ amount: sum, currency })}</span>
        )}
      </div>
    </div>
  );
}

function sizes(
  columns: readonly PlanColumn[],
  total: number,
  provisional: boolean,
): CSSProperties & Readonly<Record<`--${string}`, string>> {
  return {
    '--tracks': tracksOf(columns, provisional),
    '--row': `${rowHeight}px`,
    '--head': `${headHeight}px`,
    '--whole': `${total + 2}px`,
  };
}
