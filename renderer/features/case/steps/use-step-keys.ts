import { useEffect, useRef } from 'react';
import { useSingleKeys } from '../../../bindings/single-keys.ts';
import { hasLayer, isBusy } from '../../../ui/held-keys.ts';

type Way = 'previous' | 'next';

const single: Readonly<Record<string, Way>> = { j: 'next', k: 'previous' };
const withAlt: Readonly<Record<string, Way>> = { PageDown: 'next', PageUp: 'previous' };

/** J and K as in a list, and Alt with a page key while one types or has turned off keys of one letter. */
export function useStepKeys(step: (way: Way) => void): void {
  const singleKeys = useSingleKeys(({ on }) => on);
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const way = event.altKey
        ? !hasLayer() && withAlt[event.key]
        : singleKeys && !isBusy(event) && single[event.key.toLowerCase()];
      if (!way) return;
      event.preventDefault();
      latest.current(way);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [singleKeys]);
}
