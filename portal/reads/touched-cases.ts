import type { Tie } from '../../shared/domain/case/parts/ties.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { roleTies, type RoleTie } from '../../shared/domain/rights/partner-roles.ts';
import type { Page } from './pages.ts';
import type { Reader } from './reader.ts';

/** From where a reader goes on, and since when he or she sees cases otherwise; 0 where that never was. */
export interface TouchedSince {
  readonly number: number;
  readonly handles: number;
  readonly opens: Readonly<Record<RoleTie, number>>;
  readonly permission: number;
}

/**
 * Cases of which something changed for this reader since a number, by their key: a part tells its last change only, so
 * what is told of a case has to be all since the one number, in whichever page it comes.
 */
export async function touchedCases(
  { db, portal, viewer }: Reader,
  since: TouchedSince,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<Page> {
  if (!viewer.eyes || viewer.tiedTo.length === 0) return { cases: [], next: null };
  const otherwise = tiesSeenOtherwise(since);
  // From the few changed cases to their ties: else SQLite walks through all of a reader's cases for the one that changed.
  const rows = await db
    .with(
      (touched) => touched('touched').materialized(),
      (query) =>
        query.selectFrom('case_file').select('id').where('portal', '=', portal).where('changed', '>', since.number),
    )
    .selectFrom('case_tie')
    .select('case_id')
    .distinct()
    .where('portal', '=', portal)
    .where('tied_to', 'in', viewer.tiedTo)
    .where((of) => of.or([of('lost', 'is', null), of('lost', '>', since.number)]))
    .where((of) => {
      const changed = of('case_id', 'in', of.selectFrom('touched').select('id'));
      return otherwise.length > 0 ? of.or([changed, of('tie', 'in', otherwise)]) : changed;
    })
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(limit + 1)
    .execute();
  const cases = rows.slice(0, limit).map(({ case_id }): CaseId => case_id);
  return { cases, next: rows.length > limit ? (cases.at(-1) ?? null) : null };
}

/** By these ties a case may be seen otherwise, although nothing in it changed. */
function tiesSeenOtherwise({ number, handles, opens, permission }: TouchedSince): readonly Tie[] {
  return [
    ...roleTies.filter((tie) => opens[tie] > number || (tie === 'handler' && handles > number)),
    ...(permission > number ? (['responsible', 'works'] as const) : []),
  ];
}
