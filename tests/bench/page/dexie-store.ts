import Dexie, { type Table } from 'dexie';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import type { SyncLine } from '../../../shared/contract/sync.ts';
import type { Answers } from './answers.ts';

/** A case as most apps keep it with Dexie: one record a case, its columns indexed. */
export interface CaseRecord extends CaseContent {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly city: string;
  readonly changedAt: string;
  readonly handler: string;
}

class CaseDatabase extends Dexie {
  readonly cases: Table<CaseRecord, string>;

  constructor(name: string) {
    // Durability as Dexie and Chromium choose it: relaxed. In clear: the peer pays for no encryption.
    super(name);
    this.version(1).stores({ cases: 'id, number, state, city, changedAt, handler' });
    this.cases = this.table('cases');
  }
}

/** The peer: Dexie, a record a case, five secondary indexes. */
export interface DexieStore {
  /** Parses every answer and writes it, one transaction an answer. */
  readonly sync: (answers: Answers) => Promise<void>;
  readonly rows: () => Promise<ReadonlyMap<string, string>>;
  readonly content: (id: string) => Promise<string | null>;
  /** A scan by cursor, as `filter` does it. */
  readonly scan: (passes: (record: CaseRecord) => boolean) => Promise<readonly string[]>;
  /** All records at once, then filtered: faster where memory allows. */
  readonly readAll: (passes: (record: CaseRecord) => boolean) => Promise<readonly string[]>;
  readonly fill: (records: readonly CaseRecord[]) => Promise<void>;
  readonly put: (record: CaseRecord) => Promise<void>;
  readonly messages: (id: string) => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

export function createDexieStore(name: string): DexieStore {
  const database = new CaseDatabase(name);
  return {
    sync: async (answers) => {
      // A response each, as the app's own client reads them.
      for (const bytes of answers.all) await store(database, parsed(await new Response(bytes).text()));
    },
    rows: async () => {
      const found = new Map<string, string>();
      await database.cases.each((record) => found.set(record.id, JSON.stringify(toListRow(record))));
      return found;
    },
    content: async (id) => {
      const record = await database.cases.get(id);
      return record ? JSON.stringify({ case: record.case, chat: record.chat, log: record.log }) : null;
    },
    scan: async (passes) => (await database.cases.filter(passes).toArray()).map(({ id }) => id),
    readAll: async (passes) => (await database.cases.toArray()).filter(passes).map(({ id }) => id),
    fill: (records) => store(database, { records, gone: [] }),
    put: async (record) => {
      await database.cases.put(record);
    },
    messages: async (id) => ((await database.cases.get(id))?.chat ?? []).map(({ text }) => text),
    remove: () => database.delete(),
  };
}

export function recordOf(content: CaseContent): CaseRecord {
  const { id, number, state, changedAt, site, handler } = content.case;
  return { ...content, id, number, state, changedAt, city: site.city, handler: handler?.member ?? '' };
}

async function store(database: CaseDatabase, { records, gone }: Parsed): Promise<void> {
  await database.transaction('rw', database.cases, async () => {
    if (gone.length > 0) await database.cases.bulkDelete(gone);
    if (records.length > 0) await database.cases.bulkPut(records);
  });
}

interface Parsed {
  readonly records: readonly CaseRecord[];
  readonly gone: string[];
}

/** Only what the peer needs is parsed: not the rows line, which repeats what the contents say. */
function parsed(answer: string): Parsed {
  const gone: string[] = [];
  const records: CaseRecord[] = [];
  for (const text of answer.split('\n')) {
    if (text.startsWith('{"kind":"chunk"')) for (const content of contentsIn(text)) records.push(recordOf(content));
    if (text.startsWith('{"kind":"withdrawn"')) gone.push(...withdrawnIn(text));
  }
  return { records, gone };
}

function contentsIn(text: string): readonly CaseContent[] {
  const line = JSON.parse(text) as SyncLine; // what the portal server wrote a moment ago
  return line.kind === 'chunk' ? line.contents : [];
}

function withdrawnIn(text: string): readonly string[] {
  const line = JSON.parse(text) as SyncLine; // what the portal server wrote a moment ago
  return line.kind === 'withdrawn' ? line.cases.map((each) => each.case) : [];
}
