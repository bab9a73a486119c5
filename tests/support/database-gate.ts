import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { freePort } from './postgres-cluster.ts';

/** A way to a PostgreSQL server that a test can shut. */
export interface DatabaseGate {
  /** The database's address through the gate. */
  readonly url: string;
  /** Cuts every connection and refuses new ones, as a server that is gone does. */
  readonly shut: () => void;
  /** Is there again, at the same address. */
  readonly open: () => Promise<void>;
}

/** Opens a gate; `silent` swallows notifications, as a pooler does that lends a connection for a transaction only. */
export async function aDatabaseGate(url: string, { silent = false } = {}): Promise<DatabaseGate> {
  const behind = new URL(url);
  const port = await freePort();
  const through = new URL(url);
  through.port = String(port);
  const sockets = new Set<Socket>();
  let server: Server | undefined;

  function join(client: Socket): void {
    const database = connect(Number(behind.port), behind.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [client, database].forEach((each) => each.destroy()));
    }
    client.pipe(database);
    (silent ? database.pipe(withoutNotifications()) : database).pipe(client);
  }

  const gate = {
    url: through.href,
    shut() {
      server?.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    async open() {
      server = createServer(join).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
  await gate.open();
  return gate;
}

const kindAndLength = 5;
const notification = 'A'.charCodeAt(0);

/** PostgreSQL's messages: a letter, a length that counts itself, and the rest. */
function withoutNotifications(): Transform {
  let bytes = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= kindAndLength && bytes.length > bytes.readUInt32BE(1)) {
        const end = 1 + bytes.readUInt32BE(1);
        if (bytes[0] !== notification) this.push(bytes.subarray(0, end));
        bytes = bytes.subarray(end);
      }
      done();
    },
  });
}
