import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../../portal/store/migrate.ts';
import { migrationsFor } from '../../../portal/store/migrations.ts';
import { usualPatience } from '../../../portal/store/patience.ts';
import { postgresDialect } from '../../../portal/store/postgres-dialect.ts';
import { sqliteDialect } from '../../../portal/store/sqlite-dialect.ts';
import type { Tables } from '../../../portal/store/tables.ts';
import type { Engine } from '../../../portal/store/engine.ts';
import { engines } from '../../support/engines.ts';
import { createDatabase } from '../../support/postgres.ts';
import { aQuickFolder } from '../../support/quick-folder.ts';

/** A database that nothing was done to yet. */
async function aDatabase(engine: Engine): Promise<Kysely<Tables>> {
  const folder = aQuickFolder('migrate');
  const dialect =
    engine === 'postgres'
      ? postgresDialect(await createDatabase(), usualPatience)
      : sqliteDialect({ file: join(folder, 'portal.db') });
  const db = new Kysely<Tables>({ dialect });
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });
  return db;
}

/** Two more migrations, the last of which breaks off half way. */
function withMore(engine: Engine, breakOff: () => void) {
  return {
    ...migrationsFor(engine),
    '9998-fine': { up: async (db: Kysely<unknown>) => db.schema.createTable('fine').addColumn('id', 'text').execute() },
    '9999-mended': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.createTable('half').addColumn('id', 'text').execute();
        await db.schema.alterTable('company').addColumn('half', 'text').execute();
        await sql`update company set half = 'made'`.execute(db);
        breakOff();
      },
    },
  };
}

function breakOff(): never {
  throw new Error('half way');
}

/** Every table with its columns, and what the companies are. */
async function all(db: Kysely<Tables>) {
  const tables = await db.introspection.getTables();
  const companies = await db.selectFrom('company').selectAll().execute();
  return { tables: tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]), companies };
}

test.each(engines)('migrations that break off leave nothing, mended they are made on $engine', async ({ engine }) => {
  const db = await aDatabase(engine);
  await expect(migrate(db, withMore(engine, breakOff))).rejects.toThrow('could not be made');
  expect(await db.introspection.getTables()).toEqual([]);

  await migrate(db, migrationsFor(engine));
  await db.insertInto('company').values({ id: 'c', name: 'C', side: 'partner' }).execute();
  const before = await all(db);
  await expect(migrate(db, withMore(engine, breakOff))).rejects.toThrow('could not be made');
  expect(await all(db)).toEqual(before);

  await migrate(
    db,
    withMore(engine, () => undefined),
  );
  const { tables, companies } = await all(db);
  expect(tables.map(([name]) => name)).toEqual(expect.arrayContaining(['fine', 'half']));
  expect(companies).toEqual([{ id: 'c', name: 'C', side: 'partner', half: 'made' }]);
});
