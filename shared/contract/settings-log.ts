import { z } from 'zod';
import { idSchema, momentSchema } from './parts.ts';

/** What a log of settings is about: the portal itself, an office or a member. */
export const loggedSubjectSchema = z.strictObject({ kind: z.enum(['portal', 'office', 'member']), id: idSchema });

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

/** What a log of settings is about. */
export type LoggedSubject = z.infer<typeof loggedSubjectSchema>;

/** A change of settings: the parts that differ. */
export type SettingsEntry = z.infer<typeof settingsLogSchema>[number];
