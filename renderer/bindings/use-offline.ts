import { useSyncExternalStore } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { OfflineState } from '../offline/offline-desk.ts';
import { useWorkplace } from './contexts.ts';

/** Part of the offline state; the component renders again only when that part changed (compared one level deep). */
export function useOffline<Part>(select: (state: OfflineState) => Part): Part {
  const { offline } = useWorkplace();
  // A selector that builds an object would else give a new one at each look and never come to rest.
  const part = useShallow(select);
  return useSyncExternalStore(offline.subscribe, () => part(offline.state()));
}

/**
 * All rows: the same array until one changed. Comparing ten thousand of them with those before, as `useOffline` would,
 * takes longer than painting what changed.
 */
export function useRows(): OfflineState['rows'] {
  const { offline } = useWorkplace();
  return useSyncExternalStore(offline.subscribe, () => offline.state().rows);
}
