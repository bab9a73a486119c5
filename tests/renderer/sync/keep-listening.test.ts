// @vitest-environment node
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Fetch } from '../../../renderer/portal/ask.ts';
import { createPortalClient } from '../../../renderer/portal/portal-client.ts';
import { keepListening } from '../../../renderer/sync/keep-listening.ts';
import { testAccount } from '../../support/offline/sync-lines.ts';

const beat = ': beat\n\n';
const nudge = 'event: nudge\ndata:\n\n';

/** Somebody who listens to a portal server, whose streams lie open before the test. */
function aListener() {
  const streams: { readonly say: (text: string) => void; readonly end: () => void; readonly signal: AbortSignal }[] =
    [];
  const seen = { wakes: 0, online: true };
  const fetch: Fetch = async (_, { signal }) => {
    let control: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (made) => void (control = made) });
    streams.push({
      say: (text) => control?.enqueue(new TextEncoder().encode(text)),
      end: () => control?.close(),
      signal: signal ?? AbortSignal.abort(),
    });
    return new Response(body);
  };
  const listening = keepListening({
    portal: createPortalClient({ account: testAccount, fetch }),
    wake: () => void (seen.wakes += 1),
    pause: () => 0,
    isOnline: () => seen.online,
  });
  onTestFinished(listening.stop);
  return { streams, seen, listening };
}

test('sync 32: what the stream says wakes the loop: that it is open, and each nudge; a beat does not', async () => {
  const { streams, seen, listening } = aListener();
  listening.look();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.say(beat);
  await vi.waitFor(() => expect(seen.wakes).toBe(1));
  streams[0]?.say(beat + nudge);
  await vi.waitFor(() => expect(seen.wakes).toBe(2));
  streams[0]?.say(nudge);
  await vi.waitFor(() => expect(seen.wakes).toBe(3));
  listening.look();
  expect(streams).toHaveLength(1);
});

test('sync 32: a stream that ended may have hidden a nudge: the loop looks, and listens again', async () => {
  const { streams, seen, listening } = aListener();
  listening.look();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.end();
  await vi.waitFor(() => expect(seen.wakes).toBe(1));
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  streams[1]?.say(beat);
  await vi.waitFor(() => expect(seen.wakes).toBe(2));
});

test('while the portal server is not reached no stream is held, and one is opened when it is again', async () => {
  const { streams, seen, listening } = aListener();
  listening.look();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  seen.online = false;
  listening.look();
  expect(streams[0]?.signal.aborted).toBe(true);
  seen.online = true;
  listening.look();
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  streams[1]?.say(beat);
  await vi.waitFor(() => expect(seen.wakes).toBe(1));
});
