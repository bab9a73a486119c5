import type { Problem } from '../../shared/contract/problem.ts';
import { rowsLeftOutHeader } from '../../shared/contract/reports.ts';
import { requestTo } from './server/portal-connection.ts';
import type { PortalConnection, PortalFetch } from './server/portal-connection.ts';
import { troubleOf } from './server/server-trouble.ts';

/** One account's way to its portal server. */
export interface ForwardRoute {
  readonly account: string;
  /** Null while the embedded server is down: nothing is sent to whoever has its port now (sync.md 26). */
  readonly connection: () => PortalConnection | null;
  readonly token: () => string | null;
  readonly fetch: PortalFetch;
  readonly workOffline: () => boolean;
  readonly sawServerTime: (said: string) => void;
}

/** What of a request goes on. No origin, cookie, referrer or authorization of the page's own making. */
const REQUEST_HEADERS = ['accept', 'accept-language', 'content-type'];
/** What of an answer comes back; lengths and encodings are the network stack's, it has already decoded the body. */
const ANSWER_HEADERS = ['date', 'retry-after', 'content-disposition', rowsLeftOutHeader];
/** An answer is read by script and never shown: anything that Chromium might run or render is made plain bytes. */
const READABLE = /^(application\/(json|problem\+json|x-ndjson)|text\/event-stream|text\/csv)\s*(;|$)/i;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export const PORTAL_PATH = '/portal/';

/** Forwards `app://desk/portal/<account>/…` to that account's pinned portal server, with its token (sync.md 26). */
export async function forward(request: Request, route: ForwardRoute): Promise<Response> {
  const url = new URL(request.url);
  const path = pathFor(url.pathname, route.account);
  // Another account's path in this account's window is as if it were not there (sync.md 25).
  if (path === null || !METHODS.includes(request.method)) return problem('not-found', 404, 'There is nothing here.');
  if (route.workOffline()) return problem('unavailable', 503, 'Working offline.', 'work-offline');
  const connection = route.connection();
  if (connection === null) return problem('unavailable', 503, 'The portal server is starting.', 'starting');
  const ending = new AbortController();
  request.signal.addEventListener('abort', () => ending.abort());
  try {
    const init = requestTo(connection, initOf(request, ending.signal), route.token());
    const answer = await route.fetch(`${connection.base}${path}${url.search}`, init);
    const date = answer.headers.get('date');
    // Only an answer to our own session says what time it is: anyone can stand in for a server that is not asked who it is.
    if (answer.ok && date !== null) route.sawServerTime(date);
    return answerOf(answer, ending);
  } catch (error) {
    const { trouble, detail } = troubleOf(error);
    return problem('unavailable', 503, 'The portal server cannot be reached.', `${trouble} ${detail}`);
  }
}

function pathFor(pathname: string, account: string): string | null {
  const start = `${PORTAL_PATH}${account}/`;
  return pathname.startsWith(start) ? `/${pathname.slice(start.length)}` : null;
}

function initOf(request: Request, signal: AbortSignal): RequestInit {
  const headers = new Headers();
  for (const name of REQUEST_HEADERS) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const { method, body } = request;
  if (body === null) return { method, headers, signal };
  // `duplex` lets an upload go on as it comes in; the browser's own type of a request does not know it.
  const upload = { method, headers, signal, body, duplex: 'half' as const };
  return upload;
}

function answerOf(answer: Response, ending: AbortController): Response {
  const headers = new Headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  for (const name of ANSWER_HEADERS) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const type = answer.headers.get('content-type') ?? '';
  headers.set('content-type', READABLE.test(type) ? type : 'application/octet-stream');
  headers.set('content-security-policy', "default-src 'none'; sandbox");
  const isStream = /^text\/event-stream/i.test(type);
  const body = isStream && answer.body !== null ? untilGivenUp(answer.body, ending) : answer.body;
  return new Response([204, 205, 304].includes(answer.status) ? null : body, { status: answer.status, headers });
}

/** A stream without end: giving it up must end the request, which Electron's own streams go on reading (seen on 33.2.1). */
function untilGivenUp(body: ReadableStream<Uint8Array>, ending: AbortController): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    pull: async (passed) => {
      const { done, value } = await reader.read();
      if (done) passed.close();
      else passed.enqueue(value);
    },
    cancel: () => ending.abort(),
  });
}

function problem(kind: Problem['kind'], status: number, title: string, detail?: string): Response {
  const body: Problem = { kind, status, title, ...(detail === undefined ? {} : { detail }) };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers });
}
