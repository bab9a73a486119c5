import { z } from 'zod';
import type { StatisticsCell } from '../domain/statistics/cell.ts';
import { daySchema } from './calendar.ts';
import { idSchema, momentSchema } from './parts.ts';

const states = z.enum(['open', 'closed', 'all']);

/** `POST /reports/{portal}`: a Case statistics report of the cases that were created from one day to another. */
export const reportRequestSchema = z
  .strictObject({
    from: daySchema.describe('The first day on which a case was created, by the portal’s clock.'),
    to: daySchema.describe('The last one.'),
    state: states.describe('Which cases: those that are open, closed, or both.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is not before the first.' });

/** What a report is asked about. */
export type ReportRequest = z.infer<typeof reportRequestSchema>;

/** A report of one's own: what it is about, and how far it is. */
export const reportSchema = z.strictObject({
  id: idSchema,
  from: daySchema,
  to: daySchema,
  state: states,
  askedAt: momentSchema,
  askedBy: z.string().describe('Who asked for it.'),
  status: z.enum(['waiting', 'made', 'failed']).describe('`waiting` while it is being made.'),
  done: z.int().describe('How many of the cases have been looked at.'),
  total: z.int().describe('How many cases are looked at.'),
  rows: z.int().describe('How many of them are in the report.'),
  madeAt: momentSchema.nullable(),
  deletedAt: momentSchema.describe('When it is deleted by itself.'),
});

/** A report of one's own. */
export type Report = z.infer<typeof reportSchema>;

/** `GET /reports/{portal}`: newest first. */
export const reportsSchema = z.array(reportSchema);

/** The answer to a report that was asked for. */
export const reportAskedSchema = z.strictObject({ id: idSchema });

/** The answer to a report that was cancelled or deleted. */
export const reportDroppedSchema = z.strictObject({ dropped: z.literal(true) });

/** The signs that part the cells of a CSV file. */
export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** The signs before the decimals of an amount. */
export const decimalSigns = { point: '.', comma: ',' } as const;

const namesOf = <Name extends string>(signs: Readonly<Record<Name, string>>) => Object.keys(signs) as [Name, ...Name[]];

/** `GET /reports/{portal}/{report}/file`: how the file is written; the signs are those of CSV only. */
export const reportFileQuerySchema = z.strictObject({
  format: z.enum(['csv', 'xlsx']),
  separator: z.enum(namesOf(separators)).default('comma'),
  decimals: z.enum(namesOf(decimalSigns)).default('point'),
});

/** How a report's file is written. */
export type ReportFileQuery = z.output<typeof reportFileQuerySchema>;

/** The header of a file's answer that says how many rows were left out, because their cases are no longer seen. */
export const rowsLeftOutHeader = 'rows-left-out';

const cellSchema: z.ZodType<StatisticsCell> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
    z.strictObject({ kind: z.literal('count'), value: z.int() }),
    z.strictObject({ kind: z.literal('money'), amount: z.int(), currency: z.string() }),
    z.strictObject({ kind: z.literal('day'), day: z.string() }),
    z.strictObject({ kind: z.literal('moment'), moment: z.string(), zone: z.string() }),
  ])
  .nullable();

/** `GET /reports/{portal}/{report}`: the beginning of a report, to look at before it is saved. */
export const reportPreviewSchema = z.strictObject({
  headings: z.array(z.string()),
  rows: z.array(z.array(cellSchema)).describe('The first twenty at most; null for an empty cell.'),
  leftOut: z.int().describe('How many rows are left out, because their cases are no longer seen.'),
});

/** The beginning of a report. */
export type ReportPreview = z.infer<typeof reportPreviewSchema>;
