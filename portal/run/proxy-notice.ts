import type { HttpBindings } from '@hono/node-server';
import { isLoopback } from './loopback.ts';

/** Tells the operator of a proxy by which everybody seems to come from one address. */
export interface ProxyNotice {
  readonly started: () => void;
  /** Looks at a request: one that a proxy on this machine passed on gives it away. */
  readonly see: (request: Request, bindings: Partial<HttpBindings>) => void;
}

const advice =
  'Set PORTAL_ADDRESS_HEADER to the header in which the proxy says who asks, such as x-forwarded-for: ' +
  'until then everybody seems to come from one address, and wrong passwords of one slow down all who sign in.';

/** A notice that says at most once what it says; nothing where the header is set. */
export function createProxyNotice(
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): ProxyNotice {
  let silent = Boolean(environment['PORTAL_ADDRESS_HEADER']);
  const tell = (reason: string): void => {
    if (!silent) say(`${reason} ${advice}`);
    silent = true;
  };
  return {
    started: () => {
      // It answers http alone, so that https is somebody else's before it.
      const https = environment['PORTAL_PUBLIC_URL']?.startsWith('https:') ?? false;
      if (https) tell('PORTAL_PUBLIC_URL says https, so there is a proxy before this portal server.');
    },
    see: ({ headers }, { incoming }) => {
      if (silent || !(headers.has('x-forwarded-for') || headers.has('forwarded'))) return;
      if (isLoopback(incoming?.socket.remoteAddress ?? ''))
        tell('A proxy on this machine passes requests on to this portal server.');
    },
  };
}
