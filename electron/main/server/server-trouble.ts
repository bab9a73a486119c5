import type { ServerTrouble } from '../../../shared/contract/desk-api.ts';

/** Chromium's net errors, by the start of their name; the first that fits counts. */
const troubles: readonly (readonly [start: string, trouble: ServerTrouble])[] = [
  ['ERR_NAME_NOT_RESOLVED', 'name-not-found'],
  ['ERR_NAME_RESOLUTION_FAILED', 'name-not-found'],
  ['ERR_DNS_', 'name-not-found'],
  ['ERR_ICANN_NAME_COLLISION', 'name-not-found'],
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ERR_NETWORK_', 'offline'],
  ['ERR_ADDRESS_UNREACHABLE', 'offline'],
  ['ERR_PROXY_', 'proxy'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['ERR_SOCKS_', 'proxy'],
  ['ERR_MANDATORY_PROXY_', 'proxy'],
  ['ERR_PAC_', 'proxy'],
  ['ERR_UNEXPECTED_PROXY_AUTH', 'proxy'],
  ['ERR_CERT', 'certificate'],
  ['ERR_SSL_', 'certificate'],
  ['ERR_BAD_SSL_', 'certificate'],
  ['ERR_TLS', 'certificate'],
  ['ERR_TIMED_OUT', 'timed-out'],
  ['ERR_CONNECTION_TIMED_OUT', 'timed-out'],
  ['ERR_CONNECTION_', 'refused'],
  // Closed without a byte: the connection broke, and who is behind it is not known.
  ['ERR_EMPTY_RESPONSE', 'refused'],
  ['ERR_INVALID_HTTP_RESPONSE', 'not-a-portal-server'],
  ['ERR_INVALID_URL', 'not-an-address'],
  ['ERR_UNSAFE_PORT', 'not-an-address'],
];

/** What a failed request means to the user, and the code for whoever helps them. */
export function troubleOf(error: unknown): { readonly trouble: ServerTrouble; readonly detail: string } {
  if (error instanceof Error && error.name === 'TimeoutError') return { trouble: 'timed-out', detail: 'TimeoutError' };
  const text = error instanceof Error ? error.message : '';
  // Electron's words when a redirect was met where none may be followed.
  if (/redirect/i.test(text)) return { trouble: 'not-a-portal-server', detail: 'redirect' };
  const code = /ERR_[A-Z0-9_]+/.exec(text)?.[0];
  if (code === undefined) return { trouble: 'refused', detail: error instanceof Error ? error.name : 'unknown' };
  return { trouble: troubles.find(([start]) => code.startsWith(start))?.[1] ?? 'refused', detail: code };
}
