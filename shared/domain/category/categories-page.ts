import type { Stamp } from '../decision.ts';
import type { Standing } from '../member/standing.ts';
import type { Directory } from '../office/directory.ts';
import { maySteer } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { settingsPages } from '../settings-page.ts';
import type { OfficeCategories } from './category.ts';

/** All that a decision about categories may read. */
export interface CategoriesQuestion {
  readonly standing: Standing;
  readonly directory: Pick<Directory, 'offices'>;
  readonly categories: OfficeCategories;
  readonly stamp: Stamp;
}

/** How the log names what an office has: one key an office, so that a line tells of those that differ. */
export const loggedOffice = 'office:';

/** Makes a page about the categories of a portal; who defines them is told by their policy. */
export const categoriesPage = settingsPages<'categories', CategoriesQuestion, OfficeCategories>({
  subject: 'categories',
  of: ({ categories, standing }) => ({ aggregate: categories, id: standing.portal }),
  shows: ({ defined, offices }) => ({
    categories: defined.categories,
    ...Object.fromEntries(offices.map(({ office, categories }) => [`${loggedOffice}${office}`, categories])),
  }),
});

/** Why somebody may not define categories or give them to offices, or null. */
export function categorisingRefusal({ standing }: Pick<CategoriesQuestion, 'standing'>): Refusal | null {
  const verdict = maySteer(standing, 'office.categorise');
  return verdict.allowed ? null : verdict.refusal;
}
