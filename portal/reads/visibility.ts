import { givenFor, tiesThatCount, type Viewer } from '../../shared/domain/case/parts/ties.ts';
import type { Given } from '../../shared/domain/case/parts/part.ts';
import { sql, type Kysely } from 'kysely';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Tables } from '../store/tables.ts';

/** What somebody is given of a case now; null for who does not see it. */
export async function givenOf(
  db: Kysely<Tables>,
  portal: PortalId,
  asked: { readonly viewer: Viewer; readonly case: CaseId },
): Promise<Given | null> {
  const { eyes, tiedTo } = asked.viewer;
  if (!eyes || tiedTo.length === 0) return null;
  const held = await db
    .selectFrom('case_tie')
    .select('tie')
    .where('portal', '=', portal)
    .where('case_id', '=', asked.case)
    .where('tied_to', 'in', tiedTo)
    .where('lost', 'is', null)
    .execute();
  return givenFor(eyes, new Set(held.map(({ tie }) => tie)));
}

/** True for who sees the case now. */
export async function seesCase(
  db: Kysely<Tables>,
  portal: PortalId,
  asked: { readonly viewer: Viewer; readonly case: CaseId },
): Promise<boolean> {
  return (await givenOf(db, portal, asked)) !== null;
}

/** The cases that somebody sees now, as a query of their ids. */
export function seenCases(db: Kysely<Tables>, portal: PortalId, { eyes, tiedTo }: Viewer) {
  const seen = db
    .selectFrom('case_tie')
    .select('case_id')
    .distinct()
    .where('portal', '=', portal)
    .where('lost', 'is', null);
  if (!eyes || tiedTo.length === 0) return seen.where(sql<boolean>`1 = 0`);
  return seen.where('tied_to', 'in', tiedTo).where('tie', 'in', tiesThatCount(eyes));
}
