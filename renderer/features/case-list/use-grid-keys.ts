import type { KeyboardEvent } from 'react';
import { useSingleKeys } from '../../bindings/single-keys.ts';
import { indexAfter, type GridPlace } from './grid-keys.ts';

/** What the keys of the list lead to. */
interface GridActs {
  readonly place: () => GridPlace;
  readonly goTo: (index: number) => void;
  readonly open: () => void;
  readonly peek: () => void;
  /** Selects the case with the focus or lets it go; `range`: all up to it. */
  readonly select: (range: boolean) => void;
  readonly selectAll: () => void;
  /** Gives the selected cases a user. */
  readonly assign: () => void;
  /** Closes what is open beside the list, or else lets the selection go; false where there is neither. */
  readonly close: () => boolean;
}

/**
 * Hears the keys of the list. Modified keys are the app's and the system's, letters typed with AltGr stay letters, and
 * letters do nothing where shortcuts of one letter are turned off.
 */
export function useGridKeys(acts: GridActs): (event: KeyboardEvent<HTMLElement>) => void {
  const singleKeys = useSingleKeys(({ on }) => on);
  return (event) => {
    if (isSelectAll(event)) {
      event.preventDefault();
      return acts.selectAll();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!singleKeys && /^\p{L}$/u.test(event.key)) return;
    const { target } = event;
    const done =
      target instanceof HTMLElement && target.dataset['head'] ? inHead(event, target, acts) : inRows(event, acts);
    if (done) event.preventDefault();
  };
}

function isSelectAll({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'a';
}

function inRows(event: KeyboardEvent<HTMLElement>, acts: GridActs): boolean {
  const next = indexAfter(event.key, acts.place());
  // Past the box that selects all, which the left arrow leads to.
  if (next === -1) return focusHead(event.currentTarget, 1);
  if (next !== null) acts.goTo(next);
  else if (event.key === 'Enter') acts.open();
  else if (event.key === ' ') acts.peek();
  else if (event.key.toLowerCase() === 'x') acts.select(event.shiftKey);
  else if (event.key === 'u') acts.assign();
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
  return [...grid.querySelectorAll<HTMLElement>('[data-head]')];
}
