import type { KeyboardEvent } from 'react';
import { indexAfter, type GridPlace } from './grid-keys.ts';

/** What the keys of the list lead to. */
interface GridActs {
  readonly place: () => GridPlace;
  readonly goTo: (index: number) => void;
  readonly open: () => void;
  readonly peek: () => void;
  /** Closes what is open beside the list; false where nothing is. */
  readonly close: () => boolean;
}

/** Hears the keys of the list. Modified keys are the app's and the system's, and letters typed with AltGr stay letters. */
export function useGridKeys(acts: GridActs): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const done =
      target instanceof HTMLElement && target.dataset['sorts'] ? inHead(event, target, acts) : inRows(event, acts);
    if (done) event.preventDefault();
  };
}

function inRows(event: KeyboardEvent<HTMLElement>, acts: GridActs): boolean {
  const next = indexAfter(event.key, acts.place());
  if (next === -1) return focusHead(event.currentTarget, 0);
  if (next !== null) acts.goTo(next);
  else if (event.key === 'Enter') acts.open();
  else if (event.key === ' ') acts.peek();
  else return event.key === 'Escape' && acts.close();
  return true;
}

/** In the head left and right go along the columns and down leads back; Enter and Space are the button's own. */
function inHead(event: KeyboardEvent<HTMLElement>, target: HTMLElement, acts: GridActs): boolean {
  const buttons = headButtons(event.currentTarget);
  const at = buttons.indexOf(target);
  if (event.key === 'ArrowRight') return focusHead(event.currentTarget, Math.min(at + 1, buttons.length - 1));
  if (event.key === 'ArrowLeft') return focusHead(event.currentTarget, Math.max(at - 1, 0));
  if (event.key !== 'ArrowDown') return false;
  acts.goTo(Math.max(0, acts.place().index));
  return true;
}

function focusHead(grid: HTMLElement, column: number): boolean {
  headButtons(grid)[column]?.focus();
  return true;
}

function headButtons(grid: HTMLElement): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('[data-sorts]')];
}
