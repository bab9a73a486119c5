import type { SortColumn } from '../../bindings/case-search.ts';

/** A column of the list: its place in the grid and below which width of the list it steps back. */
interface Column {
  readonly id: SortColumn;
  readonly track: string;
  readonly from: number;
}

const columns: readonly Column[] = [
  { id: 'action', track: '26px', from: 0 },
  { id: 'number', track: 'minmax(128px, 0.9fr)', from: 0 },
  { id: 'insurer', track: 'minmax(70px, 0.7fr)', from: 900 },
  { id: 'site', track: 'minmax(96px, 1.1fr)', from: 0 },
  { id: 'damage', track: 'minmax(80px, 0.9fr)', from: 800 },
  { id: 'role', track: 'minmax(112px, 1.1fr)', from: 0 },
  { id: 'tasks', track: '158px', from: 560 },
  { id: 'target', track: '86px', from: 0 },
  { id: 'unread', track: '44px', from: 480 },
  { id: 'changed', track: '84px', from: 960 },
];

/** The columns that fit into a width, the least needed left out first; the insurer is named where there are several. */
export function columnsFor(width: number, severalInsurers: boolean): readonly SortColumn[] {
  return fitting(width, severalInsurers).map((column) => column.id);
}

/** The same columns as tracks of a CSS grid. */
export function tracksFor(width: number, severalInsurers: boolean): string {
  return fitting(width, severalInsurers)
    .map((column) => column.track)
    .join(' ');
}

function fitting(width: number, severalInsurers: boolean): readonly Column[] {
  return columns.filter((column) => width >= column.from && (column.id !== 'insurer' || severalInsurers));
}
