import Dexie, { type Table } from 'dexie';
import type { SyncLine } from '../../../shared/contract/sync.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { toListRow, type CaseRow } from '../../../shared/domain/case/list-row.ts';
import { contentOf, pieceOf, takePiece, type CasePiece } from '../../../shared/domain/case/parts/held-case.ts';
import type { Given } from '../../../shared/domain/case/parts/part.ts';
import { eyesOf, givenFor } from '../../../shared/domain/case/parts/ties.ts';
import { packRow, unpackRow } from '../../../shared/domain/case/row-line.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { Answers } from './answers.ts';

/** A case as most apps keep it with Dexie: one record a case with all that was sent of it, its columns indexed. */
export interface CaseRecord {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly city: string;
  readonly changedAt: string;
  readonly handler: string;
  readonly piece: CasePiece;
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
  let standing: Standing | null = null;
  const givenOf = ({ ties }: CasePiece): Given => {
    const eyes = standing && eyesOf(standing);
    const given = eyes && givenFor(eyes, new Set(ties));
    if (!given) throw new Error('a case that is not seen');
    return given;
  };
  const contentIn = ({ piece }: CaseRecord): CaseContent => {
    const given = givenOf(piece);
    return contentOf(takePiece(null, piece, given), given);
  };
  return {
    sync: async (answers) => {
      for (const bytes of answers.all) {
        // A response each, as the app's own client reads them.
        const answer = parsed(await new Response(bytes).text());
        standing = answer.standing ?? standing;
        await (answer.isPage ? putWhole(database, answer) : fold(database, answer, givenOf));
      }
    },
    rows: async () => {
      const found = new Map<string, string>();
      await database.cases.each((record) => found.set(record.id, JSON.stringify(rowOf(contentIn(record)))));
      return found;
    },
    content: async (id) => {
      const record = await database.cases.get(id);
      return record ? JSON.stringify(contentIn(record)) : null;
    },
    scan: async (passes) => (await database.cases.filter(passes).toArray()).map(({ id }) => id),
    readAll: async (passes) => (await database.cases.toArray()).filter(passes).map(({ id }) => id),
    fill: async (records) => {
      await database.cases.bulkPut(records);
    },
    put: async (record) => {
      await database.cases.put(record);
    },
    messages: async (id) => ((await database.cases.get(id))?.piece.parts.chat ?? []).map(({ text }) => text),
    remove: () => database.delete(),
  };
}

/** As a row that travelled: its keys stand in that order. */
function rowOf(content: CaseContent): CaseRow {
  return unpackRow(packRow(toListRow(content)), content.case.portal);
}

/** The record of a case all of which is in this piece. */
export function recordOf(piece: CasePiece): CaseRecord {
  const { head } = piece.parts;
  if (!head) throw new Error('a piece of a case without its head');
  const { id, number, state, site, handler } = head;
  return { id, number, state, changedAt: piece.changedAt, city: site.city, handler: handler?.member ?? '', piece };
}

async function putWhole(database: CaseDatabase, { pieces }: Parsed): Promise<void> {
  await database.transaction('rw', database.cases, async () => {
    await database.cases.bulkPut(pieces.map(recordOf));
  });
}

/** What changed of a case is taken into what the record has of it. */
async function fold(database: CaseDatabase, { pieces, gone }: Parsed, givenOf: GivenOf): Promise<void> {
  await database.transaction('rw', database.cases, async () => {
    if (gone.length > 0) await database.cases.bulkDelete(gone);
    if (pieces.length === 0) return;
    const held = await database.cases.bulkGet(pieces.map((piece) => piece.case));
    await database.cases.bulkPut(
      pieces.map((piece, index) => {
        const given = givenOf(piece);
        const before = held[index] ? takePiece(null, held[index].piece, given) : null;
        return recordOf(pieceOf(piece.case, takePiece(before, piece, given)));
      }),
    );
  });
}

type GivenOf = (piece: CasePiece) => Given;

interface Parsed {
  /** Of a first sync: each piece is a whole case. */
  readonly isPage: boolean;
  readonly standing: Standing | null;
  readonly pieces: readonly CasePiece[];
  readonly gone: string[];
}

/** Only what the peer needs is parsed: not the rows line, which repeats what the pieces say. */
function parsed(answer: string): Parsed {
  const needed = ['standing', 'withdrawn', 'pieces'].map((kind) => `{"kind":"${kind}"`);
  const all = answer.split('\n');
  const lines = all.flatMap((text): readonly SyncLine[] => {
    // What the portal server wrote a moment ago.
    return needed.some((start) => text.startsWith(start)) ? [JSON.parse(text) as SyncLine] : [];
  });
  return {
    isPage: !all.some((text) => text.startsWith('{"kind":"withdrawn"')),
    standing: lines.flatMap((line) => (line.kind === 'standing' ? [line.standing] : [])).at(-1) ?? null,
    pieces: lines.flatMap((line) => (line.kind === 'pieces' ? line.pieces : [])),
    gone: lines.flatMap((line) => (line.kind === 'withdrawn' ? line.cases.map((each) => each.case) : [])),
  };
}
