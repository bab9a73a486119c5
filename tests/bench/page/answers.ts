import type { Fetch } from '../../../renderer/portal/ask.ts';
import { deltaRequestSchema } from '../../../shared/contract/sync.ts';

/** Answers of the portal server that have arrived: their bytes lie in memory. */
export interface Answers {
  /** What the portal server said about the portal, in the order it came. */
  readonly all: readonly Uint8Array<ArrayBuffer>[];
  /** Gives the app's own client the bytes it asks for. */
  readonly fetch: Fetch;
}

/** Fetches recorded answers from the program that drives the bench. */
export async function loadAnswers(asked: readonly string[], folder: string): Promise<Answers> {
  const byAsked = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [index, each] of asked.entries()) {
    const response = await fetch(`/answers/${folder}/${index}`);
    if (!response.ok) throw new Error(`no recorded answer ${folder}/${index}`);
    byAsked.set(each, new Uint8Array(await response.arrayBuffer()));
  }
  return {
    all: [...byAsked].flatMap(([each, bytes]) => (each === 'me' ? [] : [bytes])),
    fetch: async (path, init) => {
      const bytes = byAsked.get(askedIn(path, init));
      return bytes ? new Response(bytes) : new Response(null, { status: 404 });
    },
  };
}

function askedIn(path: string, init: RequestInit): string {
  const url = new URL(path, location.href);
  if (url.pathname.endsWith('/me')) return 'me';
  if (url.pathname.endsWith('/pages')) return `pages ${url.searchParams.get('after') ?? ''}`;
  const { cursor, after } = deltaRequestSchema.parse(JSON.parse(String(init.body)));
  return `delta ${cursor.number} ${after}`;
}
