import { sortColumns, type SortColumn } from '../../bindings/case-search.ts';

/** How the columns share the width of the list. */
export interface Columns {
  readonly shown: readonly SortColumn[];
  /** As tracks of a CSS grid. */
  readonly tracks: string;
  readonly gap: number;
  /** Left of the first column, with the place of the check mark, and right of the last. */
  readonly start: number;
  readonly end: number;
}

/** The columns in their order: the least width each needs and its part of what is left over. */
const widths: Readonly<Record<SortColumn, readonly [least: number, part: number]>> = {
  action: [26, 0],
  number: [126, 0.6],
  insurer: [72, 0.6],
  site: [88, 0.95],
  damage: [85, 0.8],
  role: [122, 1.25],
  tasks: [150, 0],
  target: [80, 0],
  unread: [34, 0],
  changed: [58, 0],
};

/** What steps back first where there is too little room. */
const leastNeeded: readonly SortColumn[] = ['changed', 'damage', 'insurer', 'unread', 'tasks', 'site'];

/** The columns that fit into a width; the insurer is named where there are several. */
export function columnsFor(width: number, severalInsurers: boolean): Columns {
  const around = width < 760 ? { gap: 8, start: 24, end: 8 } : { gap: 10, start: 38, end: 20 };
  let shown = sortColumns.filter((column) => column !== 'insurer' || severalInsurers);
  for (const column of leastNeeded) {
    if (leastWidth(shown, around) <= width) break;
    shown = shown.filter((each) => each !== column);
  }
  return { shown, tracks: shown.map(track).join(' '), ...around };
}

type Around = Pick<Columns, 'gap' | 'start' | 'end'>;

function leastWidth(columns: readonly SortColumn[], { gap, start, end }: Around): number {
  return columns.reduce((sum, column) => sum + widths[column][0] + gap, start + end - gap);
}

function track(column: SortColumn): string {
  const [least, part] = widths[column];
  return part > 0 ? `minmax(${least}px, ${part}fr)` : `${least}px`;
}
