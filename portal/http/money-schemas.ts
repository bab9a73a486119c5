import { z } from '@hono/zod-openapi';
import { fileSchema, idSchema, momentSchema } from '../../shared/contract/parts.ts';
import { invoiceKinds } from '../../shared/domain/invoice/invoice.ts';
import { itemsDecision } from './plan-schemas.ts';
import { roleSchema } from './role-schema.ts';
import { personSchema, targetSchema } from './task-schemas.ts';

/** An amount in minor units. */
export const minorSchema = z.int();

const money = z.strictObject({ amount: minorSchema, currency: z.string() });

const budget = z.strictObject({
  id: idSchema,
  tasks: z.array(idSchema).readonly(),
  office: idSchema,
  company: idSchema,
  version: z.int(),
  state: z.enum(['submitted', 'approved', 'rejected', 'recalled']),
  description: z.string(),
  money,
  file: fileSchema.nullable().describe('null for one of work items.'),
  waiting: minorSchema.optional(),
  decided: z.array(itemsDecision).readonly().optional(),
  comment: z.string(),
  reason: z.string().optional(),
  submittedBy: personSchema,
  submittedAt: momentSchema,
  target: targetSchema,
  rejection: z.strictObject({ by: personSchema, reason: z.string(), at: momentSchema }).nullable(),
  recall: z.strictObject({ by: personSchema, comment: z.string(), at: momentSchema }).optional(),
  approvals: z
    .array(
      z.strictObject({
        version: z.int(),
        by: personSchema,
        as: roleSchema,
        amount: minorSchema,
        previous: minorSchema,
        at: momentSchema,
        sampled: z.literal(true).optional(),
        checked: z.strictObject({ by: personSchema, at: momentSchema }).optional(),
      }),
    )
    .readonly(),
  forwarded: z
    .strictObject({ by: personSchema, at: momentSchema, note: z.string(), over: minorSchema.nullable() })
    .nullable(),
  answered: z.strictObject({ by: personSchema, at: momentSchema }).optional(),
  revision: idSchema,
});

const budgetVersion = budget
  .pick({
    version: true,
    description: true,
    money: true,
    file: true,
    comment: true,
    reason: true,
    submittedBy: true,
    submittedAt: true,
    rejection: true,
    recall: true,
    company: true,
  })
  .extend({ id: idSchema, budget: idSchema });

const invoice = z.strictObject({
  id: idSchema,
  number: z.string(),
  company: idSchema,
  office: idSchema,
  tasks: z.array(idSchema).readonly(),
  money,
  vat: minorSchema.optional(),
  dated: z.string().describe('Calendar day.'),
  kind: z.enum(invoiceKinds),
  comment: z.string(),
  file: fileSchema,
  enteredBy: personSchema,
  enteredAt: momentSchema,
  state: z.enum(['entered', 'approved', 'rejected']),
  decided: z.strictObject({ by: personSchema, at: momentSchema, reason: z.string() }).optional(),
  revision: idSchema,
});

/** The parts of a case that hold its budgets and invoices. */
export const moneyParts = {
  budgets: z.array(budget).readonly(),
  'budget-forwards': z
    .array(z.strictObject({ id: idSchema, note: z.string(), over: minorSchema.nullable() }))
    .readonly()
    .describe('What was written to the insurer with a forwarded budget, by the budget’s id.'),
  'budget-versions': z
    .array(budgetVersion)
    .readonly()
    .describe('Versions of budgets that others followed, as they were sent.'),
  invoices: z.array(invoice).readonly(),
};
