import { t } from '@lingui/core/macro';
import type { RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import type { Moment } from '../../../../shared/domain/moment.ts';
import { targetState } from '../../../../shared/domain/task/target.ts';
import { rowsInOneGo, type Cell, type Pause, type Sheet } from '../../../../shared/spreadsheet/sheet.ts';
import type { SortColumn } from '../../../bindings/case-search.ts';
import { actionWords } from '../../../words/action-words.ts';
import { targetWords } from '../../../words/target-words.ts';
import { nextTarget } from '../next-target.ts';
import { chipWords } from '../task-chips.tsx';

/** By which clock a list is written. */
export interface SheetClock {
  readonly now: Moment;
  readonly zone: string;
}

interface SheetColumn {
  readonly heading: string;
  readonly cell: (facts: RowFacts, clock: SheetClock) => Cell;
}

/** The list as a sheet: the same cases in the same order, and what the columns shown say. */
export async function caseSheet(
  rows: readonly RowFacts[],
  columns: readonly SortColumn[],
  clock: SheetClock,
  pause: Pause,
): Promise<Sheet> {
  const book = sheetColumns();
  const written = columns.flatMap((column) => book[column]);
  const made: Cell[][] = [];
  for (const facts of rows) {
    made.push(written.map(({ cell }) => cell(facts, clock)));
    if (made.length % rowsInOneGo === 0) await pause(made.length);
  }
  return { name: t`Cases`, headings: written.map(({ heading }) => heading), rows: made };
}

/** A column of the list with two lines is two columns of the sheet: each can be sorted and filtered. */
function sheetColumns(): Readonly<Record<SortColumn, readonly SheetColumn[]>> {
  return {
    action: [{ heading: t`Action required`, cell: (facts) => text(actionsOf(facts)) }],
    number: [
      { heading: t`Case`, cell: ({ row }) => text(row.number) },
      { heading: t`Claim number`, cell: ({ row }) => text(row.claimNumber) },
      { heading: t`State`, cell: ({ row }) => text(row.state === 'closed' ? t`closed` : t`open`) },
    ],
    insurer: [{ heading: t`Insurer`, cell: ({ standing }) => text(standing.portalName) }],
    site: [
      { heading: t`City`, cell: ({ row }) => text(row.city) },
      { heading: t`Street`, cell: ({ row }) => text(row.street) },
    ],
    damage: [{ heading: t`Damage`, cell: ({ row }) => text(row.cause) }],
    role: [
      { heading: t`External case handler: office`, cell: ({ row }) => text(row.role?.officeName) },
      { heading: t`External case handler: user`, cell: ({ row }) => text(row.role?.user?.name) },
    ],
    tasks: [{ heading: t`Tasks`, cell: ({ row, standing }) => text(tasksOf(row.tasks, standing.settings)) }],
    target: [
      { heading: t`Next target`, cell: (facts, { zone }) => moment(nextTarget(facts)?.target.due, zone) },
      { heading: t`State of the target`, cell: (facts, { now }) => text(stateOf(facts, now)) },
    ],
    unread: [{ heading: t`Unread messages`, cell: ({ unread }) => ({ kind: 'count', value: unread }) }],
    changed: [{ heading: t`Changed`, cell: ({ row }, { zone }) => moment(row.changedAt, zone) }],
  };
}

function text(words: string | undefined): Cell {
  return words ? { kind: 'text', text: words } : null;
}

function moment(at: Moment | undefined, zone: string): Cell {
  return at ? { kind: 'moment', moment: at, zone } : null;
}

function actionsOf({ actions }: RowFacts): string {
  const kinds = new Set(actions.map(({ kind }) => kind).filter((kind) => kind !== 'ongoing'));
  return [...kinds].map((kind) => actionWords(kind).one).join('; ');
}

function tasksOf(tasks: RowFacts['row']['tasks'], settings: RowFacts['standing']['settings']): string {
  return tasks.map((task) => chipWords(task, settings)).join('; ');
}

function stateOf(facts: RowFacts, now: Moment): string | undefined {
  const next = nextTarget(facts);
  return next ? targetWords(targetState(next.target, now)).word : undefined;
}
