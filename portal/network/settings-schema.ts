import { z } from 'zod';
import { allocationParts } from '../../shared/contract/allocation.ts';
import { calendarParts, placeSchema } from '../../shared/contract/calendar.ts';
import {
  commandIdSchema,
  idSchema,
  minorUnits,
  momentSchema,
  rightSchema,
  textSchema,
} from '../../shared/contract/parts.ts';
import { settlementRulesSchema } from '../../shared/contract/settlement.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { taskStatuses } from '../../shared/domain/task/task-status.ts';

const hours = z.number().positive().max(10_000);

/** The settings of a portal as the operator writes them. */
export const settingsSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: z.string().refine(isTimeZone, 'A time zone is written Europe/Helsinki.'),
  externalCaseHandler: z.strictObject({
    enabled: z.boolean(),
    rights: z.array(rightSchema).readonly(),
    defaultLimit: minorUnits.nullable(),
    limitBasis: z.enum(['cumulative', 'per-budget']),
    ownCompany: z.boolean(),
    sampleWithinLimit: z.int().min(0).max(100).optional(),
  }),
  projectManagerRights: z.array(rightSchema).readonly(),
  inspectorRights: z.array(rightSchema).readonly().optional(),
  workPlans: z.boolean(),
  decisionGate: z.enum(['repairs-wait', 'none']),
  compensation: z.strictObject({ parts: z.enum(['by-part', 'whole']) }).optional(),
  taskTypes: z
    .array(
      z.strictObject({
        code: idSchema,
        name: textSchema.min(1).max(100),
        kind: z.enum(['inspection', 'first-aid', 'project-management', 'repair']),
        responsibles: z.enum(['one', 'several']),
        budget: z.enum(['none', 'automatic', 'required']),
      }),
    )
    .min(1)
    .max(100)
    .readonly(),
  targetHours: z.partialRecord(z.enum([...taskStatuses, 'role']), hours),
  calendar: z
    .strictObject({
      ...calendarParts,
      place: placeSchema.nullable(),
      revision: commandIdSchema,
      changedAt: momentSchema,
    })
    .optional(),
  allocation: z.strictObject(allocationParts).optional(),
  settlement: settlementRulesSchema.optional(),
}) satisfies z.ZodType<PortalSettings>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
