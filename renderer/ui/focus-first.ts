/** A ref for the one field that a window or a form begins with. */
export function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}
