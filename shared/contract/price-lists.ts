import { z } from 'zod';
import { mostUnitPrice, type PriceItem, type PriceListHead } from '../domain/price-list/price-list.ts';
import { mostQuantity } from '../domain/work-plan/quantity.ts';
import { daySchema } from './calendar.ts';
import { currencySchema, fileNameSchema, idSchema, nameSchema, textSchema } from './parts.ts';

/** The largest request with a price list's file the portal server takes, in bytes. */
export const largestPriceFile = 20_000_000;

/** What a price list is called and when it is in force. */
const terms = {
  name: nameSchema.max(100),
  validFrom: daySchema.describe('The first day on which it is in force, by the portal’s clock.'),
  validUntil: daySchema.nullable().describe('The last one; null where no end is set.'),
};

/** What an import makes of a file. */
export const importedListSchema = z
  .strictObject({
    ...terms,
    replaces: z.boolean().default(false).describe('Takes the place of a list with this name and first day.'),
    endsEarlier: z.boolean().default(false).describe('Lists of this name that began before end the day before.'),
    fileName: fileNameSchema.describe('What the file was called: the log tells it.'),
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validFrom <= validUntil, {
    path: ['validUntil'],
    message: 'It ends before it begins.',
  });

/** A price list without its items. */
export const priceListHeadSchema = z.strictObject({
  id: idSchema,
  mark: z.int().min(1).describe('Another one as soon as the items are others.'),
  ...terms,
  currency: currencySchema,
  count: z.int().min(0).describe('How many items it has.'),
}) satisfies z.ZodType<PriceListHead>;

/** `GET /portals/{portal}/price-lists`: the latest first. */
export const priceListsSchema = z.array(priceListHeadSchema);

/** A line of `GET /portals/{portal}/price-lists/{list}/items`. */
export const priceItemSchema = z.strictObject({
  code: textSchema.min(1).max(40),
  text: textSchema.min(1),
  unit: textSchema.min(1),
  trade: textSchema,
  unitPrice: z.int().min(0).max(mostUnitPrice).describe('Minor units of the list’s currency.'),
  hours: z.int().min(0).max(mostQuantity).optional().describe('Ten-thousandths of an hour a unit.'),
}) satisfies z.ZodType<PriceItem>;

/** `POST /portals/{portal}/price-lists?dryRun=`: what came, or would come, of a price list's file. */
export const importedPricesSchema = z.strictObject({
  dryRun: z.boolean(),
  rows: z.int(),
  messages: z
    .array(
      z.strictObject({
        row: z.int(),
        faults: z.array(z.strictObject({ column: z.string(), wrong: z.string(), expected: z.string() })).readonly(),
        text: z.string(),
      }),
    )
    .describe('Why rows are bad, or the whole file: with a single one nothing is taken.'),
  list: priceListHeadSchema.nullable().describe('As it is, or would be; null where nothing is taken.'),
  replaced: z.boolean().describe('Whether it takes the place of one with its name and first day.'),
  ended: z.array(priceListHeadSchema).describe('Earlier lists of its name, as their end is now.'),
  overlapping: z
    .array(priceListHeadSchema)
    .describe('Those that go on beside it: on a day of both it goes before them.'),
  first: z.array(priceItemSchema).describe('The first items as they were read.'),
});

/** What came of a price list's file. */
export type ImportedPrices = z.infer<typeof importedPricesSchema>;

/** What the log of a portal tells of a price list that was imported or removed. */
export const loggedPriceListSchema = z.object({
  ...terms,
  items: z.int(),
  fileName: z.string().optional(),
  replaced: z.boolean().optional(),
  ended: z.array(z.object({ validFrom: daySchema, validUntil: daySchema })).optional(),
});

/** What is done with price lists, as the log of a portal names it. */
export const priceListDeeds = ['import-price-list', 'remove-price-list'] as const;
