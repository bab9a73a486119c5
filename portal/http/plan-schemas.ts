import { z } from '@hono/zod-openapi';
import { idSchema, momentSchema } from '../../shared/contract/parts.ts';
import { itemAllocations, workItemKinds, workItemStates } from '../../shared/domain/work-plan/work-plan.ts';
import { roleSchema } from './role-schema.ts';
import { personSchema } from './task-schemas.ts';

/** Ten-thousandths of a metre or of an item's unit. */
const tenThousandths = z.int();
/** An amount in minor units. */
const minor = z.int();

/** What was decided at once on items of a budget. */
export const itemsDecision = z.strictObject({
  approved: z.array(idSchema).readonly(),
  rejected: z.array(idSchema).readonly(),
  reason: z.string(),
  by: personSchema,
  as: roleSchema,
  at: momentSchema,
});

/** What of an item was approved. */
export const approvedSchema = z.strictObject({ amount: minor, quantity: tenThousandths, unitPrice: minor }).nullable();

/** What a work item says, whoever reads it. */
export const itemContent = {
  task: idSchema,
  kind: z.enum(workItemKinds),
  code: z.string().nullable(),
  text: z.string(),
  unit: z.string(),
  trade: z.string(),
  quantity: z.string().describe('The formula as it was typed.'),
  amountOf: tenThousandths,
};

/** The parts of a case that hold its work plan. */
export const planParts = {
  rooms: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z.string(),
        length: tenThousandths.optional(),
        width: tenThousandths.optional(),
        height: tenThousandths.optional(),
        order: z.int(),
        revision: idSchema,
      }),
    )
    .readonly(),
  'work-items': z
    .array(
      z.strictObject({
        id: idSchema,
        room: idSchema.nullable(),
        ...itemContent,
        order: z.int(),
        state: z.enum(workItemStates),
        allocation: z.enum(itemAllocations),
        budget: idSchema.nullable(),
        accepted: z.literal(true).optional().describe('Rejected, and the partner does without it.'),
        revision: idSchema,
      }),
    )
    .readonly(),
  'work-values': z
    .array(
      z.strictObject({
        id: idSchema,
        company: idSchema,
        unitPrice: minor,
        priceList: idSchema.nullable(),
        amount: minor,
        approved: approvedSchema,
      }),
    )
    .readonly()
    .describe('What work items cost, by their ids.'),
  'budget-items': z
    .array(
      z.strictObject({
        id: idSchema,
        items: z
          .array(
            z.strictObject({
              item: idSchema,
              ...itemContent,
              room: z.string().nullable(),
              unitPrice: minor,
              amount: minor,
              before: minor,
            }),
          )
          .readonly(),
      }),
    )
    .readonly()
    .describe('The work items of a budget as they were sent, by the budget’s id.'),
};
