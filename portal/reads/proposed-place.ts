import type { ProposedPlace } from '../../shared/contract/office-place.ts';
import type { CaseContent, Site } from '../../shared/domain/case/case.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { foldPostalCode, proposePlace, sharedSigns } from '../../shared/domain/office/propose-place.ts';
import type { Caller } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import { readSeen } from './case-lines.ts';
import { readerOf, type ReadDeps, type Reader } from './reader.ts';
import { inSnapshot } from './snapshot.ts';

/** Enough for a middle; a city of ten thousand cases is not read whole. */
const mostSites = 300;

/**
 * Where a postal code lies by the sites of the cases that the reader sees: a middle over all cases would tell where a
 * single one of them is. null where there is no such portal for this person.
 */
export function readProposedPlace(
  deps: ReadDeps,
  caller: Caller,
  asked: { readonly portal: PortalId; readonly postalCode: string },
): Promise<{ readonly proposed: ProposedPlace | null } | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    return reader && { proposed: proposePlace(await sitesNear(reader, asked.postalCode), asked.postalCode) };
  });
}

/** The sites whose codes are most like this one. Between the first two signs of a code no country writes a space. */
async function sitesNear({ db, portal, audiences }: Reader, postalCode: string): Promise<readonly Site[]> {
  const beginning = foldPostalCode(postalCode).slice(0, 2);
  if (audiences.length === 0 || beginning.length < 2) return [];
  const found = await db
    .selectFrom('case_view')
    .select(['case_id', 'row'])
    .where('portal', '=', portal)
    .where('audience', 'in', audiences)
    .where('lost', 'is', null)
    .where('row', 'like', `%"postalCode":"${beginning}%`)
    .execute();
  const alike = new Map(found.map(({ case_id: id, row }) => [id, sharedSigns(codeIn(row), postalCode)]));
  const nearest = [...alike].toSorted(([, one], [, other]) => other - one).slice(0, mostSites);
  const seen = await readSeen(db, portal, { audiences, cases: nearest.map(([id]) => id) });
  return seen.map(({ body }) => readJson<CaseContent>(body).case.site);
}

/** Taken out of the text: thousands of rows are not parsed for one word of each. */
function codeIn(row: string): string {
  return /"postalCode":"([^"\\]*)"/.exec(row)?.[1] ?? '';
}
