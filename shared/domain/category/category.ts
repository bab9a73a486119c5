import type { OfficeId } from '../ids.ts';
import type { Revision } from '../revision.ts';

/** The colours that a category can have: each has its look in light and in dark, and is never all that tells one. */
export const categoryColours = ['blue', 'teal', 'green', 'yellow', 'orange', 'red', 'purple', 'grey'] as const;

/** One of them. */
export type CategoryColour = (typeof categoryColours)[number];

/** What the insurer says of a category; the code stays, label and colour may change (domain.md §1.6). */
export interface CategoryTerms {
  readonly code: string;
  readonly label: string;
  readonly colour: CategoryColour;
}

/** A category of offices; rank 1 is the first that the insurer would choose. */
export interface Category extends CategoryTerms {
  readonly rank: number;
}

/** A category that an office has. */
export interface GivenCategory {
  /** Its code. */
  readonly category: string;
  /** For tasks of this type alone; null for whatever the office is given. */
  readonly taskType: string | null;
}

/** The categories of an office, as they were changed last. */
export interface CategorisedOffice {
  readonly office: OfficeId;
  readonly categories: readonly GivenCategory[];
  readonly revision?: Revision;
}

/** What categories there are, by their rank. */
export interface DefinedCategories {
  readonly categories: readonly Category[];
  readonly revision?: Revision;
}

/** All that a portal keeps of categories: the subject of the commands about them. */
export interface OfficeCategories {
  readonly defined: DefinedCategories;
  /** In the order of their ids; an office that never had one is not among them. */
  readonly offices: readonly CategorisedOffice[];
}

/** Nothing is defined yet. */
export const noCategories: OfficeCategories = { defined: { categories: [] }, offices: [] };

/** Categories in the order of their ranks. */
export function ranked(terms: readonly CategoryTerms[]): readonly Category[] {
  return terms.map(({ code, label, colour }, index) => ({ code, label, rank: index + 1, colour }));
}

/** What an office has, each once and in one order, so that the same is the same text. */
export function givenInOrder(given: readonly GivenCategory[]): readonly GivenCategory[] {
  const byName = new Map(
    given.map(({ category, taskType }) => [JSON.stringify([taskType, category]), { category, taskType }]),
  );
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
