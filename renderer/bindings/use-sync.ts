import { useSyncExternalStore } from 'react';
import type { SyncState } from '../offline/offline-desk.ts';
import { useWorkplace } from './contexts.ts';

/** Where sync stands, with what can be done about it. */
export interface SyncHold {
  readonly state: SyncState;
  readonly syncNow: () => Promise<void>;
  readonly workOffline: (onPurpose: boolean) => void;
}

export function useSync(): SyncHold {
  const { sync } = useWorkplace();
  const state = useSyncExternalStore(sync.subscribe, sync.state);
  return { state, syncNow: sync.syncNow, workOffline: sync.workOffline };
}

/** True while nothing that is done reaches the portal. */
export function isOffline(state: SyncState): boolean {
  return state.reach === 'offline' || state.reach === 'on-purpose' || state.reach === 'signed-out';
}
