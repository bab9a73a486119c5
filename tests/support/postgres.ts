import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** An empty database on the run's own PostgreSQL server (or a copy of another one), and its address. */
export async function createDatabase(template = 'template1'): Promise<string> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  return new URL(`/${name}`, server).href;
}

/** Drops a database of createDatabase's, whoever is still connected. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(inject('postgresUrl'), `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
