import { z } from 'zod';
import { compensationResults, partKinds, rulings } from '../domain/compensation/compensation.ts';
import type { DecideCompensation } from '../domain/compensation/decide-compensation.ts';
import { currencySchema, madeIdSchema, minorUnits, nameSchema, optionalText } from './parts.ts';

/** What came of the decision on compensation. */
export const compensationResultSchema = z.enum(compensationResults);

/** Percent that is taken off for age. */
export const deductionSchema = z.int().min(0).max(100);

/** A part as everybody who works in the case is told it. */
export const decidedPart = {
  kind: z.enum(partKinds),
  name: optionalText,
  ruling: z.enum(rulings),
  scope: optionalText,
};

/** What is insured, as it was seen. */
const cover = z.strictObject({
  insuredSum: minorUnits.nullable(),
  buildingDamage: minorUnits.nullable(),
  contentsDamage: minorUnits.nullable(),
});

/** What `decide-compensation` takes. */
export const decideCompensationSchema = z.strictObject({
  task: madeIdSchema,
  early: z.boolean(),
  result: compensationResultSchema,
  parts: z
    .array(
      z.strictObject({
        ...decidedPart,
        deduction: deductionSchema,
        reason: optionalText,
        amount: minorUnits.nullable(),
      }),
    )
    .max(50),
  currency: currencySchema.nullable(),
  reason: optionalText,
  customerText: optionalText,
  authority: nameSchema,
  seen: z.strictObject({ documents: z.array(madeIdSchema).max(1000), cover: cover.nullable() }),
}) satisfies z.ZodType<DecideCompensation>;
