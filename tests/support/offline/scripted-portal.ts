import type { Fetch } from '../../../renderer/portal/ask.ts';
import type { CommandOutcome } from '../../../shared/contract/commands.ts';
import type { ProblemKind } from '../../../shared/contract/problem.ts';
import { linesOf, testAccount, type Said } from './sync-lines.ts';

/** What a portal server answers, as a test says; every request is noted. */
export interface ScriptedPortal {
  readonly fetch: Fetch;
  readonly asked: string[];
  /** The commands of each post, in order. */
  readonly posts: string[][];
  /** Answers one command; a Problem or a thrown error stands for the whole batch. */
  onCommand: (command: { readonly id: string; readonly name: string }) => CommandOutcome;
  onBatch: (ids: readonly string[]) => ProblemKind | null;
  /** null: the portal server fails on it. */
  onCancel: (id: string) => CommandOutcome | null;
  onUpload: (file: string) => ProblemKind | null;
  pages: Said;
  delta: (request: { readonly named: readonly string[] }) => Said;
  onMe: () => ProblemKind | null;
  /** The portals of the person. */
  portals: readonly string[];
  onSync: (portal: string) => ProblemKind | null;
  files: Readonly<Record<string, Uint8Array>>;
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
    onCommand: ({ id }) => ({ id, kind: 'carried-out', change: (change += 1) }),
    onBatch: () => null,
    onCancel: (id) => ({ id, kind: 'cancelled', change: 1 }),
    onUpload: () => null,
    onMe: () => null,
    portals: ['nordic-portal'],
    onSync: () => null,
    pages: {},
    delta: () => ({}),
    files: {},
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
    }));
  if (route === 'commands') {
    const { commands } = body as { commands: { id: string; name: string }[] };
    portal.posts.push(commands.map(({ id }) => id));
    return problemOr(portal.onBatch(commands.map(({ id }) => id)), () => ({
      outcomes: commands.map(portal.onCommand),
      serverTime,
    }));
  }
  if (route.endsWith('/cancel')) {
    const outcome = portal.onCancel(route.split('/')[1] ?? '');
    return problemOr(outcome ? null : 'fault', () => outcome);
  }
  if (route.startsWith('files/') && init.method === 'PUT')
    return problemOr(portal.onUpload(route.split('/')[2] ?? ''), () => ({}));
  if (route.startsWith('files/')) {
    const bytes = portal.files[route.split('/')[2] ?? ''];
    return bytes ? new Response(new Uint8Array(bytes)) : problemOr('not-found', () => ({}));
  }
  const trouble = route.startsWith('sync/') ? portal.onSync(route.split('/')[1] ?? '') : null;
  if (trouble) return problemOr(trouble, () => ({}));
  if (route.endsWith('/pages')) return new Response(linesOf(portal.pages));
  if (route.endsWith('/delta')) return new Response(linesOf(portal.delta(body as { named: string[] })));
  return problemOr('not-found', () => ({}));
}

const person = { id: 'person-anna', name: 'Anna', email: 'anna@example.com' };
const serverTime = '2026-11-23T09:00:00.000Z';

function problemOr(kind: ProblemKind | null, value: () => unknown): Response {
  if (kind === null) return Response.json(value());
  const status = statuses[kind] ?? 400;
  return Response.json({ kind, title: `Problem ${kind}.`, status }, { status });
}
