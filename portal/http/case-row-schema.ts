import { z } from '@hono/zod-openapi';
import { idSchema } from '../../shared/contract/parts.ts';
import type { RowLine } from '../../shared/domain/case/row-line.ts';
import { compensationResultSchema } from '../../shared/contract/compensation.ts';
import { minorSchema } from './money-schemas.ts';
import { owingSchema, personSchema, statusSchema, taskKindSchema } from './task-schemas.ts';

const millisecond = z.int().describe('Milliseconds since 1970, UTC.');
const targetLine = z
  .tuple([millisecond, z.int().describe('So many milliseconds later it is due.')])
  .readonly()
  .describe('When a target is near, and how much later it is due.');

/** What lists know of a case. */
export const rowLineSchema = z
  .strictObject({
    id: idSchema,
    number: z.string(),
    claimNumber: z.string(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string(),
    cause: z.string(),
    lossDate: z.string(),
    changed: millisecond,
    state: z.enum(['closed', 'deleted']).optional().describe('Left out while the case is open.'),
    handler: idSchema.optional(),
    decision: compensationResultSchema.optional(),
    role: z
      .strictObject({
        office: idSchema,
        officeName: z.string(),
        company: idSchema,
        since: millisecond,
        user: personSchema.optional(),
        target: targetLine.optional(),
      })
      .optional(),
    roleDeclined: z.literal(true).optional(),
    kinds: z
      .array(z.tuple([z.string(), taskKindSchema, z.literal(1).optional()]).readonly())
      .readonly()
      .optional()
      .describe('Kinds of its tasks: type code, kind, 1 for the main inspection.'),
    offices: z
      .array(z.tuple([idSchema.nullable(), idSchema.nullable()]).readonly())
      .readonly()
      .optional()
      .describe('Offices of its tasks with their companies.'),
    people: z.array(idSchema).readonly().optional().describe('Members that its tasks name.'),
    tasks: z
      .array(
        z
          .tuple([
            idSchema,
            z.int().describe('Place in kinds.'),
            statusSchema,
            z.int().describe('Place in offices.'),
            z.array(z.int()).readonly().describe('Responsibles: places in people.'),
            z.union([targetLine, z.literal(0)]),
            z.int().optional().describe('Who completed it: place in people; -1 for nobody.'),
            owingSchema.optional().describe('Who owes the information that it waits for.'),
          ])
          .readonly(),
      )
      .readonly()
      .optional(),
    budgets: z
      .array(
        z.strictObject({
          id: idSchema,
          company: idSchema,
          amount: minorSchema,
          tasks: z.array(z.int()).readonly().describe('Places in tasks.'),
          submittedBy: idSchema.optional(),
          forwarded: z.literal(true).optional(),
          target: targetLine.optional(),
        }),
      )
      .readonly()
      .optional()
      .describe('Budgets that wait for a decision, as far as they are seen.'),
    invoices: z
      .array(z.tuple([idSchema, idSchema, z.string(), z.union([z.literal(0), z.literal(1)])]).readonly())
      .readonly()
      .optional()
      .describe('Invoices that were not rejected, as far as they are seen: id, company, number, 1 where it waits.'),
    settled: z
      .array(z.int())
      .readonly()
      .optional()
      .describe('Tasks that were settled with the customer: places in tasks.'),
    toCheck: z
      .array(idSchema)
      .readonly()
      .optional()
      .describe('Budgets of which an approval waits to be looked at by the insurer.'),
    settlements: z
      .array(
        z.strictObject({
          id: idSchema,
          works: z.array(z.strictObject({ company: idSchema, tasks: z.array(idSchema).readonly() })).readonly(),
        }),
      )
      .readonly()
      .optional()
      .describe('Settlements that bind more than was approved and wait for who may approve that.'),
    messages: z.int().optional(),
    headerOnly: z.literal(true).optional().describe('Only the header is seen: the role waits for a user.'),
  })
  .openapi('CaseRow') satisfies z.ZodType<RowLine>;
