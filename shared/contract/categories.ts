import { z } from 'zod';
import { categoryColours } from '../domain/category/category.ts';
import { idSchema, nameSchema } from './parts.ts';

/** No portal has more categories, and no office more of them, task types counted apart. */
const most = 50;
const mostGiven = 500;

/** What is said of a category. */
const terms = z.strictObject({ code: idSchema.max(40), label: nameSchema.max(60), colour: z.enum(categoryColours) });

/** All categories as they shall be, the first of rank 1; no code and no label is there twice. */
export const categoryTermsSchema = z
  .array(terms)
  .max(most)
  .refine((all) => isOnce(all.map(({ code }) => code)), 'A code is there twice.')
  .refine((all) => isOnce(all.map(({ label }) => label.toLowerCase())), 'A label is there twice.');

/** The categories of an office, all of them as they shall be. */
export const givenCategoriesSchema = z
  .array(z.strictObject({ category: idSchema.max(40), taskType: idSchema.nullable() }))
  .max(mostGiven);

/** What the log tells of categories, before or after: the list, and one key an office. */
export const loggedCategoriesSchema = z.object({
  categories: z.array(terms.extend({ rank: z.int() })).nullish(),
});

function isOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
