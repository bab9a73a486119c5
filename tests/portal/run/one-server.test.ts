import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Sqlite from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { createEmbeddedServer } from '../../../portal/run/embedded.ts';
import { CommandLineError } from '../../../portal/run/command-line-error.ts';
import { DatabaseInUse, holdDatabase } from '../../../portal/run/hold-database.ts';
import { startStandAlone } from '../../../portal/run/stand-alone.ts';
import { isRoot } from '../../support/unprivileged.ts';

const script = new URL('../../support/held-database-process.ts', import.meta.url).pathname;

test('a second portal server on a SQLite file is refused in words; killed, the first is in nobody’s way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-one-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'portal.db');
  const first = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void first.kill());
  const store = String((await once(first.stdout, 'data'))[0]).trim();

  const commandLine = ['--port', '0', '--data', folder];
  const start = () =>
    startStandAlone({ arguments: commandLine, environment: {}, say: () => undefined, onFault: () => undefined });
  await expect(start()).rejects.toThrow(
    new CommandLineError('Another portal server is using portal.db: stop it first or choose another --data.'),
  );
  const linked = join(folder, 'linked');
  mkdirSync(linked);
  symlinkSync(file, join(linked, 'portal.db'));
  expect(() => holdDatabase(join(linked, 'portal.db'))).toThrow(DatabaseInUse);
  const embedded = createEmbeddedServer(() => undefined);
  const where = { folder, mailFolder: join(folder, 'mail') };
  const { ino } = statSync(file);
  for (const message of [
    { kind: 'open', ...where, secret: 's'.repeat(40), encryptionKey: 'k'.repeat(43), demo: true },
    { kind: 'delete', ...where },
  ]) {
    const detail = 'Another portal server is using portal.db: stop it first.';
    expect(await embedded.hear(message)).toEqual({ kind: 'failed', detail });
  }
  expect(statSync(file).ino).toBe(ino);
  const backup = join(folder, 'backup.db');
  new Sqlite(file).exec(`vacuum into '${backup}'`);
  expect(new Sqlite(backup).prepare('select id from store').pluck().all()).toEqual([store]);

  first.kill('SIGKILL');
  await once(first, 'exit');
  const next = await start();
  expect((await (await fetch(`${next?.address}/health`)).json()).store).toBe(store);
  await next?.close();
  expect(readdirSync(folder).filter((name) => name.includes('-lock'))).toEqual(['portal.db-lock']);
  expect(statSync(`${file}-lock`).size).toBe(0);
});

test('a lock that may only be read keeps nobody away: the start says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-one-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  chmodSync(folder, 0o755);
  const file = join(folder, 'portal.db');
  writeFileSync(`${file}-lock`, '', { mode: 0o444 });
  const user = isRoot() ? ['nobody'] : [];
  const start = spawn(process.execPath, [script, file, ...user], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [said] = await Promise.all([text(start.stderr), once(start, 'exit')]);
  expect(said).toContain(`${file}-lock has to be a file that this user may write`);
});

test('a folder whose name looks like an address is a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-one-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  const named = 'file:portal?mode=memory';
  const commandLine = ['--port', '0', '--data', named];
  const server = await startStandAlone({
    arguments: commandLine,
    environment: {},
    say: () => undefined,
    onFault: () => undefined,
  });
  await server?.close();
  expect(readdirSync(join(folder, named))).toContain('portal.db');
});
