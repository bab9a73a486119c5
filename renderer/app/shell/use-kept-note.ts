import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { keptNote } from '../../bindings/use-issue.ts';
import { useSync } from '../../bindings/use-sync.ts';

/** The note that something waits goes once nothing waits any more; what became of it stands on the pages. */
export function useKeptNote(): void {
  const { state } = useSync();
  const waits = state.waiting > 0;
  useEffect(() => {
    if (!waits) notifications.hide(keptNote);
  }, [waits]);
}
