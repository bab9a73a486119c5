import { amountText } from '../../words/figures.ts';
import { itemStateWords } from '../../words/work-plan/item-state-words.ts';
import { lineAt, type GridState, type GridWork } from './grid-work.ts';
import { pastedInto } from './plan-paste.ts';
import { cellText, fromTsv, toTsv, type CellWords } from './plan-tsv.ts';

/** Gives out the selected lines, or else the cell. */
export function copied(event: ClipboardEvent, grid: GridWork, { place, editing }: GridState): void {
  if (editing) return;
  const chosen = grid.rows.flatMap((row) => (row.kind === 'line' && grid.selected.has(row.key) ? [row.line] : []));
  const line = lineAt(grid, place.index);
  const columns = chosen.length > 0 ? grid.columns.filter((column) => column !== 'select') : [place.column];
  const lines = chosen.length > 0 ? chosen : line ? [line] : [];
  const words = cellWords(grid);
  const text = toTsv(lines.map((each) => columns.map((column) => cellText(each, column, words))));
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}

function cellWords({ work: { currency }, view, places }: GridWork): CellWords {
  return {
    amount: (amount) => amountText({ amount, currency }),
    state: (state) => itemStateWords(state).word,
    place: ({ task, room }) => places.find(({ id }) => id === (view === 'room' ? task : (room ?? '')))?.name ?? '',
  };
}

/** Takes cells in, from the current one on. */
export function pasted(event: ClipboardEvent, grid: GridWork, { place, editing }: GridState): void {
  const line = lineAt(grid, place.index);
  if (editing || !line) return;
  event.preventDefault();
  const cells = fromTsv(event.clipboardData?.getData('text/plain') ?? '');
  const lines = grid.rows.slice(place.index).flatMap((row) => (row.kind === 'line' ? [row.line] : []));
  const { items, why } = pastedInto({ cells, lines, column: place.column, grid });
  grid.say(why);
  if (items.length > 0) grid.put(items);
}
