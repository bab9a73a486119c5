import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { addCases, saveCase } from '../../../portal/commands/save-case.ts';
import { loadCase } from '../../../portal/commands/case-content.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { applyNetwork } from '../../../portal/network/apply-network.ts';
import { networkSchema } from '../../../portal/network/network-document.ts';
import type { Caller, ChangeDeps } from '../../../portal/portal-deps.ts';
import { readDelta } from '../../../portal/reads/delta.ts';
import { readMe } from '../../../portal/reads/me.ts';
import { readNetwork, type Network } from '../../../portal/reads/network.ts';
import { readPage } from '../../../portal/reads/pages.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { tailLineSchema, type Cursor } from '../../../shared/contract/sync.ts';
import { benchCase, changedCase, movedCase, type CaseSize } from './bench-cases.ts';
import { benchNetwork, benchPortal, readerMember } from './bench-network.ts';

/** One answer as it crosses the wire: what was asked, and the bytes. */
export interface RecordedAnswer {
  /** `me`, `pages <after>` or `delta <number>`. */
  readonly asked: string;
  readonly bytes: Uint8Array;
}

export interface BenchPortal {
  /** Where its database lies, as the portal server names it. */
  readonly folder: string;
  readonly account: string;
  readonly cases: number;
  /** Bytes of a case's content on the wire, on average. */
  readonly bytesACase: number;
  /** Every answer of a first sync: the pages, and the delta after them. */
  readonly firstSync: () => Promise<readonly RecordedAnswer[]>;
  /** Changes so many cases, takes so many away, and gives the answers that tell it. */
  readonly nextDelta: (size: {
    readonly changed: number;
    readonly removed: number;
  }) => Promise<readonly RecordedAnswer[]>;
  readonly close: () => Promise<void>;
}

interface Open {
  readonly deps: ChangeDeps;
  readonly caller: Caller;
}

const pageSize = 1000;
const deltaSize = 500;

/** A real store with real cases in it, read as the portal server's own routes read it. */
export async function openBenchPortal(count: number, size: CaseSize, passwordHash?: string): Promise<BenchPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-portal-'));
  const store = await openStore({ file: join(folder, 'portal.db') });
  const deps: ChangeDeps = {
    store,
    now: () => new Date().toISOString(),
    newId: uuidv7,
    mark: () => randomBytes(8).toString('hex'),
    publicUrl: () => 'https://portal.example',
  };
  const applied = await applyNetwork(deps, { network: networkSchema.parse(benchNetwork), passwordHash });
  if (!applied.ok) throw new Error(`the network does not fit together: ${JSON.stringify(applied.faults)}`);
  let held = await fill(deps, count, size);
  const { person } = await store.db
    .selectFrom('member')
    .select('person')
    .where('id', '=', readerMember)
    .executeTakeFirstOrThrow();
  const open: Open = { deps, caller: { person, account: `${store.storeId}.${person}` } };
  let round = 0;
  let cursor = 0;
  return {
    folder,
    account: open.caller.account,
    cases: count,
    bytesACase: await bytesACase(open),
    firstSync: async () => {
      const answers = await firstSync(open);
      cursor = await numberNow(deps);
      return answers;
    },
    nextDelta: async ({ changed, removed }) => {
      round += 1;
      held = await change(deps, held, { round, changed, removed });
      const answers = [await me(open), ...(await deltas(open, cursor))];
      cursor = await numberNow(deps);
      return answers;
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answers the ids of all cases, in the order of their numbers: the reader has every one. */
async function fill(deps: ChangeDeps, count: number, size: CaseSize): Promise<readonly string[]> {
  const today = deps.now();
  const ids: string[] = [];
  for (let from = 0; from < count; from += 1000) {
    const contents = Array.from({ length: Math.min(1000, count - from) }, (_, n) => benchCase(from + n, size, today));
    await inChange(deps, benchPortal, async (made) => {
      await addCases(made, await networkNow(deps, made.db), contents);
    });
    ids.push(...contents.map((content) => content.case.id));
  }
  return ids;
}

async function networkNow(deps: ChangeDeps, db: ChangeDeps['store']['db']): Promise<Network> {
  const network = await readNetwork({ store: deps.store, db }, benchPortal);
  if (!network) throw new Error('the portal is not there');
  return network;
}

interface Round {
  readonly round: number;
  readonly changed: number;
  readonly removed: number;
}

/** Each case in a change of its own, as people make them, spread over all that the reader has; answers which are left. */
async function change(
  deps: ChangeDeps,
  held: readonly string[],
  { round, changed, removed }: Round,
): Promise<readonly string[]> {
  const step = Math.floor(held.length / (changed + removed));
  if (step === 0) throw new Error('fewer cases than are to be changed');
  const chosen = Array.from({ length: changed + removed }, (_, n) => held[(n * step + round) % held.length] ?? '');
  const every = Math.floor(chosen.length / removed);
  const gone = new Set<string>();
  for (const [n, id] of chosen.entries()) {
    const leaves = n % every === 0 && n / every < removed;
    if (leaves) gone.add(id);
    await inChange(deps, benchPortal, async (made) => {
      const before = await loadCase(made.db, benchPortal, id);
      if (!before) throw new Error('a case that is not there');
      const { after, chat } = changedCase(before.case, round, made.at);
      const save = leaves ? { after: movedCase(before.case, made.at), chat: [] } : { after, chat };
      await saveCase(made, await networkNow(deps, made.db), { before, ...save, log: [] });
    });
  }
  return held.filter((id) => !gone.has(id));
}

async function firstSync({ deps, caller }: Open): Promise<readonly RecordedAnswer[]> {
  const answers: RecordedAnswer[] = [await me({ deps, caller })];
  for (let after: string | null = ''; after !== null;) {
    const asked: string = after;
    const lines = await readPage(deps, caller, { portal: benchPortal, after: asked, limit: pageSize });
    answers.push(recorded(`pages ${asked}`, lines));
    after = tailOf(lines).next;
  }
  return [...answers, ...(await deltas({ deps, caller }, await numberNow(deps)))];
}

async function me({ deps, caller }: Open): Promise<RecordedAnswer> {
  return { asked: 'me', bytes: new TextEncoder().encode(JSON.stringify(await readMe(deps, caller))) };
}

async function deltas({ deps, caller }: Open, since: number): Promise<readonly RecordedAnswer[]> {
  const answers: RecordedAnswer[] = [];
  const { mark } = await deps.store.db
    .selectFrom('change_mark')
    .select('mark')
    .where('portal', '=', benchPortal)
    .where('number', '=', since)
    .executeTakeFirstOrThrow();
  const asked = { portal: benchPortal, cursor: { number: since, mark }, named: [], limit: deltaSize };
  for (let [after, upTo, more]: [string, Cursor | null, boolean] = ['', null, true]; more;) {
    const lines = await readDelta(deps, caller, { ...asked, after, upTo });
    answers.push(recorded(`delta ${since} ${after}`, lines));
    const tail = tailOf(lines);
    [after, upTo, more] = [tail.next ?? '', tail.cursor, tail.more];
  }
  return answers;
}

/** The lines joined as the route joins them. */
function recorded(asked: string, lines: readonly string[] | null): RecordedAnswer {
  return { asked, bytes: new TextEncoder().encode(`${(lines ?? []).join('\n')}\n`) };
}

function tailOf(lines: readonly string[] | null) {
  return tailLineSchema.parse(JSON.parse(lines?.at(-1) ?? 'null'));
}

async function numberNow(deps: ChangeDeps): Promise<number> {
  const { number } = await deps.store.db
    .selectFrom('portal_counter')
    .select('number')
    .where('portal', '=', benchPortal)
    .executeTakeFirstOrThrow();
  return number;
}

/** Of the first page: what is neither told once nor a list row. */
async function bytesACase({ deps, caller }: Open): Promise<number> {
  const lines = (await readPage(deps, caller, { portal: benchPortal, after: '', limit: pageSize })) ?? [];
  const rows = lines.findIndex((line) => line.startsWith('{"kind":"rows"'));
  const cases = (JSON.parse(lines[rows] ?? 'null') as { readonly rows: readonly unknown[] }).rows.length;
  const bytes = lines.slice(rows + 1, -1).reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  return Math.round(bytes / cases);
}
