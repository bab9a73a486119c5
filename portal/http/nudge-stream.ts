import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Caller, PortalDeps } from '../portal-deps.ts';
import { watchNudges } from '../reads/nudge-watch.ts';
import type { RouteEnv } from './routes.ts';

const beatEvery = 25_000;
const nudgeEvery = 1000;
/** So that the many who saw one case do not ask in the same moment. */
const jitter = 250;
/** Streams of one person: some computers and programs, and what was cut off and is not yet known to be gone. */
const mostOfOne = 20;
/** With so much unread nobody reads any more, and what is sent would only pile up. */
const mostUnread = 16;

const text = new TextEncoder();
const nudge = text.encode('event: nudge\ndata:\n\n');
const beat = text.encode(': beat\n\n');

/** Event streams that say nothing but "look again" (sync.md 32); each ends when its session does. */
export function createNudgeStreams(deps: PortalDeps): (context: Context<RouteEnv>) => Response {
  const open = new Map<AccountId, Set<() => void>>();
  return (context) => {
    const { caller } = context.var;
    const headers = new Headers(context.req.raw.headers);
    const isStill = async () => (await deps.accounts.authenticate(headers))?.account === caller.account;
    const body = nudgesFor({ deps, caller, isStill }, (close) => takePlace(open, caller.account, close));
    return context.body(body, 200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  };
}

interface Listener {
  readonly deps: PortalDeps;
  readonly caller: Caller;
  /** Whether the session that asked lasts. */
  readonly isStill: () => Promise<boolean>;
}

function nudgesFor(
  { deps, caller, isStill }: Listener,
  take: (close: () => void) => () => void,
): ReadableStream<Uint8Array> {
  const ends: (() => void)[] = [];
  let over = false;
  const end = (): void => {
    over = true;
    ends.splice(0).forEach((each) => each());
  };
  /** What was asked for a reader who is gone troubles nobody. */
  const tell = (fault: unknown): void => {
    if (!over) deps.onFault(fault);
  };
  return new ReadableStream(
    {
      async start(stream) {
        const close = (): void => {
          if (over) return;
          end();
          stream.close();
        };
        const send = async (bytes: Uint8Array): Promise<void> => {
          const lasts = await isStill();
          if (over) return;
          if (lasts && Number(stream.desiredSize) > 0) stream.enqueue(bytes);
          else close();
        };
        // The database may be away for a moment: the app asks by its timer anyway, and hears the next beat.
        const say = (bytes: Uint8Array): void => {
          if (!over) send(bytes).catch(tell);
        };
        const pace = paced(() => say(nudge));
        const beats = setInterval(() => say(beat), beatEvery);
        ends.push(pace.stop, () => clearInterval(beats), take(close));
        try {
          const stop = await watchNudges(deps, caller, pace.call);
          if (over) return stop();
          ends.push(stop);
          stream.enqueue(beat);
        } catch (fault) {
          tell(fault);
          close();
        }
      },
      cancel: end,
    },
    { highWaterMark: mostUnread },
  );
}

/** Of too many streams the oldest gives way: it may be one whose reader is long gone. Answers how the place is left. */
function takePlace(open: Map<AccountId, Set<() => void>>, account: AccountId, close: () => void): () => void {
  const mine = open.get(account) ?? new Set();
  const [oldest] = mine;
  if (mine.size === mostOfOne) oldest?.();
  open.set(account, mine.add(close));
  return () => {
    mine.delete(close);
    if (mine.size === 0) open.delete(account);
  };
}

/** Sends at most once a second; the last call is never lost. Measured by a clock that nobody sets. */
function paced(send: () => void): { readonly call: () => void; readonly stop: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  let last = -nudgeEvery;
  return {
    call() {
      const wait = Math.max(0, last + nudgeEvery - performance.now()) + randomInt(jitter);
      waiting ??= setTimeout(() => {
        waiting = undefined;
        last = performance.now();
        send();
      }, wait);
    },
    stop: () => clearTimeout(waiting),
  };
}
