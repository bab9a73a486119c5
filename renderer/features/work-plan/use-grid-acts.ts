import { useCallback, useEffect, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { amountText } from '../../words/figures.ts';
import { itemStateWords } from '../../words/work-plan/item-state-words.ts';
import { cellAfter } from './grid-moves.ts';
import { isTyped, placedIn, withTyped, type PlanColumn } from './plan-columns.ts';
import type { DraftItem } from './plan-draft.ts';
import type { PlanLine } from './plan-lines.ts';
import type { Editing } from './plan-row.tsx';
import type { PlanRow, PlanView } from './plan-rows.ts';
import { cellText, fromTsv, toTsv, type CellWords } from './plan-tsv.ts';
import { pastedInto } from './plan-paste.ts';
import type { GridPlace } from './use-grid-place.ts';
import type { PlanWork } from './use-plan.ts';

/** What the grid shows, and what it may change. */
export interface GridWork {
  readonly work: PlanWork;
  readonly rows: readonly PlanRow[];
  readonly columns: readonly PlanColumn[];
  readonly view: PlanView;
  /** The tasks that lines can be of, or the rooms they can be in, whichever the view does not put together. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly selected: ReadonlySet<string>;
  readonly select: (keys: ReadonlySet<string>) => void;
  /** Why a line cannot be changed now; null where it can. */
  readonly fixed: (line: PlanLine) => string | null;
  readonly put: (items: readonly DraftItem[]) => void;
  /** Said where a key did nothing, and why. */
  readonly say: (words: string | null) => void;
  /** A line like another one, new, which what is pasted below the last is put into. */
  readonly like: (line: PlanLine) => DraftItem;
}

interface GridState {
  readonly place: GridPlace;
  readonly editing: Editing | null;
  readonly setEditing: (editing: Editing | null) => void;
  readonly page: () => number;
  readonly show: (index: number) => void;
}

/** What keys and the mouse do in the grid, as in a spreadsheet. */
export function useGridActs(grid: GridWork, state: GridState) {
  const latest = useRef({ grid, state });
  useEffect(() => {
    latest.current = { grid, state };
  });
  // After Escape the next Tab leaves: nobody is kept in the plan (WCAG 2.1.2).
  const leaves = useRef(false);
  const keep = useCallback((text: string, key: KeyboardEvent | null) => {
    const now = latest.current;
    keepTyped(now.grid, now.state, text);
    now.state.setEditing(null);
    if (!key) return;
    if (!moveBy(now.grid, now.state, key)) now.state.place.take();
  }, []);
  const cancel = useCallback(() => {
    latest.current.state.setEditing(null);
    latest.current.state.place.take();
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab' && leaves.current) return;
    leaves.current = event.key === 'Escape' || (leaves.current && event.key === 'Shift');
    if (keyDone(event, grid, state)) event.preventDefault();
  };
  const hears = {
    onKeyDown,
    onClick: (event: MouseEvent<HTMLElement>) => clicked(event, grid, state),
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      if (cellAt(event.target, grid)) beginEdit(grid, state, null);
    },
    onCopy: (event: ClipboardEvent<HTMLElement>) => copied(event, grid, state),
    onPaste: (event: ClipboardEvent<HTMLElement>) => pasted(event, grid, state),
  };
  return { keep, cancel, hears };
}

function lineAt({ rows }: GridWork, index: number): PlanLine | null {
  const row = rows[index];
  return row?.kind === 'line' ? row.line : null;
}

function keyDone(event: KeyboardEvent<HTMLElement>, grid: GridWork, state: GridState): boolean {
  const command = event.ctrlKey || event.metaKey;
  const { key } = event;
  if (command && !event.altKey) {
    const letter = key.toLowerCase();
    if (letter === 'z') return step(event.shiftKey ? grid.work.redo : grid.work.undo);
    if (letter === 'y') return step(grid.work.redo);
    if (letter === 'a') return selectAll(grid);
  }
  if (key === 'F2') return beginEdit(grid, state, null);
  if (key === ' ' && !command) return selectAt(grid, state.place.index, event.shiftKey);
  if (key === 'Delete' || key === 'Backspace') return clear(grid, state);
  if (isLetter(event)) return beginEdit(grid, state, key);
  return moveBy(grid, state, event);
}

/** A sign that is typed; with AltGr it is one as well. */
function isLetter(event: KeyboardEvent): boolean {
  const isHeld = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  return [...event.key].length === 1 && event.key !== ' ' && !isHeld;
}

function step(deed: (() => void) | null): boolean {
  deed?.();
  return true;
}

function moveBy(grid: GridWork, { place, page, show }: GridState, key: KeyboardEvent): boolean {
  const { rows, columns } = grid;
  const lines = rows.flatMap(({ kind }, index) => (kind === 'line' ? [index] : []));
  const at = { row: place.index, column: columns.indexOf(place.column) };
  const next = cellAfter(key, at, { columns: columns.length, rows: lines, page: page() });
  const column = next && columns[next.column];
  if (!next || !column) return false;
  grid.say(null);
  place.moveTo(next.row, column);
  place.take();
  show(next.row);
  return true;
}

function beginEdit(grid: GridWork, { place, setEditing }: GridState, first: string | null): boolean {
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

function keepTyped(grid: GridWork, { editing }: GridState, text: string): void {
  const line = editing && grid.work.lines.find(({ content }) => content.id === editing.key);
  if (!line) return;
  const { content } = line;
  const { column } = editing;
  const next = isTyped(column) ? withTyped(content, column, text) : placedIn(content, grid.view, text);
  const isSame = isTyped(column) ? text === content[column] : next.task === content.task && next.room === content.room;
  if (!isSame) grid.put([next]);
}

function clear(grid: GridWork, { place }: GridState): boolean {
  const line = lineAt(grid, place.index);
  const { column } = place;
  if (!line || !isTyped(column)) return false;
  const why = grid.fixed(line);
  grid.say(why);
  if (!why && line.content[column] !== '') grid.put([withTyped(line.content, column, '')]);
  return true;
}

function selectAll({ rows, selected, select }: GridWork): boolean {
  const all = rows.flatMap((row) => (row.kind === 'line' ? [row.key] : []));
  select(selected.size === all.length ? new Set() : new Set(all));
  return true;
}

/** Selects a line or lets it go; `range`: all from the last selected one to it. */
function selectAt(grid: GridWork, index: number, range: boolean): boolean {
  const { rows, selected, select } = grid;
  const row = rows[index];
  if (row?.kind !== 'line') return false;
  const last = range ? rows.findLastIndex((each, place) => place < index && selected.has(each.key)) : -1;
  const span = last < 0 ? [row] : rows.slice(last, index + 1);
  const keys = span.flatMap((each) => (each.kind === 'line' ? [each.key] : []));
  const next = new Set(selected);
  if (!range && next.has(row.key)) next.delete(row.key);
  else for (const key of keys) next.add(key);
  select(next);
  return true;
}

function cellAt(target: EventTarget, { columns }: GridWork) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"][data-column]') : null;
  const index = Number(cell?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
  const column = columns.find((each) => each === cell?.dataset['column']);
  return column && index >= 0 ? { index, column } : null;
}

function clicked(event: MouseEvent<HTMLElement>, grid: GridWork, { place }: GridState): void {
  // A click into a field is the field's.
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
  const cell = cellAt(event.target, grid);
  if (!cell) return;
  place.moveTo(cell.index, cell.column);
  place.take();
  if (cell.column === 'select') selectAt(grid, cell.index, event.shiftKey);
}

function copied(event: ClipboardEvent<HTMLElement>, grid: GridWork, { place, editing }: GridState): void {
  if (editing) return;
  const chosen = grid.rows.flatMap((row) => (row.kind === 'line' && grid.selected.has(row.key) ? [row.line] : []));
  const line = lineAt(grid, place.index);
  const columns = chosen.length > 0 ? grid.columns.filter((column) => column !== 'select') : [place.column];
  const lines = chosen.length > 0 ? chosen : line ? [line] : [];
  const words = cellWords(grid);
  const text = toTsv(lines.map((each) => columns.map((column) => cellText(each, column, words))));
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

function cellWords({ work: { currency }, view, places }: GridWork): CellWords {
  return {
    amount: (amount) => amountText({ amount, currency }),
    state: (state) => itemStateWords(state).word,
    place: ({ task, room }) => places.find(({ id }) => id === (view === 'room' ? task : (room ?? '')))?.name ?? '',
  };
}

function pasted(event: ClipboardEvent<HTMLElement>, grid: GridWork, { place, editing }: GridState): void {
  const line = lineAt(grid, place.index);
  if (editing || !line) return;
  event.preventDefault();
  const cells = fromTsv(event.clipboardData.getData('text/plain'));
  const lines = grid.rows.slice(place.index).flatMap((row) => (row.kind === 'line' ? [row.line] : []));
  const { items, why } = pastedInto({ cells, lines, column: place.column, grid });
  grid.say(why);
  if (items.length > 0) grid.put(items);
}
