import type { z } from 'zod';
import type { pageQuerySchema } from '../../shared/contract/sync.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Caller } from '../portal-deps.ts';
import { caseLines, readSeen } from './case-lines.ts';
import { directoryFor } from './network.ts';
import { headLine, line, readerOf, type ReadDeps, type Reader } from './reader.ts';
import { readReading } from './reading.ts';
import { inSnapshot } from './snapshot.ts';
import { waitingNotices } from './waiting-notices.ts';

/** One page of the first sync as lines; null where there is no such portal for this person. */
export function readPage(
  deps: ReadDeps,
  caller: Caller,
  asked: { readonly portal: PortalId } & Omit<z.infer<typeof pageQuerySchema>, 'protocol'>,
): Promise<readonly string[] | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    if (!reader) return null;
    const first = asked.after === '' ? await firstLines(reader, deps.now()) : [];
    const page = await pageOf(reader, asked.after, asked.limit);
    const seen = await readSeen(db, reader.portal, { audiences: reader.audiences, cases: page.cases });
    const tail = line({ kind: 'tail', cursor: reader.now, next: page.next, more: page.next !== null });
    return [headLine(deps, asked.portal, caller), ...first, ...caseLines(seen), tail];
  });
}

async function firstLines(reader: Reader, now: Moment): Promise<readonly string[]> {
  const { standing, network } = reader;
  const reading = await readReading(reader, { after: 0, upTo: reader.now.number });
  const notices = await waitingNotices(reader, reading, now);
  return [
    line({ kind: 'standing', standing }),
    line({ kind: 'directory', directory: directoryFor(network, standing) }),
    line({ kind: 'reading', reading }),
    ...(notices.length > 0 ? [line({ kind: 'notices', notices })] : []),
  ];
}

/** The next cases of a reader. */
export interface Page {
  readonly cases: readonly CaseId[];
  /** The key to go on from; null at the end. */
  readonly next: CaseId | null;
}

/** The next cases by key, that any of the reader's audiences sees. */
export async function pageOf(
  { db, portal, audiences }: Pick<Reader, 'db' | 'portal' | 'audiences'>,
  after: string,
  limit: number,
): Promise<Page> {
  if (audiences.length === 0) return { cases: [], next: null };
  const rows = await db
    .selectFrom('case_view')
    .select('case_id')
    .distinct()
    .where('portal', '=', portal)
    .where('audience', 'in', audiences)
    .where('lost', 'is', null)
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(limit + 1)
    .execute();
  const cases = rows.slice(0, limit).map(({ case_id }) => case_id);
  return { cases, next: rows.length > limit ? (cases.at(-1) ?? null) : null };
}
