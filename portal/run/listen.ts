import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** Answers a request. */
export type Fetch = (request: Request, bindings: unknown) => Response | Promise<Response>;

/** A socket that is listened on. */
export interface Listening {
  readonly port: number;
  /** Lets what is under way end, and takes nothing new. */
  readonly close: () => Promise<void>;
}

/** How long a request that is under way may hold up the end. */
const patience = 3000;

/** Listens. */
export async function listen(fetch: Fetch, host: string, port: number): Promise<Listening> {
  const answer = getRequestListener((request, bindings) => fetch(request, bindings));
  const server = createServer((request, response) => void answer(request, response));
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return {
    port: address.port,
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(late);
}
