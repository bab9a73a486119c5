import pg from 'pg';
import { sql } from 'kysely';
import type { Audience } from '../../shared/domain/case/audiences.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Store } from '../store/open-store.ts';

/** Whom a change concerns: audiences, or everybody in the portal. */
export type Touched = ReadonlySet<Audience | 'everybody'>;

/** Tells the servers on one database that somebody has something to fetch, without saying what (sync.md 32). */
export interface Nudges {
  readonly nudge: (portal: PortalId, touched: Touched) => void;
  /** Listens until the answered function is called. */
  readonly listen: (listener: NudgeListener) => () => void;
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
  };
}

const channel = 'portal_nudge';
const gather = 50;
/** PostgreSQL takes 8,000 bytes; above that everybody is nudged, which is harmless. */
const longest = 7000;

/** Gathered for a moment, so that a batch of commands is one NOTIFY; a lost one is made good by the app's timer. */
function sharedNudges(store: Store, url: string): Nudges {
  const local = localNudges();
  const waiting = new Map<PortalId, Set<Audience | 'everybody'>>();
  const link = listenLink(url, (payload) => local.nudge(payload.portal, new Set(payload.touched)));
  const send = async (): Promise<void> => {
    const batch = [...waiting];
    waiting.clear();
    for (const [portal, touched] of batch) {
      const whole = JSON.stringify({ portal, touched: [...touched] });
      const payload = whole.length < longest ? whole : JSON.stringify({ portal, touched: ['everybody'] });
      await sql`select pg_notify(${channel}, ${payload})`.execute(store.db).catch(() => undefined);
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
  };
}

interface Payload {
  readonly portal: PortalId;
  readonly touched: readonly (Audience | 'everybody')[];
}

/** One connection that LISTENs while anybody listens, and comes back by itself when it was cut. */
function listenLink(url: string, onPayload: (payload: Payload) => void): { use(): void; leave(): void } {
  let users = 0;
  let client: pg.Client | null = null;
  const open = async (): Promise<void> => {
    const made = new pg.Client({ connectionString: url });
    client = made;
    made.on('notification', ({ payload }) => payload && onPayload(JSON.parse(payload) as Payload)); // our own NOTIFY
    made.on('error', () => again(made));
    made.on('end', () => again(made));
    try {
      await made.connect();
      await made.query(`listen ${channel}`);
    } catch {
      again(made);
    }
  };
  const again = (lost: pg.Client): void => {
    if (client !== lost) return;
    client = null;
    setTimeout(() => users > 0 && client === null && void open(), 1000).unref();
  };
  return {
    use() {
      users += 1;
      if (users === 1 && client === null) void open();
    },
    leave() {
      users -= 1;
      if (users > 0 || client === null) return;
      const last = client;
      client = null;
      void last.end().catch(() => undefined);
    },
  };
}
