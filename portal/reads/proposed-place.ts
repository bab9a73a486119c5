import { sql } from 'kysely';
import type { ProposedPlace } from '../../shared/contract/office-place.ts';
import type { Site } from '../../shared/domain/case/case.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { foldPostalCode, proposePlace, sharedSigns } from '../../shared/domain/office/propose-place.ts';
import type { Caller } from '../portal-deps.ts';
import { loadCases } from '../commands/case-content.ts';
import { readerOf, type ReadDeps, type Reader } from './reader.ts';
import { inSnapshot } from './snapshot.ts';
import { seenCases } from './visibility.ts';

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

/**
 * The sites whose codes are most like this one, in capitals or not (the engines would take that differently). Between the
 * first two signs of a code some write a hyphen, `L-2010`; nobody writes more.
 */
async function sitesNear({ db, portal, viewer }: Reader, postalCode: string): Promise<readonly Site[]> {
  const [first, second] = foldPostalCode(postalCode).toLowerCase();
  if (first === undefined || second === undefined) return [];
  const row = sql<string>`lower(row_text)`;
  const found = await db
    .selectFrom('case_file')
    .select(['id', 'row_text'])
    .where('portal', '=', portal)
    .where('id', 'in', seenCases(db, portal, viewer))
    .where(({ or, eb }) =>
      or([first + second, `${first}_${second}`].map((beginning) => eb(row, 'like', `%"postalcode":"${beginning}%`))),
    )
    .execute();
  const alike = new Map(found.map((each) => [each.id, sharedSigns(codeIn(each.row_text), postalCode)]));
  const nearest = [...alike].toSorted(([, one], [, other]) => other - one).slice(0, mostSites);
  const stored = await loadCases(
    db,
    portal,
    nearest.map(([id]) => id),
    ['head'],
  );
  return stored.map(({ case: { site } }) => site);
}

/** Taken out of the text: thousands of rows are not parsed for one word of each. */
function codeIn(row: string): string {
  return /"postalCode":"([^"\\]*)"/.exec(row)?.[1] ?? '';
}
