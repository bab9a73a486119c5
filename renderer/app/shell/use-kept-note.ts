import { notifications, notificationsStore } from '@mantine/notifications';
import { useEffect } from 'react';
import { keptNote } from '../../bindings/use-issue.ts';
import { useSync } from '../../bindings/use-sync.ts';

/** The note that something waits goes once nothing waits any more; what became of it stands on the pages. */
export function useKeptNote(): void {
  const { state } = useSync();
  const waits = state.waiting > 0;
  useEffect(() => {
    if (waits) return;
    notifications.hide(keptNote);
    // What was done may still be read; it only waits no more.
    notifications.updateState(notificationsStore, (shown) =>
      shown.map((note) => (note['data-waits'] === true ? { ...note, message: null } : note)),
    );
  }, [waits]);
}
