import { isSame, revisionBy, standsAt } from '../overwriting.ts';
import { categoriesPage, categorisingRefusal } from './categories-page.ts';
import { ranked, type CategorisedOffice, type CategoryTerms } from './category.ts';

/** Says what categories there are: the whole list as it shall be, by rank. Which codes are left out, offices lose. */
export interface DefineCategories {
  readonly categories: readonly CategoryTerms[];
}

/** The page of `define-categories`. */
export const defineCategories = categoriesPage<DefineCategories>({
  authority: 'office.categorise',
  check: categorisingRefusal,
  basedOn: (_, portal) => [{ thing: 'portal:categories', in: ({ defined }) => standsAt(defined.revision, portal) }],
  already: ({ categories: { defined } }, input) => isSame(defined.categories, ranked(input.categories)),
  apply: ({ categories, stamp }, input) => {
    const revision = revisionBy(stamp);
    const codes = new Set(input.categories.map(({ code }) => code));
    return {
      defined: { categories: ranked(input.categories), revision },
      // What somebody saw of an office that loses one is not what it has any more.
      offices: categories.offices.map((each) => (keepsAll(each, codes) ? each : { ...left(each, codes), revision })),
    };
  },
});

/** The offices that would lose a category if these alone were left. */
export function losingOffices(
  offices: readonly CategorisedOffice[],
  left: readonly Pick<CategoryTerms, 'code'>[],
): readonly CategorisedOffice[] {
  const codes = new Set(left.map(({ code }) => code));
  return offices.filter((each) => !keepsAll(each, codes));
}

function keepsAll({ categories }: CategorisedOffice, codes: ReadonlySet<string>): boolean {
  return categories.every(({ category }) => codes.has(category));
}

function left(each: CategorisedOffice, codes: ReadonlySet<string>): CategorisedOffice {
  return { ...each, categories: each.categories.filter(({ category }) => codes.has(category)) };
}
