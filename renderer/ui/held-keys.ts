/** True while somebody types, or a layer is open: a key of one letter is theirs. */
export function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const types = target?.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]');
  return Boolean(types) || hasLayer();
}

/** True while a dialog lies above the page. */
export function hasLayer(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
