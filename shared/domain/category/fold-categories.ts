import { withOffices } from './categorise-office.ts';
import { noCategories, type CategorisedOffice, type DefinedCategories, type OfficeCategories } from './category.ts';

/** What a reader is told of categories: all, what changed of what he or she holds, or that they are to be kept nowhere. */
export type CategoriesChange =
  | ({ readonly what: 'all' } & OfficeCategories)
  | {
      readonly what: 'changed';
      /** null where they are as they were. */
      readonly defined: DefinedCategories | null;
      readonly offices: readonly CategorisedOffice[];
    }
  | { readonly what: 'gone' };

/** What is held after a change; null where nothing is. */
export function foldCategories(held: OfficeCategories | null, change: CategoriesChange): OfficeCategories | null {
  if (change.what === 'gone') return null;
  if (change.what === 'all') return { defined: change.defined, offices: change.offices };
  const { defined, offices } = held ?? noCategories;
  return { defined: change.defined ?? defined, offices: withOffices(offices, change.offices) };
}
