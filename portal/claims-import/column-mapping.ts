import { z } from 'zod';
import { textSchema } from '../../shared/contract/parts.ts';

/** The heading of a column of the file. */
const column = textSchema.trim().min(1).max(100);

/** Words for codes; `above` is for whole numbers from a code on ("8 and above: other causes"). */
const words = z.strictObject({
  codes: z.record(textSchema.max(20), textSchema.min(1).max(100)),
  above: z.strictObject({ from: z.int(), word: textSchema.min(1).max(100) }).optional(),
});

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

/** Which column of a claims file is what; the JSON an insurer writes once for its own export. */
export const columnMappingSchema = z.strictObject({
  name: textSchema.min(1).max(100),
  /** What the amounts are in; checked against the portal's currency. */
  currency: textSchema.regex(/^[A-Z]{3}$/).optional(),
  country: textSchema.max(60).default(''),
  /** What stands for "not reported", besides an empty cell. */
  notReported: z.array(textSchema.max(60)).max(20).default(['NA']),
  columns: z.strictObject({
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
  }),
  /** Words for the cause's codes; without them the cell is taken as it is. */
  causes: words.optional(),
  /** `community`: "HOUSTON, CITY OF" is written "Houston". */
  cityStyle: z.enum(['as-it-is', 'community']).default('as-it-is'),
  /** Parts of the description, in order: `{}` in `text` stands for the cell, a part not reported is left out. */
  description: z
    .array(
      z.strictObject({
        column,
        text: textSchema.min(1).max(200),
        words: words.optional(),
        as: z.enum(['text', 'year', 'number']).default('text'),
        /** Left out as well where the cell says this. */
        unless: textSchema.max(20).optional(),
      }),
    )
    .max(20)
    .default([]),
  inspection: inspectionColumns.default({}),
  tasks: z.array(taskColumns).max(20).default([]),
});

/** A checked mapping. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** A mapping as it is written, with its defaults left out. */
export type ColumnMappingDraft = z.input<typeof columnMappingSchema>;

/** The columns of one task. */
export type TaskColumns = z.infer<typeof taskColumns>;

/** Words for codes. */
export type CodeWords = z.infer<typeof words>;

/** Every heading a mapping names, each once. */
export function namedColumns(mapping: ColumnMapping): readonly string[] {
  const named = [
    ...Object.values(mapping.columns),
    ...mapping.description.map((part) => part.column),
    ...Object.values(mapping.inspection),
    ...mapping.tasks.flatMap((task) => Object.values(task)),
  ];
  return [...new Set(named.filter((name) => name !== undefined))];
}
