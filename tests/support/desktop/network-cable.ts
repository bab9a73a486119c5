import { connect, createServer, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** A stretch of network between an app and its portal server that can be pulled out and put back. */
export interface NetworkCable {
  readonly address: string;
  readonly pull: () => void;
  readonly plug: () => void;
  /** From such a request on, so many bytes go that way and no more until it is plugged; resolves when some are held back. */
  readonly hold: (way: Way, from: RegExp, bytes?: number) => Promise<void>;
  /** The requests that went in so far, as `GET /path`. */
  readonly asked: () => readonly string[];
  /** Another server answers at the same address from now on. */
  readonly lead: (to: string) => void;
  readonly close: () => Promise<void>;
}

export type Way = 'to-server' | 'to-app';

/** Stands before an address; pulled, it ends what is open and takes nothing new. */
export async function networkCable(to: string): Promise<NetworkCable> {
  let end = new URL(to);
  const open = new Set<Socket>();
  const asked: string[] = [];
  let plugged = true;
  let jam = noJam;
  const pass = (from: Socket, into: Socket, way: Way): Promise<void> =>
    // Whatever ends one side ends the other; who tells of it is the app or the portal server.
    pipeline(
      from,
      async function* (stream: AsyncIterable<Buffer>) {
        for await (const bytes of stream) {
          const requests = way === 'to-server' ? requestsIn(bytes) : [];
          asked.push(...requests);
          await jam.passes(way, requests, bytes.length);
          yield bytes;
        }
      },
      into,
    ).catch(() => void [from, into].forEach((socket) => socket.destroy()));
  const server = createServer((near) => {
    if (!plugged) return near.destroy();
    const far = connect(Number(end.port), end.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        [near, far].forEach((each) => each.destroy());
      });
    }
    void pass(near, far, 'to-server');
    void pass(far, near, 'to-app');
    return near;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The cable has no port.');
  const cut = (): void => open.forEach((socket) => socket.destroy());
  return {
    address: `http://127.0.0.1:${at.port}`,
    pull: () => {
      plugged = false;
      cut();
    },
    plug: () => {
      plugged = true;
      jam.free();
      jam = noJam;
    },
    hold: (way, from, bytes = 0) => {
      jam.free();
      jam = aJam(way, from, bytes);
      return jam.holds;
    },
    asked: () => asked,
    lead: (other) => {
      end = new URL(other);
      cut();
    },
    close: () =>
      new Promise((done) => {
        jam.free();
        cut();
        server.close(() => done());
      }),
  };
}

function requestsIn(bytes: Buffer): readonly string[] {
  const lines = bytes.toString('latin1').matchAll(/^([A-Z]+ \/\S*) HTTP\/1\.1\r$/gm);
  return [...lines].map(([, request = '']) => request);
}

interface Jam {
  /** Resolves when bytes wait at it. */
  readonly holds: Promise<void>;
  readonly free: () => void;
  readonly passes: (way: Way, requests: readonly string[], bytes: number) => Promise<void>;
}

const noJam: Jam = { holds: Promise.resolve(), free: () => undefined, passes: () => Promise.resolve() };

function aJam(way: Way, from: RegExp, left: number): Jam {
  let hold = (): void => undefined;
  let free = (): void => undefined;
  const holds = new Promise<void>((resolve) => (hold = resolve));
  const freed = new Promise<void>((resolve) => (free = resolve));
  let begun = false;
  return {
    holds,
    free: () => free(),
    passes: async (of, requests, bytes) => {
      begun ||= requests.some((request) => from.test(request));
      if (!begun || of !== way) return;
      left -= bytes;
      if (left >= 0) return;
      hold();
      await freed;
    },
  };
}
