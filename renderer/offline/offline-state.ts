import type { PortalId } from '../../shared/domain/ids.ts';
import type { Cache } from './cache.ts';
import type { CaseIndex } from './case-index.ts';
import type { OfflineState } from './offline-desk.ts';
import { isInOutbox, type Outbox } from './outbox.ts';
import { outboxItem } from './outbox-items.ts';
import { portalState } from './portal-state.ts';
import { withWaitingMembers } from './waiting-members.ts';

export interface StateSources {
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly index: CaseIndex;
  /** The portals the account works in as the portal server said last; null before it did. */
  readonly portals: readonly PortalId[] | null;
}

/** What the screens see before anything is read. */
export const openingState: OfflineState = {
  phase: 'opening',
  portals: [],
  rows: [],
  outbox: [],
  refusals: [],
  withdrawn: [],
  notices: [],
  quarantined: 0,
  unknownRecords: 0,
  lastView: null,
};

/** Puts the state of the account together. */
export function offlineState({ cache, outbox, index, portals }: StateSources): OfflineState {
  const caches = [...cache.portals];
  const ready = portals?.length === 0 || caches.some(([, { current }]) => current !== null);
  const entries = outbox.entries();
  return {
    phase: ready ? 'ready' : 'first-sync',
    portals: caches
      .flatMap(([portal, each]) => portalState(portal, each))
      .map((state) => ({ ...state, directory: withWaitingMembers(state.directory, entries, state.portal) })),
    rows: index.rows(),
    outbox: entries.filter(isInOutbox).map((entry) => outboxItem(entry, cache, index)),
    refusals: entries.filter(({ state }) => state === 'refused').map((entry) => outboxItem(entry, cache, index)),
    withdrawn: caches
      .flatMap(([portal, { current }]) => (current?.base.withdrawn ?? []).map((each) => ({ ...each, portal })))
      .toSorted((one, other) => compare(other.at, one.at)),
    notices: caches
      .flatMap(([portal, { current }]) => (current?.base.notices ?? []).map((each) => ({ ...each, portal })))
      .toSorted((one, other) => compare(other.at, one.at)),
    quarantined: outbox.quarantined(),
    unknownRecords: outbox.unknownRecords(),
    lastView: null,
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
