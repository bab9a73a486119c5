import { useCallback, useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { copied, pasted } from './grid-clipboard.ts';
import { beginEdit, clear, keepTyped } from './grid-edits.ts';
import { cellAfter } from './grid-moves.ts';
import { selectAll, selectAt } from './grid-selection.ts';
import type { GridState, GridWork } from './grid-work.ts';

/** What keys and the mouse do in the grid, as in a spreadsheet. */
export function useGridActs(grid: GridWork, state: GridState, element: RefObject<HTMLElement | null>) {
  const latest = useRef({ grid, state });
  useEffect(() => {
    latest.current = { grid, state };
  });
  // The browser tells of the clipboard where its text selection is, which is seldom in the cell that has the focus.
  useEffect(() => {
    const hearing = (deed: typeof copied) => (event: ClipboardEvent) => {
      if (element.current?.contains(document.activeElement)) deed(event, latest.current.grid, latest.current.state);
    };
    const [onCopy, onPaste] = [hearing(copied), hearing(pasted)];
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [element]);
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
  };
  return { keep, cancel, hears };
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
