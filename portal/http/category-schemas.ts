import { z } from '@hono/zod-openapi';
import { idSchema } from '../../shared/contract/parts.ts';
import {
  categoryColours,
  type CategorisedOffice,
  type Category,
  type DefinedCategories,
  type GivenCategory,
} from '../../shared/domain/category/category.ts';
import type { CategoriesChange } from '../../shared/domain/category/fold-categories.ts';
import type { CategoriesShown } from '../reads/candidates.ts';
import { revisionSchema } from './revision-schema.ts';

/** A category with its rank: 1 is the first. */
const categorySchema = z.strictObject({
  code: z.string(),
  label: z.string(),
  rank: z.int().min(1),
  colour: z.enum(categoryColours),
}) satisfies z.ZodType<Category>;

/** A category that an office has, for one type of task or for all. */
const givenCategorySchema = z.strictObject({
  category: z.string(),
  taskType: idSchema.nullable(),
}) satisfies z.ZodType<GivenCategory>;

const defined = z.strictObject({
  categories: z.array(categorySchema).readonly(),
  revision: revisionSchema.optional(),
}) satisfies z.ZodType<DefinedCategories>;

const office = z.strictObject({
  office: idSchema,
  categories: z.array(givenCategorySchema).readonly(),
  revision: revisionSchema.optional(),
}) satisfies z.ZodType<CategorisedOffice>;

/** What categories there are, and what the offices of a list have of them. */
export const categoriesShownSchema = z.strictObject({
  defined: z.array(categorySchema).readonly(),
  offices: z.array(office).readonly(),
}) satisfies z.ZodType<CategoriesShown>;

const kind = z.literal('categories');
const offices = z.array(office).readonly();

/** The categories of offices, told only to the insurer’s people and to who holds a role with the right to be shown them. */
export const categoriesLineSchema = z
  .discriminatedUnion('what', [
    z.strictObject({ kind, what: z.literal('all'), defined, offices }),
    z.strictObject({ kind, what: z.literal('changed'), defined: defined.nullable(), offices }),
    z.strictObject({ kind, what: z.literal('gone') }),
  ])
  .openapi('CategoriesLine') satisfies z.ZodType<CategoriesChange>;
