import type { OfficeId } from '../ids.ts';
import { isSame, revisionBy, standsAt } from '../overwriting.ts';
import type { Refusal } from '../rights/refusal.ts';
import { categoriesPage, categorisingRefusal, type CategoriesQuestion } from './categories-page.ts';
import { givenInOrder, type CategorisedOffice, type GivenCategory, type OfficeCategories } from './category.ts';

/** Says which categories an office has: all of them as they shall be. */
export interface CategoriseOffice {
  readonly office: OfficeId;
  readonly categories: readonly GivenCategory[];
}

/** The page of `categorise-office`. */
export const categoriseOffice = categoriesPage<CategoriseOffice>({
  authority: 'office.categorise',
  check: (question, input) => categorisingRefusal(question) ?? unknownOffice(question, input),
  basedOn: ({ office }) => [
    { thing: `office:${office}/categories`, in: (all) => standsAt(categorised(all, office).revision, office) },
  ],
  already: ({ categories }, input) =>
    isSame(givenInOrder(categorised(categories, input.office).categories), givenInOrder(input.categories)),
  limits: ({ categories: { defined } }, input) => {
    const codes = new Set(defined.categories.map(({ code }) => code));
    return input.categories.every(({ category }) => codes.has(category))
      ? null
      : { code: 'category-unknown', grantor: 'nobody' };
  },
  apply: ({ categories, stamp }, { office, categories: given }) => {
    const after: CategorisedOffice = { office, categories: givenInOrder(given), revision: revisionBy(stamp) };
    return { ...categories, offices: withOffices(categories.offices, [after]) };
  },
});

/** What an office has; nothing where it is not among those that have some. */
export function categorised({ offices }: Pick<OfficeCategories, 'offices'>, id: OfficeId): CategorisedOffice {
  return offices.find(({ office }) => office === id) ?? { office: id, categories: [] };
}

/** Offices with some as they are now, in the order of their ids. */
export function withOffices(
  before: readonly CategorisedOffice[],
  changed: readonly CategorisedOffice[],
): readonly CategorisedOffice[] {
  const after = new Map([...before, ...changed].map((each) => [each.office, each]));
  return [...after.values()].sort((one, other) => (one.office < other.office ? -1 : 1));
}

function unknownOffice({ directory }: CategoriesQuestion, { office }: CategoriseOffice): Refusal | null {
  const isKnown = directory.offices.some(({ id }) => id === office);
  return isKnown ? null : { code: 'office-not-eligible', grantor: 'insurer', why: 'unknown-office' };
}
