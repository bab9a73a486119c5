import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import pg from 'pg';
import { carryOut } from '../../portal/commands/carry-out.ts';
import { networkNow } from '../../portal/commands/directory-change.ts';
import { inChange } from '../../portal/commands/in-change.ts';
import { addCases } from '../../portal/commands/save-case.ts';
import { applyNetwork } from '../../portal/network/apply-network.ts';
import { networkSchema } from '../../portal/network/network-document.ts';
import type { Caller, ChangeDeps } from '../../portal/portal-deps.ts';
import { readDelta } from '../../portal/reads/delta.ts';
import { readPage } from '../../portal/reads/pages.ts';
import { openStore, type Store, type StoreAddress } from '../../portal/store/open-store.ts';
import { readIssued } from '../../shared/contract/protocol-one.ts';
import { tailLineSchema, type Cursor } from '../../shared/contract/sync.ts';
import { aContent } from '../support/builders.ts';
import { manyMembers } from '../support/many-members.ts';
import { startPostgres } from '../support/postgres-cluster.ts';
import { issued, type BenchCommand } from './support/bench-commands.ts';
import { readOptions } from './support/options.ts';
import { runPairs, type Pair } from './support/pairs.ts';
import { report, tellMachine } from './support/report.ts';

const portal = 'nordic-portal';
const sizes = { small: 200, large: 20_000 };
const changesARound = 10;
const most = 2000;

// G2: a member is changed, and somebody writes a line of chat next, in a portal of 20,000 members against one of 200;
// and what each other desk downloads for it.
const { pairs } = readOptions();
await tellMachine();
const folder = mkdtempSync(join(tmpdir(), 'bench-directory-'));
const cluster = await startPostgres();
try {
  const engines: readonly (readonly [string, (size: number) => Promise<StoreAddress>])[] = [
    ['SQLite', async (size) => ({ file: join(folder, `portal-${size}.db`) })],
    ['PostgreSQL', async (size) => ({ url: await aDatabase(cluster.url, `members_${size}`) })],
  ];
  for (const [engine, addressFor] of engines) {
    const small = await openPortal(await addressFor(sizes.small), sizes.small);
    const large = await openPortal(await addressFor(sizes.large), sizes.large);
    try {
      await compare(engine, small, large);
    } finally {
      await small.store.close();
      await large.store.close();
    }
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function aDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return new URL(`/${name}`, server).href;
}

interface Bench {
  readonly store: Store;
  /** Changes some members, and each time writes a line of chat next: milliseconds of both. */
  readonly round: (round: number) => Promise<{ readonly changes: number; readonly chats: number }>;
  /** Bytes of one other desk's delta for one changed member. */
  readonly deltaBytes: () => Promise<number>;
}

async function compare(engine: string, small: Bench, large: Bench): Promise<void> {
  const chats: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  const side = (bench: Bench, kept: number[]) => async (round: number) => {
    const took = await bench.round(round);
    kept.push(took.chats);
    return took.changes;
  };
  const changes = await runPairs({
    pairs,
    ours: side(large, chats.ours),
    peer: side(small, chats.peer),
    check: async () => undefined,
  });
  const next = chats.ours.map((ours, round): Pair => ({ ours, peer: chats.peer[round] ?? 0 })).slice(1);
  const bytes = await large.deltaBytes();
  const goal = { kind: 'at-most', times: 1.5 } as const;
  const told = [{ what: `another desk downloads ${bytes} bytes, at most ${most}`, met: bytes <= most }];
  report([
    { figure: `G2 ${engine}: ${changesARound} members changed, 20,000 : 200`, pairs: changes, goal, also: told },
    { figure: `G2 ${engine}: the next chat command each, 20,000 : 200`, pairs: next, goal },
  ]);
}

async function openPortal(address: StoreAddress, size: number): Promise<Bench> {
  const store = await openStore(address);
  const deps: ChangeDeps = {
    store,
    now: () => new Date().toISOString(),
    newId: uuidv7,
    mark: uuidv7,
    publicUrl: () => 'https://portal.example',
  };
  const applied = await applyNetwork(deps, { network: networkSchema.parse(manyMembers(size)) });
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults.slice(0, 5)));
  await inChange(deps, portal, async (change) => addCases(change, await networkNow(change), [aContent()]));
  const [bertil, birgit] = [await callerOf(store, 'bertil'), await callerOf(store, 'birgit')];
  let changed = 0;
  const changeMember = async (): Promise<number> => {
    const member = `member-${(changed * 7919) % size}`;
    changed += 1;
    return carriedOut(deps, bertil, {
      subject: { kind: 'member', id: member },
      name: 'change-member',
      input: { budgetPermission: true },
    });
  };
  const writeChat = (): Promise<number> =>
    carriedOut(deps, bertil, {
      subject: { kind: 'case', id: 'case-1' },
      name: 'write-chat',
      input: { text: 'The dryers stand in the cellar.' },
    });
  return {
    store,
    async round() {
      const took = { changes: 0, chats: 0 };
      for (let time = 0; time < changesARound; time += 1) {
        took.changes += await changeMember();
        took.chats += await writeChat();
      }
      return took;
    },
    async deltaBytes() {
      const cursor = await cursorNow(deps, birgit);
      await changeMember();
      const lines = await readDelta(deps, birgit, { portal, cursor, after: '', upTo: null, named: [], limit: 500 });
      if (!lines?.some((line) => line.includes('"whole":false'))) throw new Error('the directory was not told');
      return Buffer.byteLength(lines.map((line) => `${line}\n`).join(''));
    },
  };
}

async function callerOf(store: Store, member: string): Promise<Caller> {
  const { person } = await store.db
    .selectFrom('member')
    .select('person')
    .where('id', '=', member)
    .executeTakeFirstOrThrow();
  return { person, account: `${store.storeId}.${person}` };
}

async function cursorNow(deps: ChangeDeps, caller: Caller): Promise<Cursor> {
  const page = await readPage(deps, caller, { portal, after: '', limit: 1 });
  return tailLineSchema.parse(JSON.parse(page?.at(-1) ?? '')).cursor;
}

/** Milliseconds until a command was carried out. */
async function carriedOut(deps: ChangeDeps, caller: Caller, command: BenchCommand): Promise<number> {
  const asSent = issued(command, { account: caller.account, portal });
  const read = readIssued(asSent);
  if (!read.success) throw read.error;
  const began = performance.now();
  const outcome = await carryOut(deps, caller, { ...read.data, asSent });
  const took = performance.now() - began;
  const done = outcome.kind === 'decided' && outcome.items.every(({ kind }) => kind === 'carried-out');
  if (!done) throw new Error(`was not carried out: ${JSON.stringify(outcome)}`);
  return took;
}
