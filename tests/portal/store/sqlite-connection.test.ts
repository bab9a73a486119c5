import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isUnavailable } from '../../../portal/commands/database-trouble.ts';
import { openStore, type Store } from '../../../portal/store/open-store.ts';
import { aQuickFolder } from '../../support/quick-folder.ts';

const encryptionKey = 'one key';

describe('the connection to a SQLite file', () => {
  let folder: string;
  let store: Store;
  let other: Sqlite.Database;

  beforeEach(async () => {
    folder = aQuickFolder('connection');
    const file = join(folder, 'portal.db');
    store = await openStore({ file, encryptionKey, busyTime: 10 });
    // libsql's types know fewer settings than it takes.
    other = new Sqlite(file, { encryptionKey } as Sqlite.Options);
  });
  afterEach(async () => {
    other.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const write = (id: string, db = store.db): Promise<unknown> =>
    db.insertInto('company').values({ id, name: id, side: 'partner' }).execute();
  const written = (): readonly unknown[] => other.prepare('select id from company order by rowid').pluck().all();

  /** Somebody else commits between a transaction's read and its write. */
  async function beTooLate(): Promise<void> {
    const transaction = store.db.transaction().setAccessMode('read only');
    await transaction.execute(async (db) => {
      await db.selectFrom('company').select('id').execute();
      other.exec(`insert into company values ('of-the-other', '', 'partner')`);
      await expect(write('too-late', db)).rejects.toMatchObject({ code: 'SQLITE_BUSY_SNAPSHOT' });
      await expect(write('the-rest', db)).rejects.toMatchObject({ code: 'SQLITE_BUSY_SNAPSHOT' });
    });
  }

  test('is opened again after a statement that was busy, with its key and settings; nothing of that transaction stays', async () => {
    await expect(beTooLate()).rejects.toMatchObject({ code: 'SQLITE_BUSY_SNAPSHOT' });
    await write('afterwards');
    expect(written()).toEqual(['of-the-other', 'afterwards']);
    const orphan = { id: 'orphan', person: 'nobody', company: 'afterwards', office: null };
    await expect(store.db.insertInto('member').values(orphan).execute()).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    });
  });

  test('is opened when the file can be had again', async () => {
    await expect(beTooLate()).rejects.toThrow('locked');
    renameSync(folder, `${folder}-away`);
    const cause: unknown = await write('meanwhile').catch((thrown: unknown) => thrown);
    expect(cause).toBeInstanceOf(Error);
    expect(isUnavailable(cause)).toBe(true);
    renameSync(`${folder}-away`, folder);
    await write('afterwards');
    expect(written()).toEqual(['of-the-other', 'afterwards']);
  });

  test('writes nothing more of a transaction that SQLite has ended by itself', async () => {
    const changing = store.db.transaction().execute(async (db) => {
      await write('first', db);
      await expect(sql`insert or rollback into company values ('first', '', '')`.execute(db)).rejects.toThrow('UNIQUE');
      await write('second', db);
    });
    await expect(changing).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    await write('afterwards');
    expect(written()).toEqual(['afterwards']);
  });

  test('is free again after a stream that was broken off', async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ id: `company-${n}`, name: '', side: 'partner' as const }));
    await store.db.insertInto('company').values(many).execute();
    for await (const { id } of store.db.selectFrom('company').select('id').stream()) {
      expect(id).toMatch('company-');
      break;
    }
    other.exec(`insert into company values ('of-the-other', '', 'partner')`);
    await write('afterwards');
    expect(written().slice(300)).toEqual(['of-the-other', 'afterwards']);
  });
});
