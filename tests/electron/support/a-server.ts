import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';

export type Answering = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A real server on loopback that answers as it is told to; gone when the test is over. */
export async function aServer(answering: Answering): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answering(request, response, Buffer.concat(parts).toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${String(address.port)}`;
}

export interface Says {
  store: string;
  password: string;
  serverTime: string;
  recovery?: string;
  /** What was asked: method, path, and the headers that may carry secrets. */
  readonly asked: { readonly line: string; readonly authorization: string | undefined; readonly body: string }[];
}

export function says(change: Partial<Says> = {}): Says {
  return { store: 'store-1', password: 'right', serverTime: '2026-03-02T08:00:00.000Z', asked: [], ...change };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

/** A server that signs in by the contract (shared/contract/session.ts), changed between requests by changing `words`. */
export function aSigningServer(words: Says): Promise<string> {
  return aServer((request, response, body) => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    words.asked.push({ line, authorization: request.headers.authorization, body });
    const { store, serverTime } = words;
    if (line === `GET /health?protocol=${String(protocolVersion)}`) {
      sendJson(response, 200, {
        product: 'partner-desk-portal',
        version: '0.1.0',
        protocol: protocolVersion,
        store,
        serverTime,
      });
      return;
    }
    if (line !== 'POST /sign-in') return sendJson(response, 200, {});
    const { email, password } = readInput(body);
    if (password !== words.password) {
      return sendJson(response, 401, { kind: 'wrong-credentials', title: 'Wrong', status: 401 });
    }
    const person = { id: email.split('@')[0], name: email, email };
    const recovery = words.recovery === undefined ? {} : { recovery: words.recovery };
    sendJson(response, 200, {
      token: `token-of-${email}`,
      expiresAt: serverTime,
      store,
      serverTime,
      person,
      ...recovery,
    });
  });
}

function readInput(body: string): { readonly email: string; readonly password: string } {
  const input: unknown = JSON.parse(body);
  const has = typeof input === 'object' && input !== null && 'email' in input && 'password' in input;
  return has ? { email: String(input.email), password: String(input.password) } : { email: '', password: '' };
}
