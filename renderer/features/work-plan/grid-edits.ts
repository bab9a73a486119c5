import { lineAt, type GridState, type GridWork } from './grid-work.ts';
import { isTyped, placedIn, withTyped } from './plan-columns.ts';

/** Opens the field of the cell; `first` is the sign that was typed in it. True where the key did something. */
export function beginEdit(grid: GridWork, { place, setEditing }: GridState, first: string | null): boolean {
  const line = lineAt(grid, place.index);
  const { column } = place;
  if (!line || column === 'select') return false;
  const isOfPlan = column === 'state' || column === 'amount';
  const why = grid.fixed(line);
  if (isOfPlan || why) {
    grid.say(isOfPlan ? null : why);
    return first !== null;
  }
  grid.say(null);
  const { content } = line;
  const before = isTyped(column) ? content[column] : ((grid.view === 'room' ? content.task : content.room) ?? '');
  const initial = isTyped(column) && first !== null ? first : before;
  setEditing({ key: content.id, column, initial });
  return true;
}

/** Puts what was typed into its line. */
export function keepTyped(grid: GridWork, { editing }: GridState, text: string): void {
  const line = editing && grid.work.lines.find(({ content }) => content.id === editing.key);
  if (!line) return;
  const { content } = line;
  const { column } = editing;
  const next = isTyped(column) ? withTyped(content, column, text) : placedIn(content, grid.view, text);
  const isSame = isTyped(column) ? text === content[column] : next.task === content.task && next.room === content.room;
  if (!isSame) grid.put([next]);
}

/** Empties the cell. */
export function clear(grid: GridWork, { place }: GridState): boolean {
  const line = lineAt(grid, place.index);
  const { column } = place;
  if (!line || !isTyped(column)) return false;
  const why = grid.fixed(line);
  grid.say(why);
  if (!why && line.content[column] !== '') grid.put([withTyped(line.content, column, '')]);
  return true;
}
