import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { SortColumn } from '../../bindings/case-search.ts';
import classes from './case-grid.module.css';
import { cells } from './cells.tsx';

interface CaseRowProps {
  readonly facts: RowFacts;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly SortColumn[];
  readonly now: Moment;
  readonly waiting: number;
  /** The one row that is a tab stop. */
  readonly current: boolean;
  readonly peeked: boolean;
  readonly selected: boolean;
}

/** A row of the list. What is done with it is heard by the list: thousands of rows would else carry handlers of their own. */
export const CaseRow = memo(function CaseRow(props: CaseRowProps) {
  const { facts, index, top, columns, now, waiting, current, peeked, selected } = props;
  return (
    <div
      role="row"
      // The head is the first row.
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-peeked={peeked || undefined}
      data-index={index}
      data-state={facts.row.state}
      data-waiting={waiting > 0}
      tabIndex={current ? 0 : -1}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* What it says the row says: that it is selected. */}
      <span className={classes.check} data-selects aria-hidden>
        <span className={classes.box}>{selected && <IconCheck size={13} stroke={3} />}</span>
      </span>
      {columns.map((column) => {
        const Cell = cells[column];
        return (
          <div key={column} role="gridcell" className={classes.cell} data-column={column}>
            <Cell facts={facts} now={now} waiting={waiting} />
          </div>
        );
      })}
    </div>
  );
});
