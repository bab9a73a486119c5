import type { OfficeCategories } from '../../shared/domain/category/category.ts';
import type { Change } from './in-change.ts';

/** How many rows a statement writes: both engines take that many values. */
const slice = 1000;

/**
 * Writes the categories that became others. Neither the directory nor the settings are touched by it: what everybody of
 * the portal is told has to be the same before and after.
 */
export async function saveCategories(
  { db, portal, number }: Pick<Change, 'db' | 'portal' | 'number'>,
  before: OfficeCategories,
  { defined, offices }: OfficeCategories,
): Promise<void> {
  const kept = new Set(before.offices);
  const changed = offices.filter((each) => !kept.has(each));
  if (defined !== before.defined) {
    const row = { categories: JSON.stringify(defined.categories), ...revisionText(defined), changed: number };
    await db
      .insertInto('category_list')
      .values({ portal, ...row })
      .onConflict((conflict) => conflict.column('portal').doUpdateSet(row))
      .execute();
  }
  for (let from = 0; from < changed.length; from += slice)
    await db
      .insertInto('office_categories')
      .values(
        changed.slice(from, from + slice).map((each) => ({
          portal,
          office: each.office,
          categories: JSON.stringify(each.categories),
          ...revisionText(each),
          changed: number,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['portal', 'office']).doUpdateSet((set) => ({
          categories: set.ref('excluded.categories'),
          revision: set.ref('excluded.revision'),
          changed: number,
        })),
      )
      .execute();
  if (defined !== before.defined || changed.length > 0)
    await db.updateTable('portal').set({ categories_changed: number }).where('id', '=', portal).execute();
}

function revisionText({ revision }: { readonly revision?: OfficeCategories['defined']['revision'] }) {
  return { revision: revision ? JSON.stringify(revision) : null };
}
