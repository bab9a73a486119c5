import { z } from 'zod';
import { columnSchema, fileWriting, refuseOneSign } from '../claims-import/column-mapping.ts';

/** Which column of a price list's file is what, and how the file is written. */
export const priceColumnsSchema = z
  .strictObject({
    ...fileWriting.shape,
    quotes: z
      .enum(['letters', 'around-cells'])
      .default('letters')
      .describe('What `"` is: a letter, as in 1/2" pipe, or a mark around a cell that has the delimiter in it.'),
    columns: z
      .strictObject({
        code: columnSchema,
        text: columnSchema,
        unit: columnSchema,
        trade: columnSchema.optional(),
        unitPrice: columnSchema,
        hours: columnSchema.optional().describe('Working time a unit, in hours.'),
      })
      .describe('The heading of each column.'),
  })
  .superRefine(refuseOneSign);

/** A checked mapping of a price list's file. */
export type PriceColumns = z.infer<typeof priceColumnsSchema>;

/** Every heading that is needed, and the field of the mapping that names it first. */
export function namedPriceColumns({ columns }: PriceColumns): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [field, heading] of Object.entries(columns)) {
    if (!named.has(heading)) named.set(heading, `columns.${field}`);
  }
  return named;
}
