import type { CaseKey, DeskApi } from '../../shared/contract/desk-api.ts';
import type { OfflineDesk } from '../offline/offline-desk.ts';
import type { SyncFeed } from '../offline/sync-feed.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import type { NoticeWords } from './tell.ts';

export interface SyncLoopDeps {
  readonly offline: OfflineDesk;
  readonly feed: Promise<SyncFeed>;
  readonly portal: PortalClient;
  readonly desk: Pick<DeskApi, 'files' | 'notify' | 'setBadge'>;
  readonly noticeWords: NoticeWords;
  /** The user chose to work offline before. */
  readonly workOffline?: boolean;
  /** Calls back when it is worth looking: focus, a network that came back. Answers a function that stops it. */
  readonly wakes?: (wake: () => void) => () => void;
  /** True for a case that its reader wants offline. */
  readonly isKept?: (key: CaseKey) => boolean;
  /** Somebody has the window before them. */
  readonly isWatched?: () => boolean;
  /** false: rounds only by `syncNow` (tests that drive it step by step). */
  readonly automatic?: boolean;
  readonly random?: () => number;
  /** Milliseconds before the n-th next try of a command or a round, `most` at most. */
  readonly pause?: (tries: number, most?: number) => number;
}
