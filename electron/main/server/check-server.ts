import { z } from 'zod';
import type { ServerCheck } from '../../../shared/contract/desk-api.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import { healthSchema } from '../../../shared/contract/session.ts';
import { requestTo } from './portal-connection.ts';
import type { PortalConnection, PortalFetch } from './portal-connection.ts';
import { troubleOf } from './server-trouble.ts';

// Loose: a later server may say more, and is then too new, not "no portal server".
const healthAnswer = z.looseObject({ ...healthSchema.shape, protocol: z.int() });

const TIMEOUT = 10_000;

export interface CheckedServer {
  readonly address: string;
  readonly connection: PortalConnection;
  /** The store known at this address; null when it is met for the first time. */
  readonly pinned: string | null;
}

/** Asks an address who it is. Another store than the one known there stops everything and asks (sync.md 25). */
export async function checkServer(fetch: PortalFetch, server: CheckedServer): Promise<ServerCheck> {
  const answer = await ask(fetch, server.connection);
  if ('ok' in answer) return answer;
  const health = healthAnswer.safeParse(answer.body);
  if (!health.success) return { ok: false, trouble: 'not-a-portal-server', detail: `status ${String(answer.status)}` };
  const { store, version, product, protocol } = health.data;
  if (protocol !== protocolVersion) {
    const trouble = protocol > protocolVersion ? 'app-too-old' : 'server-too-old';
    return { ok: false, trouble, detail: `protocol ${String(protocol)}` };
  }
  if (server.pinned !== null && server.pinned !== store) return { ok: false, trouble: 'other-store', detail: store };
  return { ok: true, address: server.address, product, version, store };
}

type Asked = ServerCheck | { readonly status: number; readonly body: unknown };

async function ask(fetch: PortalFetch, connection: PortalConnection): Promise<Asked> {
  try {
    const init = requestTo(connection, { signal: AbortSignal.timeout(TIMEOUT) }, null);
    const response = await fetch(`${connection.base}/health?protocol=${String(protocolVersion)}`, init);
    const text = await response.text();
    return { status: response.status, body: parseJson(text) };
  } catch (error) {
    return { ok: false, ...troubleOf(error) };
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
