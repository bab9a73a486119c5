import { useSettings } from './use-settings.ts';
import { useSync } from './use-sync.ts';

/** The switch to work offline on purpose: kept in the settings, so that it is so after the next start too. */
export function useWorkOffline(): readonly [boolean, (onPurpose: boolean) => void] {
  const { workOffline } = useSync();
  const { settings, change } = useSettings();
  const set = (onPurpose: boolean) => {
    workOffline(onPurpose);
    void change({ workOffline: onPurpose });
  };
  return [settings.workOffline, set];
}
