import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A socket on which the lines of a request's head were sent, and what follows them. */
export async function beginRequest(port: number, head: readonly string[], body = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write([...head, 'Connection: close', '', body].join('\r\n'));
  return socket;
}

/** What comes back on a socket until the other end closes it. */
export async function answerOn(socket: Socket): Promise<{ readonly status: number; readonly whole: string }> {
  const whole = await text(socket);
  return { status: Number(whole.split(' ')[1]), whole };
}
