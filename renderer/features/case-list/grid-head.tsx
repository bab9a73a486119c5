import { useLingui } from '@lingui/react/macro';
import {
  IconArrowNarrowDown,
  IconArrowNarrowRight,
  IconArrowNarrowUp,
  IconCheck,
  IconMail,
  IconMinus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Sort, SortColumn } from '../../bindings/case-search.ts';
import classes from './case-grid.module.css';

interface GridHeadProps {
  readonly columns: readonly SortColumn[];
  readonly sort: Sort;
  readonly onSort: (column: SortColumn) => void;
  /** How many of the cases in the list are selected. */
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: () => void;
}

/** The head of the list: each column sorts. Reached by the up arrow from the first row, so that the list is one tab stop. */
export function GridHead({ columns, sort, onSort, selected, onSelectAll }: GridHeadProps) {
  const words = useColumnWords();
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      <div role="columnheader" className={classes.check}>
        <SelectAll selected={selected} onSelectAll={onSelectAll} />
      </div>
      {columns.map((column) => {
        const { label, short } = words[column];
        const sorted = sort.column === column;
        return (
          <div
            key={column}
            role="columnheader"
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            className={classes.headCell}
            data-column={column}
          >
            <button
              type="button"
              tabIndex={-1}
              data-head={column}
              className={classes.headButton}
              title={label}
              onClick={() => onSort(column)}
            >
              {short ?? <span className={classes.headText}>{label}</span>}
              {short && <span className="visually-hidden">{label}</span>}
              {sorted && <SortSign descending={sort.descending} />}
            </button>
          </div>
        );
      })}
    </div>
  );
}

function SelectAll({ selected, onSelectAll }: Pick<GridHeadProps, 'selected' | 'onSelectAll'>) {
  const { t } = useLingui();
  const label = selected === 'all' ? t`Clear selection` : t`Select all cases of the list`;
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={selected === 'some' ? 'mixed' : selected === 'all'}
      aria-label={label}
      title={label}
      tabIndex={-1}
      data-head="all"
      className={classes.selectAll}
      onClick={onSelectAll}
    >
      <span className={classes.box} data-on={selected !== 'none' || undefined}>
        {selected === 'all' && <IconCheck size={13} stroke={3} aria-hidden />}
        {selected === 'some' && <IconMinus size={13} stroke={3} aria-hidden />}
      </span>
    </button>
  );
}

function SortSign({ descending }: { readonly descending: boolean }) {
  const Sign = descending ? IconArrowNarrowDown : IconArrowNarrowUp;
  return <Sign size={14} stroke={2} aria-hidden className={classes.sortSign} />;
}

interface ColumnWords {
  readonly label: string;
  /** Shown in its place where there is no room for the word. */
  readonly short?: ReactNode;
}

function useColumnWords(): Readonly<Record<SortColumn, ColumnWords>> {
  const { t } = useLingui();
  return {
    action: { label: t`Action required`, short: <IconArrowNarrowRight size={16} aria-hidden /> },
    number: { label: t`Case` },
    insurer: { label: t`Insurer` },
    site: { label: t`Site` },
    damage: { label: t`Damage` },
    role: { label: t`External case handler` },
    tasks: { label: t`Tasks` },
    target: { label: t`Next target` },
    unread: { label: t`Unread messages`, short: <IconMail size={15} aria-hidden /> },
    changed: { label: t`Changed` },
  };
}
