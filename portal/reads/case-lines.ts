import type { Kysely } from 'kysely';
import type { Audience } from '../../shared/domain/case/audiences.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Tables } from '../store/tables.ts';

/** What a reader sees of a case, as text. */
export interface SeenCase {
  readonly case_id: CaseId;
  readonly row: string;
  readonly body: string;
}

/** Cases of a chunk at most: a case is opened by parsing one chunk (design.md §9). */
const chunkLength = 64;

/** What a reader sees of these cases: of several audiences the richest wins (sync.md 21). In the order of the ids. */
export async function readSeen(
  db: Kysely<Tables>,
  portal: PortalId,
  asked: { readonly audiences: readonly Audience[]; readonly cases: readonly CaseId[] },
): Promise<readonly SeenCase[]> {
  const seen = new Map<CaseId, SeenCase>();
  for (const audience of asked.audiences) {
    const missing = asked.cases.filter((id) => !seen.has(id));
    if (missing.length === 0) break;
    const rows = await db
      .selectFrom('case_view')
      .select(['case_id', 'row', 'body'])
      .where('portal', '=', portal)
      .where('audience', '=', audience)
      .where('case_id', 'in', missing)
      .where('lost', 'is', null)
      .execute();
    for (const row of rows) seen.set(row.case_id, row);
  }
  return asked.cases.flatMap((id) => seen.get(id) ?? []);
}

/** The rows line and the chunk lines: text as it was stored, put together and never parsed. */
export function caseLines(seen: readonly SeenCase[]): readonly string[] {
  const placed = seen.map(({ row }, index) => `[${row},${Math.floor(index / chunkLength)},${index % chunkLength}]`);
  const lines = [`{"kind":"rows","rows":[${placed.join(',')}]}`];
  for (let from = 0; from < seen.length; from += chunkLength) {
    const bodies = seen.slice(from, from + chunkLength).map(({ body }) => body);
    lines.push(`{"kind":"chunk","contents":[${bodies.join(',')}]}`);
  }
  return lines;
}
