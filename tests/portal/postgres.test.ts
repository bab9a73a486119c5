import pg from 'pg';
import { expect, test } from 'vitest';
import { createDatabase } from '../support/postgres.ts';

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('each test gets a real PostgreSQL database of its own', async () => {
  const [first, second] = [await createDatabase(), await createDatabase()];
  await ask(first, 'create table office (name text)');
  expect(await ask(first, "select count(*)::int as n from pg_tables where tablename = 'office'")).toEqual([{ n: 1 }]);
  expect(await ask(second, "select count(*)::int as n from pg_tables where tablename = 'office'")).toEqual([{ n: 0 }]);
});

test('a database can be copied from one that is set up already', async () => {
  const origin = await createDatabase();
  await ask(origin, 'create table office (name text)');
  await ask(origin, "insert into office values ('Uppsala')");
  const copy = await createDatabase(new URL(origin).pathname.slice(1));
  expect(await ask(copy, 'select name from office')).toEqual([{ name: 'Uppsala' }]);
});
