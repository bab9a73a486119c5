import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { OfflineState } from '../../offline/offline-desk.ts';

interface WithdrawnSeen {
  /** The newest withdrawal that was dismissed; a moment only, so that nothing of a case lies in the page's storage. */
  readonly until: string;
  readonly dismiss: (until: string) => void;
}

/** Up to when the user has dismissed what was withdrawn; kept, or each start would tell it again. */
export const useWithdrawnSeen = create<WithdrawnSeen>()(
  persist((set) => ({ until: '', dismiss: (until) => set({ until }) }), { name: 'withdrawn-seen' }),
);

/** What was withdrawn and not dismissed, in the insurer's portal that is looked at. */
export function toTell(
  withdrawn: OfflineState['withdrawn'],
  until: string,
  portal: string | null,
): OfflineState['withdrawn'] {
  return withdrawn.filter((each) => each.at > until && (portal === null || each.portal === portal));
}
