import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';

/** Servers and a proxy on loopback that a person may meet at an address with a slip. */
export interface OddServers {
  readonly hotel: string;
  readonly moved: string;
  readonly newer: string;
  readonly older: string;
  readonly selfSigned: string;
  readonly nobody: string;
  /** Lets nothing through: it asks for a sign-in. */
  readonly proxy: string;
  readonly close: () => Promise<void>;
}

export async function startOddServers(): Promise<OddServers> {
  const servers: Server[] = [];
  const at = async (server: Server): Promise<string> => {
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return `127.0.0.1:${address.port}`;
  };
  const hotel = `http://${await at(createHttp((_, answer) => answer.end('<h1>Welcome to the hotel</h1>')))}`;
  const proxy = createHttp((_, answer) => answer.writeHead(407, asksForSignIn).end());
  proxy.on('connect', refuseTunnel);
  const closed = createHttp();
  const nobody = await at(closed);
  await ended(closed);
  return {
    hotel,
    nobody: `http://${nobody}`,
    moved: `http://${await at(createHttp((_, answer) => answer.writeHead(302, { location: `${hotel}/` }).end()))}`,
    newer: `http://${await at(createHttp(speaks(protocolVersion + 1)))}`,
    older: `http://${await at(createHttp(speaks(protocolVersion - 1)))}`,
    selfSigned: `https://${await at(createHttps(selfSigned(), speaks(protocolVersion)))}`,
    proxy: await at(proxy),
    close: async () => {
      await Promise.all(servers.filter((server) => server.listening).map(ended));
    },
  };
}

const asksForSignIn = { 'proxy-authenticate': 'Basic realm="company"' };

function refuseTunnel(_: IncomingMessage, socket: Duplex): void {
  socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="company"\r\n\r\n');
}

/** A portal server of another time, as far as an app gets to know it. */
function speaks(protocol: number): RequestListener {
  const health = { product: 'partner-desk-portal', version: '9.9.9', protocol, store: 'store-odd' };
  return (_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...health, serverTime: new Date().toISOString() }));
}

function selfSigned(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, '-keyout', key, '-out', cert],
    { stdio: 'pipe' },
  );
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return pair;
}

async function ended(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
