import type { OfflineState, SyncState } from '../offline/offline-desk.ts';
import { isStuck } from '../offline/outbox-items.ts';

/** What the status line counts. */
export function countUnsent(state: OfflineState): Pick<SyncState, 'waiting' | 'attention' | 'asOf'> {
  const stuck = state.outbox.filter(isStuck);
  const waiting = state.outbox.filter((item) => item.command && (item.state === 'waiting' || item.state === 'sent'));
  // The oldest of the portals': older than that nothing on the screen is.
  const moments = state.portals.flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
  return {
    waiting: waiting.length,
    attention: stuck.length + state.refusals.length,
    asOf: moments.toSorted()[0] ?? null,
  };
}

/** What the loop has to be woken for: commands to post, and ones to cancel. */
export function newWants(state: OfflineState): ReadonlySet<string> {
  return new Set(
    state.outbox.flatMap(({ position, state: at, cancelling }) =>
      at === 'waiting' || at === 'sent' ? [`${String(position)} ${cancelling ? 'cancel' : 'post'}`] : [],
    ),
  );
}
