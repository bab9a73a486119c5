import { z } from 'zod';
import { idSchema, levelSchema, limitSchema, minorUnits, momentSchema, rightSchema } from './parts.ts';

/** What a log of settings is about: the portal itself, an office or a member. */
export const loggedSubjectSchema = z.strictObject({
  kind: z.enum(['portal', 'office', 'member', 'categories']),
  id: idSchema,
});

/** `GET /settings-log/{portal}?kind=&id=`: who changed what of one thing, newest first. */
export const settingsLogSchema = z.array(
  z.strictObject({
    /** The command's name. */
    what: z.string(),
    by: z.string(),
    at: momentSchema,
    /** The parts that differ, as they were and as they are; null for what was not there. */
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
  }),
);

/** What the log of a member tells as it was or as it is: the parts that differ, as far as this app knows them. */
export const loggedMemberSchema = z.object({
  level: levelSchema.nullish(),
  active: z.boolean().nullish(),
  marked: z.boolean().nullish(),
  limit: limitSchema.nullish(),
  certified: z.array(idSchema).nullish(),
  budgetPermission: z.boolean().nullish(),
  away: z.object({ deputy: idSchema }).nullish(),
});

/** Parts of a member that differ. */
export type LoggedMember = z.infer<typeof loggedMemberSchema>;

/** What a log of settings is about. */
export type LoggedSubject = z.infer<typeof loggedSubjectSchema>;

/** A change of settings: the parts that differ. */
export type SettingsEntry = z.infer<typeof settingsLogSchema>[number];

/** The External Case Handler's part of a portal's settings as a log has it. */
export const loggedRoleSchema = z.object({
  enabled: z.boolean(),
  rights: z.array(rightSchema),
  defaultLimit: minorUnits.nullable(),
  limitBasis: z.enum(['cumulative', 'per-budget']),
  ownCompany: z.boolean(),
  sampleWithinLimit: z.int().optional(),
});

/** How a portal decides on compensation as a log has it. */
export const loggedCompensationSchema = z.object({ parts: z.enum(['by-part', 'whole']) });

/** A set of rights as a log has it. */
export const loggedRightsSchema = z.array(rightSchema);
