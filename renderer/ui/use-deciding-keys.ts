import { useRef, type KeyboardEvent } from 'react';

/**
 * Ctrl+Enter decides, from anywhere. Enter alone only once something else was done in the dialog: whoever presses it twice
 * on the button that opens it has decided nothing, also where what was typed before stands in the form again.
 */
export function useDecidingKeys() {
  const touched = useRef(false);
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter') touched.current = true;
    // A key that is held down decides once: what it would decide next has not been seen.
    else if (event.repeat) {
      if (event.ctrlKey || event.metaKey || !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
    } else if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    } else if (!touched.current && event.target instanceof HTMLInputElement) event.preventDefault();
  };
}
