import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { fitsPassword, hashPassword } from '../../../portal/accounts/password-hash.ts';

test('while hashes are made, one by one, everybody else is served', async () => {
  // The first one loads what makes them, and the process is idle meanwhile.
  const first = await hashPassword('a long password');
  let accepted = 0;
  const server = createServer(() => (accepted += 1)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  // Node takes one new connection in a turn of its event loop.
  const sockets: readonly Socket[] = Array.from({ length: 30 }, () => connect(address.port, '127.0.0.1'));
  await Promise.all(Array.from({ length: 6 }, () => fitsPassword('another long password', first)));
  expect(accepted).toBe(30);
  for (const socket of sockets) socket.destroy();
  server.close();
  expect(await fitsPassword('a long password', first)).toBe(true);
  expect(await fitsPassword('another long password', first)).toBe(false);
});
