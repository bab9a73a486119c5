import { useRef, type KeyboardEvent } from 'react';

/**
 * Ctrl+Enter decides, from anywhere. Enter alone only once something else was done in the dialog: whoever presses it twice
 * on the button that opens it has decided nothing, also where what was typed before stands in the form again.
 */
export function useDecidingKeys() {
  const touched = useRef(false);
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter') touched.current = true;
    else if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    } else if (!touched.current && event.target instanceof HTMLInputElement) event.preventDefault();
  };
}
