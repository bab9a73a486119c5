import { z } from '@hono/zod-openapi';
import { idSchema, momentSchema } from '../../shared/contract/parts.ts';
import { enteredSchema, settlementKindSchema, settlementRulesSchema } from '../../shared/contract/settlement.ts';
import { customerAnswers } from '../../shared/domain/settlement/settlement.ts';
import { approvedSchema, itemContent } from './plan-schemas.ts';
import { revisionSchema } from './revision-schema.ts';
import { roleSchema } from './role-schema.ts';
import { personSchema } from './task-schemas.ts';

/** An amount in minor units. */
const minor = z.int();

const item = z.strictObject({
  item: idSchema,
  ...itemContent,
  room: z.string().nullable(),
  unitPrice: minor,
  amount: minor,
  company: idSchema,
  approved: approvedSchema,
  asApproved: z.boolean(),
});

const said = { by: personSchema, at: momentSchema };

/** The part of a case that holds what went to the customer. */
export const settlementParts = {
  settlements: z
    .array(
      z.strictObject({
        id: idSchema,
        kind: settlementKindSchema,
        items: z.array(item).readonly(),
        entered: enteredSchema,
        rules: settlementRulesSchema.extend({ revision: revisionSchema.optional() }),
        before: z.strictObject({
          total: minor,
          byTrade: z.array(z.strictObject({ trade: z.string(), amount: minor })).readonly(),
        }),
        currency: z.string(),
        result: minor.describe('What the customer is paid.'),
        adds: minor.describe('What it binds beyond what was approved.'),
        state: z.enum(['provisional', 'binding', 'ended']),
        as: roleSchema,
        ...said,
        bound: z.strictObject({ as: roleSchema, amount: minor, ...said }).nullable(),
        answer: z.strictObject({ answer: z.enum(customerAnswers), note: z.string(), ...said }).nullable(),
        ended: z.strictObject({ because: z.enum(['returned', 'declined']), reason: z.string(), ...said }).nullable(),
        follows: idSchema.nullable(),
        revision: idSchema,
      }),
    )
    .readonly()
    .describe('Work items that went to the customer, with what is paid for them; of no partner.'),
};
