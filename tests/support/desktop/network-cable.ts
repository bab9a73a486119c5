import { connect, createServer, type Socket } from 'node:net';

/** A stretch of network between an app and its portal server that can be pulled out and put back. */
export interface NetworkCable {
  readonly address: string;
  readonly pull: () => void;
  readonly plug: () => void;
  /** Another server answers at the same address from now on. */
  readonly lead: (to: string) => void;
  readonly close: () => Promise<void>;
}

/** Stands before an address; pulled, it ends what is open and takes nothing new. */
export async function networkCable(to: string): Promise<NetworkCable> {
  let end = new URL(to);
  const open = new Set<Socket>();
  let plugged = true;
  const server = createServer((near) => {
    if (!plugged) return near.destroy();
    const far = connect(Number(end.port), end.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
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
    },
    lead: (other) => {
      end = new URL(other);
      cut();
    },
    close: () =>
      new Promise((done) => {
        cut();
        server.close(() => done());
      }),
  };
}
