import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLineError } from '../../../portal/run/command-line-error.ts';
import { startStandAlone } from '../../../portal/run/stand-alone.ts';
import { sqliteDialect } from '../../../portal/store/sqlite-dialect.ts';
import { aDatabaseGate } from '../../support/database-gate.ts';
import { firstRelease } from '../../support/first-release-fixture.ts';
import { engines } from '../../support/engines.ts';
import { freePort } from '../../support/postgres-cluster.ts';
import { createDatabase } from '../../support/postgres.ts';

describe('the portal server by itself', () => {
  let folder: string;
  let said: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'partner-desk-alone-'));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = (args: readonly string[], environment: Record<string, string> = {}) =>
    startStandAlone({
      arguments: [...args],
      environment,
      say: (line) => said.push(line),
      onFault: (fault) => said.push(String(fault)),
    });

  test.each(engines)(
    'says where it answers and prints the link for the first operator on $engine',
    async ({ engine }) => {
      const database: Record<string, string> =
        engine === 'postgres' ? { PORTAL_DATABASE_URL: await createDatabase() } : {};
      const args = ['--port', '0', '--data', folder];
      const server = await start(args, { ...database, PORTAL_PUBLIC_URL: 'https://portal.example/' });
      expect(said[0]).toContain(`answers at ${server?.address}`);
      const link = /https:\/\/portal\.example(\/set-up\?token=\S+)$/.exec(said[1] ?? '')?.[1] ?? '';
      expect((await fetch(`${server?.address}${link}`)).status).toBe(200);
      expect((await (await fetch(`${server?.address}/health`)).json()).product).toBe('partner-desk-portal');
      await server?.close();
      await expect(fetch(`${server?.address}/health`)).rejects.toThrow('fetch failed');
      const again = await start(args, database);
      expect(await (await fetch(`${again?.address}/health`)).json()).toHaveProperty('store');
      await again?.close();
    },
  );

  test('says how far the upgrade of an old database is, and answers then', async () => {
    await firstRelease('plain', folder);
    const server = await start(['--port', '0', '--data', folder]);
    expect(said.slice(0, 2)).toEqual([
      'The tables are being upgraded: 0 of 8 cases.',
      'The tables are being upgraded: 8 of 8 cases.',
    ]);
    expect((await fetch(`${server?.address}/health`)).status).toBe(200);
    await server?.close();
  });

  test.each([
    [['--demo', '--host', '0.0.0.0'], /known password/],
    [['--port', 'x'], /is no port/],
    [['--prot', '1'], /prot/],
  ])('says what is wrong with %j', async (args, expected) => {
    await expect(start(args)).rejects.toThrow(expected);
    await expect(start(args)).rejects.toBeInstanceOf(CommandLineError);
  });

  test('says that an address for LISTEN is none', async () => {
    await expect(start([], { PORTAL_LISTEN_URL: 'postgres://portal@database:port/portal' })).rejects.toThrow(
      'PORTAL_LISTEN_URL',
    );
  });

  test('says that its port is taken and leaves the server there alone', async () => {
    const first = await start(['--port', '0', '--data', folder]);
    const port = new URL(first?.address ?? '').port;
    const second = start(['--port', port, '--data', join(folder, 'second')]);
    await expect(second).rejects.toThrow(
      new CommandLineError(`Port ${port} on 127.0.0.1 is taken by another program: choose one with --port.`),
    );
    expect((await fetch(`${first?.address}/health`)).status).toBe(200);
    await first?.close();
  });

  test.each([
    [
      'its own address is https',
      { PORTAL_PUBLIC_URL: 'https://portal.example' },
      {},
      /proxy before.*PORTAL_ADDRESS_HEADER/,
    ],
    ['a request was passed on', {}, { 'x-forwarded-for': '192.0.2.1' }, /proxy on this machine.*PORTAL_ADDRESS_HEADER/],
    ['a request was passed on', {}, { forwarded: 'for=192.0.2.1' }, /proxy on this machine.*PORTAL_ADDRESS_HEADER/],
  ])('says once that a proxy hides who asks, where %s', async (_, environment, headers, expected) => {
    const server = await start(['--port', '0', '--data', folder], environment);
    for (let index = 0; index < 2; index += 1) await fetch(`${server?.address}/health`, { headers });
    await server?.close();
    expect(said.filter((line) => expected.test(line))).toHaveLength(1);
    said = [];
    const set = await start(['--port', '0', '--data', folder], { ...environment, PORTAL_ADDRESS_HEADER: 'x-real-ip' });
    await fetch(`${set?.address}/health`, { headers });
    await set?.close();
    expect(said.join()).not.toContain('proxy');
  });

  test('a request that no proxy passed on says nothing of one', async () => {
    const server = await start(['--port', '0', '--data', folder]);
    await fetch(`${server?.address}/health`);
    await server?.close();
    expect(said.join()).not.toContain('proxy');
  });

  test.each(engines)(
    '--restored ends every session and link once, and the store stays who it is, on $engine',
    async ({ engine }) => {
      const database: Record<string, string> =
        engine === 'postgres' ? { PORTAL_DATABASE_URL: await createDatabase() } : {};
      const args = ['--port', '0', '--data', folder];
      const password = 'a long enough password';
      const email = 'oona@example.com';
      let server = await start(args, database);
      const token = /token=(\S+)$/.exec(said[1] ?? '')?.[1] ?? '';
      const form = { token, company: 'Ops', name: 'Oona', email, password, again: password };
      await fetch(`${server?.address}/set-up`, { method: 'POST', body: new URLSearchParams(form) });
      const post = (path: string, body: unknown) =>
        fetch(`${server?.address}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const session = await (await post('/sign-in', { email, password })).json();
      const me = () => fetch(`${server?.address}/me`, { headers: { authorization: `Bearer ${session.token}` } });
      expect((await me()).status).toBe(200);
      await post('/forgot-password', { email });
      await server?.close();
      said = [];
      expect(await start([...args, '--restored'], database)).toBeNull();
      expect(said).toEqual([expect.stringContaining('1 session and 1 link were ended')]);
      server = await start(args, database);
      expect((await me()).status).toBe(401);
      const again = await (await post('/sign-in', { email, password })).json();
      expect([again.store, again.recovery]).toEqual([session.store, session.recovery]);
      await server?.close();
    },
  );

  test('--restored says that nothing was put back where there is no database, or an empty one', async () => {
    const args = ['--port', '0', '--data', folder];
    await expect(start([...args, '--restored'])).rejects.toThrow(/There is no .*portal\.db/);
    expect(existsSync(join(folder, 'portal.db'))).toBe(false);
    await (await start(args))?.close();
    await expect(start([...args, '--restored'])).rejects.toThrow(/is empty/);
  });

  test('--restored waits in words for a PostgreSQL that is not there yet', async () => {
    const gate = await aDatabaseGate(await createDatabase());
    gate.shut();
    const starting = start(['--data', folder, '--restored'], { PORTAL_DATABASE_URL: gate.url });
    const ended = starting.catch((cause: unknown) => cause);
    await expect.poll(() => said).toEqual([expect.stringContaining('The database cannot be reached: ')]);
    await gate.open();
    expect(String(await ended)).toContain('is empty');
    gate.shut();
  });

  test('--restored leaves the database of a running portal server alone', async () => {
    const args = ['--port', '0', '--data', folder];
    const server = await start(args);
    await expect(start([...args, '--restored'])).rejects.toThrow(/stop it first/);
    await server?.close();
  });

  test('seals recovery secrets with a key of its own beside the database, or with a given one', async () => {
    const args = ['--port', '0', '--data', folder];
    const startAndEnd = async (environment: Record<string, string> = {}) => (await start(args, environment))?.close();
    await startAndEnd();
    const place = join(folder, 'recovery.key');
    const key = readFileSync(place, 'utf8');
    expect(key).toMatch(/^[\w-]{43}\n$/);
    expect(statSync(place).mode & 0o777).toBe(0o600);
    await startAndEnd();
    expect(readFileSync(place, 'utf8')).toBe(key);
    await startAndEnd({ PORTAL_RECOVERY_KEY: key });
    await expect(start(args, { PORTAL_RECOVERY_KEY: 'short' })).rejects.toThrow(
      /PORTAL_RECOVERY_KEY holds no recovery/,
    );
    writeFileSync(place, '');
    await expect(start(args)).rejects.toThrow(/recovery\.key holds no recovery key/);
    rmSync(place);
    mkdirSync(place);
    await expect(start(args)).rejects.toThrow(CommandLineError);
  });

  test('says that its database is of a newer portal server, and leaves it as it is', async () => {
    const args = ['--port', '0', '--data', folder];
    await (await start(args))?.close();
    const db = new Kysely<unknown>({ dialect: sqliteDialect({ file: join(folder, 'portal.db') }) });
    const made = sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2028-01-01')`;
    await made.execute(db);
    await db.destroy();
    await expect(start(args)).rejects.toThrow('newer portal server (9999-later)');
    await expect(start(args)).rejects.toBeInstanceOf(CommandLineError);
  });

  test('tells that the key was lost, and everybody signs in', async () => {
    const args = ['--port', '0', '--data', folder, '--demo'];
    const signIn = async () => {
      said = [];
      const server = await start(args);
      const { accounts } = await (await fetch(`${server?.address}/demo-accounts`)).json();
      const { email, password } = accounts[0];
      const body = JSON.stringify({ email, password });
      const headers = { 'content-type': 'application/json' };
      const signedIn = await fetch(`${server?.address}/sign-in`, { method: 'POST', headers, body });
      await server?.close();
      return (await signedIn.json()).recovery;
    };
    const before = await signIn();
    expect(await signIn()).toBe(before);
    expect(said.join()).not.toContain('recovery');
    rmSync(join(folder, 'recovery.key'));
    expect(await signIn()).not.toBe(before);
    expect(said.join()).toMatch(/recovery secrets of 1 person were sealed with another key.*recovery\.key/);
    await signIn();
    expect(said.join()).not.toContain('recovery');
  });

  test('tells its settings by --help and starts nothing', async () => {
    expect(await start(['--help'])).toBeNull();
    expect(said[0]).toContain('PORTAL_DATABASE_URL');
  });

  test('has the demo when it is asked for, no set-up link then, and ends although somebody listens to nudges', async () => {
    const server = await start(['--port', '0', '--data', folder, '--demo']);
    expect(said).toHaveLength(1);
    const { accounts } = await (await fetch(`${server?.address}/demo-accounts`)).json();
    const signedIn = await fetch(`${server?.address}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: accounts[0].email, password: accounts[0].password }),
    });
    const { token } = await signedIn.json();
    const stream = await fetch(`${server?.address}/sync/nudges`, { headers: { authorization: `Bearer ${token}` } });
    expect(stream.status).toBe(200);
    const ended = stream.text().catch(() => 'cut');
    await server?.close();
    expect(typeof (await ended)).toBe('string');
  });

  test('answers 503 until its database is there, says so once, and then answers', async () => {
    const gate = await aDatabaseGate(await createDatabase());
    gate.shut();
    const port = await freePort();
    const starting = start(['--port', String(port), '--data', folder], { PORTAL_DATABASE_URL: gate.url });
    const asking = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status;
    await expect.poll(() => said).toHaveLength(1);
    expect(said[0]).toContain('The database cannot be reached: ');
    expect(await asking()).toBe(503);
    await gate.open();
    const server = await starting;
    expect([await asking(), said.filter((line) => line.includes('reached'))]).toEqual([200, said.slice(0, 1)]);
    await server?.close();
    gate.shut();
  });
});
