/** `fetch` as Chromium's network stack does it: system proxy and certificates. */
export type PortalFetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where a portal server is to be reached just now. The embedded one has another port and secret at each launch. */
export interface PortalConnection {
  readonly base: string;
  /** The launch secret of the embedded server; added by main and nowhere else. */
  readonly secret: string | null;
}

/** The name of the header that carries the launch secret. */
const SECRET_HEADER = 'x-desk-launch';

/** What every request of the desk carries: no cookies, no redirect (one would carry the token elsewhere), no cache. */
export function requestTo(connection: PortalConnection, init: RequestInit, token: string | null): RequestInit {
  const headers = new Headers(init.headers);
  if (connection.secret !== null) headers.set(SECRET_HEADER, connection.secret);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers, redirect: 'error', credentials: 'omit', cache: 'no-store' };
}
