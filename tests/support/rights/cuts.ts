import { readStanding } from '../../../portal/reads/standing.ts';
import { givenOf } from '../../../portal/reads/visibility.ts';
import { isGiven } from '../../../shared/domain/case/parts/given.ts';
import type { Given, PartName } from '../../../shared/domain/case/parts/part.ts';
import { viewerOf } from '../../../shared/domain/case/parts/ties.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import type { Actor } from './actors.ts';
import { seenCase } from './requests.ts';

/** What somebody is given of a case, and whose own things count as own; `given` is null for who sees none of it. */
export interface Cut {
  readonly given: Given | null;
  readonly company: string;
}

/** What the table of parts gives an actor now. */
export async function cutOf(store: Store, { member, portal }: Actor): Promise<Cut> {
  const row = await store.db
    .selectFrom('member')
    .select(['person', 'company'])
    .where('id', '=', member ?? '')
    .executeTakeFirst();
  if (!row) return { given: null, company: '' };
  const standing = await readStanding({ store, db: store.db }, portal, row.person);
  const given = standing && (await givenOf(store.db, portal, { viewer: viewerOf(standing), case: seenCase }));
  return { given, company: row.company };
}

/** True for what is in somebody’s cut. */
export function isInCut({ given, company }: Cut, part: PartName, owner: string | null): boolean {
  return given !== null && isGiven(given.get(part), owner, company);
}
