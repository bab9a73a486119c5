import { z } from 'zod';
import { idSchema } from './parts.ts';

/** How tasks are allocated, as it crosses; no two places on earth are further apart. */
export const allocationParts = {
  recommendedKilometres: z.int().min(1).max(20_100).nullable(),
  managerFromOwnCompany: z.enum(['insurer-agrees', 'allowed']),
};

/** Whom an office has set responsible at once, as it crosses. */
export const memberSelectionSchema = z.strictObject({
  others: idSchema.nullable(),
  byType: z.record(idSchema, idSchema.nullable()),
});
