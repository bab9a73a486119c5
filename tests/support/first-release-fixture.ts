import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import type { StoreAddress } from '../../portal/store/open-store.ts';
import type { Command } from '../../shared/contract/commands.ts';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import { createDatabase } from './postgres.ts';

const folder = new URL('../portal/store/fixtures/0.1.0/', import.meta.url).pathname;

/** The databases that 0.1.0 made (fixtures/0.1.0/README.md). */
export const fixtures = ['plain', 'sealed', 'postgres'] as const;

/** One of them. */
export type Fixture = (typeof fixtures)[number];

/** What 0.1.0 answered of it before it was stopped. */
export interface Expected {
  readonly storeId: string;
  /** How many rows some tables had. */
  readonly counts: Readonly<Record<'mail' | 'notice' | 'stored_file' | 'outcome', number>>;
  /** When it was stopped. */
  readonly at: string;
  readonly asked: {
    readonly commands: readonly Command[];
    readonly outcomes: readonly {
      readonly id: string;
      readonly kind: string;
      readonly change: number;
      readonly refusal?: object;
    }[];
  };
  readonly people: Readonly<Record<string, Person>>;
}

/** Who was signed in, and the first pages of his or her portals. */
export interface Person {
  readonly account: string;
  readonly authorization: string;
  readonly portals: Readonly<Record<string, Shown>>;
}

/** What the first pages of a portal showed. */
export interface Shown {
  readonly reading: Readonly<Record<string, number>>;
  readonly rows: readonly CaseRow[];
  readonly contents: Readonly<Record<string, CaseContent>>;
}

/** A fresh copy of a fixture, its file in the folder, and what 0.1.0 answered of it. */
export async function firstRelease(
  fixture: Fixture,
  into: string,
): Promise<{ readonly address: StoreAddress; readonly expected: Expected }> {
  const address = await (fixture === 'postgres' ? restored() : unpacked(fixture, into));
  // Written by 0.1.0's own types, which are these where they are looked at.
  const expected = JSON.parse(unzipped(`${fixture}.json`).toString()) as Expected;
  return { address, expected };
}

function unpacked(fixture: Exclude<Fixture, 'postgres'>, into: string): StoreAddress {
  const file = join(into, 'portal.db');
  writeFileSync(file, unzipped(`${fixture}.db`));
  return fixture === 'sealed' ? { file, encryptionKey: 'the key of the fixture' } : { file };
}

async function restored(): Promise<StoreAddress> {
  const url = await createDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(unzipped('postgres.sql').toString());
  } finally {
    await client.end();
  }
  return { url };
}

function unzipped(name: string): Buffer {
  return gunzipSync(readFileSync(join(folder, `${name}.gz`)));
}
