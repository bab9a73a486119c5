import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../../../portal/store/engine.ts';
import { migrationsFor } from '../../../portal/store/migrations.ts';
import { openStore, type StoreAddress } from '../../../portal/store/open-store.ts';
import { usualPatience } from '../../../portal/store/patience.ts';
import { postgresDialect } from '../../../portal/store/postgres-dialect.ts';
import { sqliteDialect } from '../../../portal/store/sqlite-dialect.ts';
import { engines } from '../../support/engines.ts';
import { firstRelease } from '../../support/first-release-fixture.ts';
import { aQuickFolder } from '../../support/quick-folder.ts';
import { isRoot } from '../../support/unprivileged.ts';

type AnyTables = Record<string, Record<string, unknown>>;

const script = new URL('../../support/upgrade-process.ts', import.meta.url).pathname;
const times = 30;
const cases = 8 * (times + 1);

function raw(address: StoreAddress): Kysely<AnyTables> {
  const dialect = 'url' in address ? postgresDialect(address.url, usualPatience) : sqliteDialect(address);
  return new Kysely<AnyTables>({ dialect });
}

/** What 0.1.0 left, each case many times, so that the upgrade takes a while. */
async function aBigOne(engine: Engine, folder: string): Promise<StoreAddress> {
  const { address } = await firstRelease(engine === 'postgres' ? 'postgres' : 'plain', folder);
  const db = raw(address);
  const numbers = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(times)})`;
  const renamed = sql`replace(aggregate, '"id":"' || id || '"', '"id":"' || id || '-' || i || '"')`;
  await db.transaction().execute(async (all) => {
    await sql`insert into entry (portal, case_id, seq, kind, body, change)
      ${numbers} select portal, case_id || '-' || i, seq, kind, body, change from entry, n`.execute(all);
    await sql`insert into case_view (portal, audience, case_id, gained, changed, changed_at, number, row, body)
      ${numbers} select portal, audience, case_id || '-' || i, gained, changed, changed_at, number, row, body
      from case_view, n`.execute(all);
    await sql`insert into case_file (portal, id, number, claim_number, state, version, aggregate)
      ${numbers} select portal, id || '-' || i, number || '-' || i, claim_number, state, version, ${renamed}
      from case_file, n`.execute(all);
  });
  await db.destroy();
  return address;
}

/** Every row of every table, whichever tables there are, but when a migration was made, and what it marked its change with. */
async function everything(db: Kysely<never> | Kysely<AnyTables>): Promise<unknown> {
  const tables = await db.introspection.getTables();
  const found = new Map<string, unknown>();
  for (const { name } of tables.filter((table) => !table.name.startsWith('kysely'))) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    const lasting = name === 'change_mark' ? rows.map(({ mark: _, at: __, ...row }) => row) : rows;
    found.set(name, lasting.map((row) => JSON.stringify(row)).sort());
  }
  return found;
}

async function everythingIn(address: StoreAddress): Promise<unknown> {
  const db = raw(address);
  try {
    return await everything(db);
  } finally {
    await db.destroy();
  }
}

async function upgradedIn(address: StoreAddress): Promise<unknown> {
  await (await openStore(address)).close();
  return everythingIn(address);
}

/** The copy is called by what the upgrade leads to. */
const copyName = `portal.db.before-${Object.keys(migrationsFor('sqlite')).at(-1) ?? ''}`;

describe.each(engines)('an upgrade of $engine', ({ engine }) => {
  let folder: string;
  let whole: unknown;
  beforeAll(async () => {
    folder = aQuickFolder('broken-off');
    whole = await upgradedIn(await aBigOne(engine, folder));
    return () => rmSync(folder, { recursive: true });
  });

  test('that is killed leaves the old database, and the next one finds nothing lost', async () => {
    const own = join(folder, 'killed');
    mkdirSync(own);
    const address = await aBigOne(engine, own);
    const before = await everythingIn(address);
    for (const killAt of ['0', '200', String(cases)]) {
      expect(await killed(address, killAt)).toBe('SIGKILL');
      expect(await everythingIn(address)).toEqual(before);
    }
    // PostgreSQL makes no copy in which it could be killed.
    const half = join(own, `${copyName}.unfinished`);
    expect(await killed(address, '100', () => existsSync(half))).toBe('SIGKILL');
    expect(await everythingIn(address)).toEqual(before);
    expect(await killed(address, 'opened')).toBe('SIGKILL');
    expect(await upgradedIn(address)).toEqual(whole);
    const left = readdirSync(own).filter((name) => name.includes('before'));
    expect(left).toEqual(engine === 'sqlite' ? [copyName] : []);
  });
});

/** How a process ended that upgrades and is killed at a point of its own, or as soon as something is so. */
async function killed(address: StoreAddress, killAt: string, when?: () => boolean): Promise<string | null> {
  const child = spawn(process.execPath, [script, JSON.stringify(address), killAt], { stdio: 'inherit' });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  while (when && child.exitCode === null && child.signalCode === null && !when()) await wait(0);
  if (when) child.kill('SIGKILL');
  const [, signal] = await ended;
  return signal;
}

describe('an upgrade of a file without room', () => {
  test('for its copy leaves the database as it was, and nothing beside it', async () => {
    const folder = aQuickFolder('no-copy');
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const address = (await aBigOne('sqlite', folder)) as { file: string };
    const before = await everythingIn(address);
    // A file of the process may have half the size that the copy needs.
    const blocks = Math.floor(statSync(address.file).size / 1024 / 2);
    const limited = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const child = spawnSync('bash', ['-c', limited, process.execPath, script, JSON.stringify(address)]);
    expect(`${child.status} ${child.stderr.toString()}`).toMatch(/^1 .*could not be opened/);
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
    expect(await everythingIn(address)).toEqual(before);
    expect(await upgradedIn(address)).not.toEqual(before);
  });

  // Only root may mount a disk that is small enough.
  test.runIf(isRoot())(
    'says how much is needed, at the begin and half way, and is made once there is room',
    async () => {
      const folder = aQuickFolder('full');
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder]);
      onTestFinished(() => {
        // A connection of libsql ends with its last statement, whenever that is collected.
        spawnSync('umount', ['--lazy', folder]);
        rmSync(folder, { recursive: true });
      });
      const address = (await aBigOne('sqlite', folder)) as { file: string };
      const before = await everythingIn(address);
      const hog = join(folder, 'hog');
      const fill = (): void => {
        for (const bytes of [1_048_576, 4096])
          expect(() => {
            for (;;) writeFileSync(hog, Buffer.alloc(bytes), { flag: 'a' });
          }).toThrow('ENOSPC');
      };
      const words = { cause: { name: 'NoRoomToUpgrade', message: expect.stringMatching(/about \d+ MB are needed/) } };

      fill();
      await expect(openStore(address)).rejects.toMatchObject(words);
      rmSync(hog);
      await expect(openStore(address, ({ done }) => void (done === 200 && fill()))).rejects.toMatchObject(words);
      expect(readdirSync(folder)).toContain('hog');
      expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
      expect(statSync(`${address.file}-wal`).size).toBe(0);
      expect(await everythingIn(address)).toEqual(before);
      rmSync(hog);
      expect(await upgradedIn(address)).not.toEqual(before);
    },
  );
});
