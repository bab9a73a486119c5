import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { amountText } from '../../words/figures.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { itemStateWords } from '../../words/work-plan/item-state-words.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';
import { AllocationBadge } from './allocation-badge.tsx';
import { CellEditor, type EditEnd } from './cell-editor.tsx';
import { isCustomers } from './customers-items.ts';
import type { Editing } from './grid-work.ts';
import { faultsOf } from './line-faults.ts';
import { columnWords, isTyped, type PlanColumn } from './plan-columns.ts';
import type { PlanLine } from './plan-lines.ts';
import type { PlanView } from './plan-rows.ts';
import { PlaceEditor } from './place-editor.tsx';
import type { Measure } from './room-measures.ts';
import classes from './plan-grid.module.css';

interface PlanRowProps extends EditEnd {
  readonly line: PlanLine;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly PlanColumn[];
  readonly view: PlanView;
  readonly currency: string;
  readonly place: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly measures: readonly Measure[];
  readonly selected: boolean;
  /** It went to the customer for more than was approved, which waits. */
  readonly provisional: boolean;
  /** The column of the one cell that is a tab stop, where it is in this row. */
  readonly current: PlanColumn | null;
  readonly editing: Editing | null;
}

/** A line of the plan. What is done with it is heard by the grid, but for what is typed in a cell. */
export const LineRow = memo(function LineRow(props: PlanRowProps) {
  const { line, index, top, columns, current, selected, view, currency } = props;
  const { t } = useLingui();
  const faults = faultsOf(line, currency);
  return (
    <div
      role="row"
      // The head is the first row.
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-edited={line.isEdited || undefined}
      data-state={line.state}
      data-allocation={line.item?.allocation}
      title={isCustomers(line) ? t`It went to the customer.` : undefined}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => {
        const fault = isTyped(column) ? faults[column] : undefined;
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={at + 1}
            aria-invalid={fault !== undefined || undefined}
            data-column={column}
            data-current={column === current || undefined}
            tabIndex={column === current ? 0 : -1}
            title={fault ?? wholeText(line, column)}
            className={classes.cell}
            aria-label={column === 'select' ? columnWords(column, view, currency) : undefined}
          >
            {props.editing?.column === column ? (
              <Editor {...props} editing={props.editing} />
            ) : (
              <Cell {...props} column={column} fault={fault} />
            )}
          </div>
        );
      })}
    </div>
  );
});

/** What may be cut where it stands. */
function wholeText({ content }: PlanLine, column: PlanColumn): string | undefined {
  return isTyped(column) && content[column].length > 8 ? content[column] : undefined;
}

function Editor({ editing, view, currency, places, measures, keep, cancel }: PlanRowProps & { editing: Editing }) {
  const { column, initial } = editing;
  const label = columnWords(column, view, currency);
  if (!isTyped(column)) return <PlaceEditor {...{ label, initial, places, keep, cancel }} />;
  const offered = column === 'quantity' ? measures : [];
  return <CellEditor {...{ column, label, initial, keep, cancel }} measures={offered} />;
}

interface CellProps extends PlanRowProps {
  readonly column: PlanColumn;
  readonly fault: string | undefined;
}

function Cell({ line, column, fault, currency, selected, provisional, place }: CellProps): ReactNode {
  const { content, amount, state } = line;
  if (column === 'select')
    return <span className={classes.box}>{selected && <IconCheck size={13} stroke={3} aria-hidden />}</span>;
  if (column === 'state')
    return isCustomers(line) ? <AllocationBadge line={line} provisional={provisional} /> : <State state={state} />;
  if (column === 'amount') return amount === null ? '–' : amountText({ amount, currency });
  if (column === 'place') return <span className={classes.text}>{place}</span>;
  if (column === 'quantity') return <QuantityCell line={line} fault={fault} />;
  if (fault) return <Faulty typed={content[column]} fault={fault} />;
  return <span className={classes.text}>{content[column]}</span>;
}

function State({ state }: Pick<PlanLine, 'state'>) {
  const { word, tone, icon } = itemStateWords(state);
  return (
    <StateBadge tone={tone} {...(icon ? { icon } : {})}>
      {word}
    </StateBadge>
  );
}

/** The formula as it was typed, and what it comes to. */
function QuantityCell({ line: { content, quantity }, fault }: { line: PlanLine; fault: string | undefined }) {
  if (typeof quantity !== 'number') return <Faulty typed={content.quantity} fault={fault ?? ''} />;
  const result = quantityText(quantity);
  return (
    <>
      {!isPlain(content.quantity) && <span className={classes.formula}>{content.quantity}</span>}
      <span className={classes.result}>{isPlain(content.quantity) ? result : `= ${result}`}</span>
    </>
  );
}

/** A number alone says what it comes to. */
function isPlain(formula: string): boolean {
  return /^\s*[\d.,\s’']+$/u.test(formula);
}

/** What was typed stays, with what is wrong about it. */
function Faulty({ typed, fault }: { typed: string; fault: string }) {
  return (
    <span className={classes.faulty}>
      <IconAlertTriangle size={13} aria-hidden />
      {typed !== '' && <span className={classes.typed}>{typed}</span>}
      <span className={classes.fault}>{fault}</span>
    </span>
  );
}
