import { useSyncExternalStore } from 'react';

const query = '(max-height: 600px)';

/** True where the window is low, as a small screen at 150 % is; the style sheets ask the same. */
export function useLowWindow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => window.matchMedia(query).matches,
  );
}
