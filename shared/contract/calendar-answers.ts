import { z } from 'zod';
import { calendarParts, daySchema, placeSchema } from './calendar.ts';
import { idSchema, momentSchema } from './parts.ts';

/** `GET /calendar/places`: every place whose public holidays are known. */
export const placesSchema = z.array(z.strictObject({ code: placeSchema, name: z.string() }));

/** `GET /calendar/holidays?place=&year=`: each day once, with how closed it is. */
export const holidaysSchema = z.array(
  z.strictObject({
    date: daySchema,
    name: z.string(),
    kind: z.enum(['public', 'bank', 'optional', 'observance']),
  }),
);

/** `GET /calendar/{portal}/log`: who changed which settings, newest first. */
export const settingsLogSchema = z.array(
  z.strictObject({
    what: z.string(),
    by: z.string(),
    at: momentSchema,
    office: idSchema.nullable(),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
  }),
);

/** A calendar as it was written down; null where there was none of the own. */
export const loggedCalendarSchema = z.object(calendarParts).nullable();

/** A place whose public holidays are known. */
export type Place = z.infer<typeof placesSchema>[number];

/** A day that may be closed in a place. */
export type Holiday = z.infer<typeof holidaysSchema>[number];

/** A change of settings: the parts that differ. */
export type SettingsEntry = z.infer<typeof settingsLogSchema>[number];
