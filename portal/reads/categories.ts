import type { Kysely } from 'kysely';
import { categoriesRight, categoriesSight } from '../../shared/domain/category/categories-sight.ts';
import {
  noCategories,
  type CategorisedOffice,
  type Category,
  type DefinedCategories,
  type GivenCategory,
  type OfficeCategories,
} from '../../shared/domain/category/category.ts';
import type { CategoriesChange } from '../../shared/domain/category/fold-categories.ts';
import type { TiedTo } from '../../shared/domain/case/parts/ties.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { partnerRoles } from '../../shared/domain/rights/partner-roles.ts';
import { readJson } from '../store/json.ts';
import type { Tables } from '../store/tables.ts';
import type { Reader } from './reader.ts';
import { seesBy, tiesToOpenCases } from './role-sight.ts';
import { revisionIn } from './revision-in.ts';

/** Before every number: what was changed after it is all there is. */
const beginning = -1;

/** All categories of a portal. */
export async function readCategories(db: Kysely<Tables>, portal: PortalId): Promise<OfficeCategories> {
  const defined = await definedSince(db, portal, beginning);
  return { defined: defined ?? noCategories.defined, offices: await officesSince(db, portal, beginning) };
}

/** True for who is given a portal's categories now: the insurer's people, and who holds a role with the right in an open case. */
function seesCategories(db: Kysely<Tables>, portal: PortalId, standing: MemberStanding): Promise<boolean> {
  return seesBy(db, portal, standing, categoriesSight(standing));
}

/** Who is given a portal's categories because of a role, as a change of them concerns nobody else beside the insurer. */
export async function categoriesReaders(
  db: Kysely<Tables>,
  portal: PortalId,
  settings: PortalSettings,
): Promise<readonly TiedTo[]> {
  const giving = partnerRoles.filter(({ rightsIn }) => rightsIn(settings).includes(categoriesRight));
  if (giving.length === 0) return [];
  const ties = giving.map(({ tie }) => tie);
  const rows = await tiesToOpenCases(db, portal, ties).distinct().execute();
  return rows.map(({ tied_to }) => tied_to);
}

/** What a reader says of the categories: whether some are held; undefined of an app that does not know of them. */
export interface CategoriesHeld {
  readonly held: boolean | undefined;
  /** The reader's cursor, and when the portal's categories were changed last. */
  readonly after: number;
  readonly changed: number;
}

/**
 * What a reader is told of the categories; null where that is nothing. It is worked out from what the reader says and
 * may see now, and nothing is kept of it: who gains them is told all, and who never had them not even that they are gone.
 */
export async function categoriesSince(
  { db, portal, standing }: Reader,
  { held, after, changed }: CategoriesHeld,
): Promise<CategoriesChange | null> {
  if (held === undefined) return null;
  if (!(await seesCategories(db, portal, standing))) return held ? { what: 'gone' } : null;
  if (!held) return { what: 'all', ...(await readCategories(db, portal)) };
  if (changed <= after) return null;
  return {
    what: 'changed',
    defined: await definedSince(db, portal, after),
    offices: await officesSince(db, portal, after),
  };
}

async function definedSince(db: Kysely<Tables>, portal: PortalId, after: number): Promise<DefinedCategories | null> {
  const row = await db
    .selectFrom('category_list')
    .select(['categories', 'revision'])
    .where('portal', '=', portal)
    .where('changed', '>', after)
    .executeTakeFirst();
  return row ? { categories: readJson<Category[]>(row.categories), ...revisionOf(row) } : null;
}

async function officesSince(db: Kysely<Tables>, portal: PortalId, after: number): Promise<CategorisedOffice[]> {
  const rows = await db
    .selectFrom('office_categories')
    .select(['office', 'categories', 'revision'])
    .where('portal', '=', portal)
    .where('changed', '>', after)
    .execute();
  const offices = rows.map((row) => ({
    office: row.office,
    categories: readJson<GivenCategory[]>(row.categories),
    ...revisionOf(row),
  }));
  return offices.sort((one, other) => (one.office < other.office ? -1 : 1));
}

function revisionOf({ revision }: { readonly revision: string | null }): Pick<CategorisedOffice, 'revision'> {
  const kept = revisionIn(revision);
  return kept ? { revision: kept } : {};
}
