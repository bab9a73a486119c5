import { z } from 'zod';
import { textSchema } from '../../shared/contract/parts.ts';

/** The heading of a column of a file. */
export const columnSchema = textSchema.trim().min(1).max(100);
const column = columnSchema;

/** A short word of the file's own. */
const word = textSchema.min(1).max(100);

/** Words for codes; `above` is for whole numbers from a code on ("8 and above: other causes"). */
const words = z.strictObject({
  codes: z.record(textSchema.max(20), word),
  above: z.strictObject({ from: z.int(), word }).optional(),
});

/** A row is left out where its cell is a text, contains it (capitals or not), or is empty. */
const leftOutRow = z.union([
  z.strictObject({ column, is: word }),
  z.strictObject({ column, contains: word }),
  z.strictObject({ column, empty: z.literal(true) }),
]);

const taskColumns = z.strictObject({
  type: column,
  office: column,
  status: column,
  /** E-mail addresses or member ids, separated by `;`. */
  responsibles: column.optional(),
  /** When the status was reached; the targets are counted from it. */
  since: column.optional(),
  plannedStart: column.optional(),
  plannedEnd: column.optional(),
});

const inspectionColumns = taskColumns.omit({ type: true }).partial().extend({
  /** `approved`, `rejected` or not reported: the compensation decision (domain.md §9). */
  decision: column.optional(),
  decidedOn: column.optional(),
});

const columns = z.strictObject({
  claimNumber: column,
  lossDate: column,
  cause: column,
  reportedOn: column.optional(),
  street: column.optional(),
  postalCode: column.optional(),
  city: column.optional(),
  region: column.optional(),
  latitude: column.optional(),
  longitude: column.optional(),
  insuredSum: column.optional(),
  buildingDamage: column.optional(),
  contentsDamage: column.optional(),
  customerName: column.optional(),
  customerPhone: column.optional(),
  customerEmail: column.optional(),
  /** E-mail address or member id of the insurer's case handler. */
  handler: column.optional(),
});

const descriptionPart = z.strictObject({
  column,
  text: textSchema.min(1).max(200),
  words: words.optional(),
  as: z.enum(['text', 'year', 'number']).default('text'),
  unless: textSchema.max(20).optional(),
  from: z.number().optional(),
});

/** What parts the cells and the numbers of a file, where it is not as programs write it. */
export const fileWriting = z.strictObject({
  delimiter: z
    .enum([',', ';', '\t', '|'])
    .optional()
    .describe('What parts the cells; without it, it is found out. A first line `sep=;` says it too.'),
  skipLines: z.int().min(0).max(100).default(0).describe('Lines above the headings, a title for example.'),
  decimalSign: z.enum(['.', ',']).default('.').describe('What stands before the decimals of a number.'),
  thousandsSign: z
    .enum(['', '.', ',', ' ', "'"])
    .default('')
    .describe('What parts the thousands of a number; nothing unless it is said.'),
});

/** How a claims file is written besides. */
const writing = fileWriting.extend({
  dateOrder: z
    .enum(['year-month-day', 'day-month-year', 'month-day-year'])
    .default('year-month-day')
    .describe('How `04/03/2026` is meant. A date that begins with its year is read in every order.'),
  constants: z
    .record(column, textSchema.min(1).max(200))
    .default({})
    .describe(
      'Columns that the file lacks: the name by which `columns` and others call it, and what every row has there.',
    ),
  leaveOut: z
    .array(leftOutRow)
    .max(20)
    .default([])
    .describe('Rows that are no claims, a total for example: where a column `is` or `contains` a text or is `empty`.'),
});

/** Which column of a claims file is what; the JSON an insurer writes once for its own export. */
export const columnMappingSchema = z
  .strictObject({
    name: word,
    currency: textSchema
      .regex(/^[A-Z]{3}$/)
      .optional()
      .describe("What the amounts are in; checked against the portal's currency."),
    country: textSchema.max(60).default(''),
    notReported: z
      .array(textSchema.max(60))
      .max(20)
      .default(['NA'])
      .describe('What stands for "not reported", besides an empty cell, and besides a dash where a number is meant.'),
    ...writing.shape,
    columns: columns.describe('The heading of each column.'),
    causes: words
      .extend({ notReported: word.optional() })
      .optional()
      .describe(
        "Words for the cause's codes; without them the cell is taken as it is. `notReported` is what to say where it is not reported; without it such a row is bad.",
      ),
    cityStyle: z
      .enum(['as-it-is', 'community'])
      .default('as-it-is')
      .describe('`community`: "HOUSTON, CITY OF" is written "Houston".'),
    description: z
      .array(descriptionPart)
      .max(20)
      .default([])
      .describe(
        'Parts of the description, in order: `{}` in `text` stands for the cell. A part is left out where it is not reported or says what `unless` says; a number below `from` is told as odd, and kept.',
      ),
    inspection: inspectionColumns.default({}),
    tasks: z.array(taskColumns).max(20).default([]),
  })
  .superRefine((mapping, context) => {
    refuseOneSign(mapping, context);
    const named = namedColumns(mapping);
    for (const name of Object.keys(mapping.constants).filter((each) => !named.has(each))) {
      context.addIssue({ code: 'custom', path: ['constants', name], message: 'No field of the mapping names it.' });
    }
  });

/** One sign cannot part both thousands and decimals. */
export function refuseOneSign(
  { decimalSign, thousandsSign }: Pick<z.infer<typeof fileWriting>, 'decimalSign' | 'thousandsSign'>,
  context: z.RefinementCtx,
): void {
  if (decimalSign !== thousandsSign) return;
  const message = 'It has to be another sign than “decimalSign”.';
  context.addIssue({ code: 'custom', path: ['thousandsSign'], message });
}

/** A checked mapping. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** A mapping as it is written, with its defaults left out. */
export type ColumnMappingDraft = z.input<typeof columnMappingSchema>;

/** The columns of one task. */
export type TaskColumns = z.infer<typeof taskColumns>;

/** Words for codes. */
export type CodeWords = z.infer<typeof words>;

/** The places that name columns. */
type ColumnPlaces = Pick<ColumnMapping, 'columns' | 'description' | 'inspection' | 'tasks' | 'leaveOut'>;

/** Every heading a mapping names, and the field that names it first: `columns.lossDate`. */
export function namedColumns(mapping: ColumnPlaces): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const add = (place: string, headings: Readonly<Record<string, string | undefined>>): void => {
    for (const [field, heading] of Object.entries(headings)) {
      if (heading !== undefined && !named.has(heading)) named.set(heading, `${place}.${field}`);
    }
  };
  add('columns', mapping.columns);
  mapping.description.forEach((part, index) => add(`description.${index}`, { column: part.column }));
  add('inspection', mapping.inspection);
  mapping.tasks.forEach((task, index) => add(`tasks.${index}`, task));
  mapping.leaveOut.forEach((rule, index) => add(`leaveOut.${index}`, { column: rule.column }));
  return named;
}
