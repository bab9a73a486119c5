import type { z } from 'zod';
import type { pageQuerySchema } from '../../shared/contract/sync.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { wholeDirectory } from '../../shared/domain/office/fold-directory.ts';
import type { Caller } from '../portal-deps.ts';
import { tellCases } from './case-lines.ts';
import { categoriesSince } from './categories.ts';
import { directoryFor } from './network.ts';
import { headLine, line, readerOf, type ReadDeps, type Reader } from './reader.ts';
import { readReading } from './reading.ts';
import { priceListsSince } from './price-lists.ts';
import { inSnapshot } from './snapshot.ts';
import { seenCases } from './visibility.ts';
import { waitingNotices } from './waiting-notices.ts';

type Asked = { readonly portal: PortalId } & Omit<z.infer<typeof pageQuerySchema>, 'protocol'>;

/** One page of the first sync as lines; null where there is no such portal for this person. */
export function readPage(deps: ReadDeps, caller: Caller, asked: Asked): Promise<readonly string[] | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    if (!reader) return null;
    const { portal, viewer } = reader;
    const first = asked.after === '' ? await firstLines(reader, asked, deps.now()) : [];
    const page = await pageOf(reader, asked.after, asked.limit);
    const { lines } = await tellCases(reader, { portal, viewer, cases: page.cases, since: null });
    const tail = line({ kind: 'tail', cursor: reader.now, next: page.next, more: page.next !== null });
    return [headLine(deps, portal, caller), ...first, ...lines, tail];
  });
}

async function firstLines(
  reader: Reader,
  { categories: knowing, priceLists }: Asked,
  now: Moment,
): Promise<readonly string[]> {
  const { standing, network } = reader;
  const reading = await readReading(reader, { after: 0, upTo: reader.now.number });
  const held = knowing === undefined ? undefined : false;
  const categories = await categoriesSince(reader, { held, after: 0, changed: 0 });
  const told = priceLists === undefined ? undefined : false;
  const prices = await priceListsSince(reader, now, { held: told, after: 0, changed: 0 });
  const notices = await waitingNotices(reader, reading, now);
  return [
    line({ kind: 'standing', standing }),
    line({ kind: 'directory', ...wholeDirectory(directoryFor(network, standing)) }),
    ...(categories ? [line({ kind: 'categories', ...categories })] : []),
    ...(prices ? [line({ kind: 'price-lists', ...prices })] : []),
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

/** The next cases by key that the reader sees. */
export async function pageOf(
  { db, portal, viewer }: Pick<Reader, 'db' | 'portal' | 'viewer'>,
  after: string,
  limit: number,
): Promise<Page> {
  const rows = await seenCases(db, portal, viewer)
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(limit + 1)
    .execute();
  const cases = rows.slice(0, limit).map(({ case_id }) => case_id);
  return { cases, next: rows.length > limit ? (cases.at(-1) ?? null) : null };
}
