/** The row that was clicked; -1 where it was none. */
export function rowAt(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return Number(row?.dataset['index'] ?? -1);
}

export function isCheckMark(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-selects]') !== null;
}

/** True while text is marked, which is no click on what it stands in. */
export function hasMarkedText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
