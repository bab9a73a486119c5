import { sql } from 'kysely';
import type { TiedTo } from '../../shared/domain/case/parts/ties.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Store } from '../store/open-store.ts';
import { listenLink } from './listen-link.ts';

/** Whom a change concerns: those with a tie to what changed, or everybody in the portal. */
export type Touched = ReadonlySet<TiedTo | 'everybody'>;

/** Tells the servers on one database that somebody has something to fetch, without saying what (sync.md 32). */
export interface Nudges {
  readonly nudge: (portal: PortalId, touched: Touched) => void;
  /** Listens until the answered function is called. */
  readonly listen: (listener: NudgeListener) => () => void;
  /** Calls back when nudges turn out not to come through from other servers, once until they do again. */
  readonly onSilence: (tell: () => void) => void;
  /** True while nudges of other servers were found not to come through. */
  readonly isSilent: () => boolean;
}

/** Called with what was touched in a portal. */
export type NudgeListener = (portal: PortalId, touched: Touched) => void;

const hubs = new WeakMap<Store, Nudges>();

/** The nudges of a database; on PostgreSQL they reach every server on it. */
export function nudgesOf(store: Store): Nudges {
  const known = hubs.get(store);
  if (known) return known;
  const made = store.url === null ? localNudges() : sharedNudges(store, store.url);
  hubs.set(store, made);
  return made;
}

function localNudges(): Nudges {
  const listeners = new Set<NudgeListener>();
  return {
    nudge: (portal, touched) => listeners.forEach((listener) => listener(portal, touched)),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSilence: () => undefined,
    isSilent: () => false,
  };
}

const channel = 'portal_nudge';
const gather = 50;
/** PostgreSQL takes 8,000 bytes; above that everybody is nudged, which is harmless. */
const longest = 7000;

/** Gathered for a moment, so that a batch of commands is one NOTIFY; a lost one is made good by the app's timer. */
function sharedNudges(store: Store, url: string): Nudges {
  const local = localNudges();
  const waiting = new Map<PortalId, Set<TiedTo | 'everybody'>>();
  const notify = (to: string, payload: string) => sql`select pg_notify(${to}, ${payload})`.execute(store.db);
  const link = listenLink({
    url,
    channel,
    echoWait: store.patience?.echo ?? 0,
    notify,
    onPayload: (payload) => {
      // Our own NOTIFY, below.
      const { portal, touched } = JSON.parse(payload) as Payload;
      local.nudge(portal, new Set(touched));
    },
  });
  const send = async (): Promise<void> => {
    const batch = [...waiting];
    waiting.clear();
    for (const [portal, touched] of batch) {
      const whole = JSON.stringify({ portal, touched: [...touched] });
      const payload = whole.length < longest ? whole : JSON.stringify({ portal, touched: ['everybody'] });
      await notify(channel, payload).catch(() => undefined);
    }
  };
  return {
    nudge(portal, touched) {
      if (waiting.size === 0) setTimeout(() => void send(), gather).unref();
      waiting.set(portal, new Set([...(waiting.get(portal) ?? []), ...touched]));
    },
    listen(listener) {
      const stop = local.listen(listener);
      link.use();
      return () => {
        stop();
        link.leave();
      };
    },
    onSilence: link.onSilence,
    isSilent: link.isSilent,
  };
}

interface Payload {
  readonly portal: PortalId;
  readonly touched: readonly (TiedTo | 'everybody')[];
}
