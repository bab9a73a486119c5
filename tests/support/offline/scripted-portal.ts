import type { Fetch } from '../../../renderer/portal/ask.ts';
import type { CommandOutcome } from '../../../shared/contract/outcomes.ts';
import type { OutcomeOne } from '../../../shared/contract/protocol-one.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import type { ProblemKind } from '../../../shared/contract/problem.ts';
import type { DeltaRequest } from '../../../shared/contract/sync.ts';
import { linesOf, testAccount, type Said } from './sync-lines.ts';

/** What a portal server answers, as a test says; every request is noted. */
export interface ScriptedPortal {
  readonly fetch: Fetch;
  readonly asked: string[];
  /** The commands of each post, in order. */
  readonly posts: string[][];
  /** The same commands as they came. */
  readonly bodies: unknown[];
  /** Answers one command; a Problem or a thrown error stands for the whole batch. */
  onCommand: (command: { readonly id: string; readonly name: string }) => OutcomeOne;
  onBatch: (ids: readonly string[]) => ProblemKind | null;
  /** null: the portal server fails on it. */
  onCancel: (id: string) => OutcomeOne | null;
  onUpload: (file: string) => ProblemKind | null;
  pages: Said;
  delta: (request: DeltaRequest) => Said;
  onMe: () => ProblemKind | null;
  /** The version of the wire that it says it speaks; null: it is 0.1.0 and says nothing of it. */
  speaks: number | null;
  /** The portals of the person. */
  portals: readonly string[];
  onSync: (portal: string) => ProblemKind | null;
  files: Readonly<Record<string, Uint8Array>>;
  /** The items of price lists, by list. */
  prices: Readonly<Record<string, string>>;
}

const statuses: Partial<Record<ProblemKind, number>> = {
  'session-ended': 401,
  fault: 500,
  unavailable: 503,
  'too-large': 413,
};

export function aScriptedPortal(): ScriptedPortal {
  let change = 0;
  const portal: ScriptedPortal = {
    asked: [],
    posts: [],
    bodies: [],
    onCommand: ({ id }) => ({ id, kind: 'carried-out', change: (change += 1) }),
    onBatch: () => null,
    onCancel: (id) => ({ id, kind: 'cancelled', change: 1 }),
    onUpload: () => null,
    onMe: () => null,
    speaks: protocolVersion,
    portals: ['nordic-portal'],
    onSync: () => null,
    pages: {},
    delta: () => ({}),
    files: {},
    prices: {},
    fetch: async (path, init) => {
      const [, , , ...rest] = path.split('?')[0]?.split('/') ?? [];
      const route = rest.join('/');
      portal.asked.push(`${init.method ?? 'GET'} ${route}`);
      return answer(portal, route, init);
    },
  };
  return portal;
}

function answer(portal: ScriptedPortal, route: string, init: RequestInit): Response {
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
  if (route === 'me')
    return problemOr(portal.onMe(), () => ({
      account: testAccount,
      person,
      portals: portal.portals.map((id) => ({ id, name: id })),
      serverTime,
      ...(portal.speaks === null ? {} : { protocol: portal.speaks }),
    }));
  if (route === 'commands') {
    const { commands } = body as { commands: { id: string; name: string }[] };
    portal.posts.push(commands.map(({ id }) => id));
    portal.bodies.push(...commands);
    return problemOr(portal.onBatch(commands.map(({ id }) => id)), () => ({
      outcomes: commands.map(portal.onCommand).map(asSaidNow),
      serverTime,
    }));
  }
  if (route.endsWith('/cancel')) {
    const outcome = portal.onCancel(route.split('/')[1] ?? '');
    return problemOr(outcome ? null : 'fault', () => outcome && asSaidNow(outcome));
  }
  if (route.startsWith('files/') && init.method === 'PUT')
    return problemOr(portal.onUpload(route.split('/')[2] ?? ''), () => ({}));
  if (route.startsWith('files/')) {
    const bytes = portal.files[route.split('/')[2] ?? ''];
    return bytes ? new Response(new Uint8Array(bytes)) : problemOr('not-found', () => ({}));
  }
  if (route.endsWith('/items')) {
    const items = portal.prices[route.split('/').at(-2) ?? ''];
    return items === undefined ? problemOr('not-found', () => ({})) : new Response(items);
  }
  const trouble = route.startsWith('sync/') ? portal.onSync(route.split('/')[1] ?? '') : null;
  if (trouble) return problemOr(trouble, () => ({}));
  if (route.endsWith('/pages')) return new Response(linesOf(portal.pages));
  if (route.endsWith('/delta')) return new Response(linesOf(portal.delta(body as DeltaRequest)));
  return problemOr('not-found', () => ({}));
}

/** A test says what became of a command in one word; it has one item. */
function asSaidNow(outcome: OutcomeOne): CommandOutcome {
  const { id, kind } = outcome;
  if (kind === 'carried-out')
    return { id, kind: 'decided', change: outcome.change, items: [{ item: null, kind: 'carried-out' }] };
  if (kind !== 'refused') return outcome;
  const { change, refusal } = outcome;
  return { id, kind: 'decided', change, items: [{ item: null, kind: 'refused', refusal }] };
}

const person = { id: 'person-anna', name: 'Anna', email: 'anna@example.com' };
const serverTime = '2026-11-23T09:00:00.000Z';

function problemOr(kind: ProblemKind | null, value: () => unknown): Response {
  if (kind === null) return Response.json(value());
  const status = statuses[kind] ?? 400;
  return Response.json({ kind, title: `Problem ${kind}.`, status }, { status });
}
