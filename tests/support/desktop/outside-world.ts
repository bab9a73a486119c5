import { createServer } from 'node:net';

/** Stands where a company's proxy would: sees whatever Chromium asks outside of this computer, and answers nothing. */
export async function watchOutside() {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      asked.push(String(bytes).split('\r\n')[0] ?? '');
      socket.destroy();
    });
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the watch has no port');
  return {
    proxySwitch: `--proxy-server=http://127.0.0.1:${address.port}`,
    asked: (): readonly string[] => asked,
    close: () => server.close(),
  };
}
