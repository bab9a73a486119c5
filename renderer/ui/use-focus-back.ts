import { useEffect, useState } from 'react';

/** For a dialog that is there only while it is open: the focus goes back to where it was, or to the page where that has gone. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Once the dialog has left, and never away from where the focus has been put meanwhile.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const there = before?.isConnected ? before : document.querySelector('main');
        if (there instanceof HTMLElement) there.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
