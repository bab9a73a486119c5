import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsOf, isRoot, underUser } from './unprivileged.ts';

export interface PostgresCluster {
  /** Of the maintenance database; append no name, use createDatabase. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What outlives no run never waits for the disk. */
export const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'jit=off'];

/** As in use: where it is measured what is written. */
export const durable = ['max_connections=300', 'jit=off'];

/** Makes and starts a PostgreSQL server in a folder of its own. PostgreSQL refuses root, so root becomes postgres. */
export async function startPostgres(settings: readonly string[] = quick): Promise<PostgresCluster> {
  const bin = binaries();
  const user = isRoot() ? 'postgres' : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-postgres-'));
  if (user) chownSync(folder, idsOf(user).uid, idsOf(user).gid);
  const cluster = join(folder, 'cluster');
  await finish(underUser(user, join(bin, 'initdb'), initArguments(cluster)));
  const port = await freePort();
  const place = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const all = [...settings, ...place].flatMap((each) => ['-c', each]);
  const server = start(underUser(user, join(bin, 'postgres'), ['-D', cluster, ...all]));
  await accepting(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function initArguments(cluster: string): readonly string[] {
  return [
    '-D',
    cluster,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
}

/** Debian keeps initdb and postgres off the PATH, one folder a version. */
function binaries(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).filter((name) => /^\d+$/.test(name)) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const bin = newest ? join(debian, newest, 'bin') : undefined;
  if (!bin || !existsSync(join(bin, 'initdb'))) {
    throw new Error('PostgreSQL is not installed: `npm test` installs it as root, else `apt-get install postgresql`');
  }
  return bin;
}

/** In the machine's own time, also where the tests are on another day: under that its timeouts never come. */
function start([program, args]: readonly [string, readonly string[]]): ChildProcess {
  const { LD_PRELOAD: _otherDay, ...env } = process.env;
  return spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', env });
}

async function finish(command: readonly [string, readonly string[]]): Promise<void> {
  const child = start(command);
  let trouble = '';
  child.stderr?.on('data', (bytes) => (trouble += String(bytes)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`initdb failed: ${trouble}`);
}

async function accepting(server: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (bytes) => {
      output += String(bytes);
      if (output.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended at its start: ${output}`)));
  });
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
