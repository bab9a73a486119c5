// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createPortalClient, type PortalClient } from '../../../renderer/portal/portal-client.ts';
import { aContent } from '../../support/builders.ts';
import { toldOf } from '../../support/offline/pieces.ts';
import { linesOf, testAccount, type Said } from '../../support/offline/sync-lines.ts';

const portal = 'nordic-portal';

function answering(...responses: readonly (() => Response)[]): PortalClient {
  let next = 0;
  return createPortalClient({
    account: testAccount,
    fetch: async () => {
      const response = responses[Math.min(next, responses.length - 1)];
      next += 1;
      if (!response) throw new Error('no answer');
      return response();
    },
  });
}

const cutAt = (said: Said, share: number) => (): Response => {
  const bytes = new TextEncoder().encode(linesOf(said));
  return new Response(bytes.subarray(0, Math.floor(bytes.length * share)));
};

/** The same bytes in pieces of so many, as a network gives them. */
const inPieces = (text: string, size: number) => (): Response => {
  const bytes = new TextEncoder().encode(text);
  let from = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(from, from + size));
      from += size;
    },
  });
  return new Response(stream);
};

describe('sync answers', () => {
  const cases = [
    aContent({ id: 'a', damage: { cause: 'Väta', lossDate: '2026-11-01', description: '' } }),
    aContent({ id: 'b' }),
  ];

  test.each([1, 7, 64, 1_000_000])('are read line by line from pieces of %i bytes', async (size) => {
    const answer = await answering(inPieces(linesOf({ cases, chunkSize: 1 }), size)).pages(portal, '');
    expect(answer).toMatchObject({
      kind: 'ok',
      value: { next: null, more: false, serverTime: '2026-11-23T09:00:00.000Z' },
    });
    if (answer.kind !== 'ok') return;
    expect(answer.value.rows.map(([row, line, place]) => [row.id, row.cause, line, place])).toEqual([
      ['a', 'Väta', 0, 0],
      ['b', 'Stream or river overflow', 1, 0],
    ]);
    expect(answer.value.pieces.map((line) => JSON.parse(new TextDecoder().decode(line)))).toEqual(
      cases.map((content) => ({ kind: 'pieces', pieces: [toldOf(content).piece] })),
    );
  });

  test.each([0.01, 0.2, 0.5, 0.8, 0.97])(
    'cut after %f of their bytes are thrown away, as a broken connection',
    async (share) => {
      const answer = await answering(cutAt({ cases }, share)).pages(portal, '');
      expect(answer).toMatchObject({ kind: 'unreachable', why: 'cut-off' });
    },
  );

  test('cut within any line they are a broken connection, never somebody else who answers', async () => {
    const whole = new TextEncoder().encode(linesOf({ cases })).length;
    for (let at = 1; at < whole - 1; at += 7) {
      const answer = await answering(cutAt({ cases }, at / whole)).pages(portal, '');
      expect(answer).toMatchObject({ kind: 'unreachable', why: 'cut-off' });
    }
    const half = await answering(() => new Response('{"account":"store-1.pers')).me();
    expect(half).toMatchObject({ kind: 'unreachable', why: 'cut-off' });
    const page = await answering(() => new Response('<html>Sign in to the hotel')).me();
    expect(page).toMatchObject({ kind: 'unreachable', why: 'garbled' });
  });

  test.each([
    ['another account', { account: 'store-1.person-bertil' }, { kind: 'problem', problem: { kind: 'other-account' } }],
    ['another portal', { portal: 'southern-portal' }, { kind: 'unreachable', why: 'garbled' }],
  ])('for %s are not taken', async (_whose, said, expected) => {
    expect(await answering(() => new Response(linesOf(said))).pages(portal, '')).toMatchObject(expected);
  });

  test.each([
    ['no JSON', 'hello\n'],
    ['a page of a hotel', '<html>Welcome</html>'],
    ['nothing', ''],
    ['no head', linesOf({}).split('\n').slice(1).join('\n')],
    ['a row without its piece', linesOf({ cases }).replaceAll('{"kind":"pieces"', '{"kind":"other"')],
    ['a directory that is none', linesOf({ directoryChange: {} }).replace('"offices":[]', '"offices":1')],
    ['own commands that are none', linesOf({ own: [] }).replace('"commands":[]', '"commands":1')],
    ['a line after the end', `${linesOf({})}${linesOf({})}`],
    ['rows that are none', linesOf({}).replace('"rows":[]', '"rows":[1]')],
  ])('with %s are no answer', async (_what, text) => {
    expect((await answering(() => new Response(text)).pages(portal, '')).kind).toBe('unreachable');
  });
});

describe('trouble', () => {
  test('a Problem comes back as a value, with how long to wait', async () => {
    const body = { kind: 'slow-down', title: 'Wait.', status: 429 };
    const answer = await answering(() => Response.json(body, { status: 429, headers: { 'retry-after': '7' } })).me();
    expect(answer).toEqual({ kind: 'problem', problem: body, retryAfterSeconds: 7 });
  });

  test.each([
    // A portal server says why; whoever guards the way to it is no reason to sign in again.
    [401, { kind: 'unreachable', why: 'garbled' }],
    [407, { kind: 'unreachable', why: 'garbled' }],
    [413, { kind: 'problem', problem: { kind: 'too-large' } }],
    [429, { kind: 'unreachable', why: 'garbled', retryAfterSeconds: 20 }],
    [502, { kind: 'unreachable', why: 'network', retryAfterSeconds: 20 }],
    [404, { kind: 'unreachable', why: 'garbled' }],
  ])('status %i without a Problem is told apart', async (status, expected) => {
    expect(
      await answering(() => new Response('<html>', { status, headers: { 'retry-after': '20' } })).me(),
    ).toMatchObject(expected);
  });

  test('a network that fails is a value', async () => {
    const client = createPortalClient({ account: testAccount, fetch: () => Promise.reject(new TypeError('no route')) });
    expect(await client.me()).toEqual({ kind: 'unreachable', why: 'network', detail: 'no route' });
  });

  test('somebody else signed in is a Problem, not an empty account', async () => {
    const person = { id: 'p', name: 'P', email: 'p@example.com' };
    const me = { account: 'store-1.person-p', person, portals: [], serverTime: '2026-11-23T09:00:00.000Z' };
    expect(await answering(() => Response.json(me)).me()).toMatchObject({ problem: { kind: 'other-account' } });
  });
});

test('everything is asked below the own origin and the account', async () => {
  const asked: string[] = [];
  const client = createPortalClient({
    account: testAccount,
    fetch: async (path, init) => {
      asked.push(`${init.method ?? 'GET'} ${path}`);
      return new Response('{}', { status: 503 });
    },
  });
  await client.me();
  await client.delta(portal, { cursor: { number: 1, mark: 'm' }, named: [] });
  await client.downloadFile(portal, 'file-1');
  await client.cancel({ portal, id: 'id-1' });
  expect(asked).toEqual([
    `GET /portal/${testAccount}/me?protocol=2`,
    `POST /portal/${testAccount}/sync/${portal}/delta`,
    `GET /portal/${testAccount}/files/${portal}/file-1`,
    `POST /portal/${testAccount}/commands/id-1/cancel`,
  ]);
});

test('nudges are heard, beats are not, and the first line says that the stream is open', async () => {
  let heard = 0;
  const text = ': beat\n\nevent: nudge\ndata:\n\n: beat\n\nevent: nudge\ndata:\n\n';
  const answer = await answering(inPieces(text, 5)).nudges(() => (heard += 1), new AbortController().signal);
  expect(answer).toEqual({ kind: 'ok', value: 'ended' });
  expect(heard).toBe(3);
});
