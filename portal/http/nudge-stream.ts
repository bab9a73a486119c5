import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import type { PortalDeps } from '../portal-deps.ts';
import { watchNudges } from '../reads/nudge-watch.ts';
import type { RouteEnv } from './routes.ts';

const beatEvery = 25_000;
const nudgeEvery = 1000;
/** So that the many who saw one case do not ask in the same moment. */
const jitter = 250;

const text = new TextEncoder();
const nudge = text.encode('event: nudge\ndata:\n\n');
const beat = text.encode(': beat\n\n');

/** An event stream that says nothing but "look again" (sync.md 32); it ends when the session does. */
export function nudgeStream(deps: PortalDeps, context: Context<RouteEnv>): Response {
  const { caller } = context.var;
  const headers = new Headers(context.req.raw.headers);
  const ends: (() => void)[] = [];
  let over = false;
  const end = (): void => {
    over = true;
    ends.splice(0).forEach((each) => each());
  };
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      const send = async (bytes: Uint8Array): Promise<void> => {
        const now = await deps.accounts.authenticate(headers);
        if (over) return;
        if (now?.account === caller.account) return stream.enqueue(bytes);
        end();
        stream.close();
      };
      // The database may be away for a moment: the app asks by its timer anyway, and hears the next beat.
      const say = (bytes: Uint8Array): void => void send(bytes).catch(deps.onFault);
      const pace = paced(() => say(nudge));
      const beats = setInterval(() => say(beat), beatEvery);
      ends.push(pace.stop, () => clearInterval(beats));
      const stop = await watchNudges(deps, caller, pace.call);
      if (over) return stop();
      ends.push(stop);
      stream.enqueue(beat);
    },
    cancel: end,
  });
  return context.body(body, 200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
}

/** Sends at most once a second; the last call is never lost. */
function paced(send: () => void): { readonly call: () => void; readonly stop: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  let last = 0;
  return {
    call() {
      const wait = Math.max(0, last + nudgeEvery - Date.now()) + randomInt(jitter);
      waiting ??= setTimeout(() => {
        waiting = undefined;
        last = Date.now();
        send();
      }, wait);
    },
    stop: () => clearTimeout(waiting),
  };
}
