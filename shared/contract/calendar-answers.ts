import { z } from 'zod';
import { calendarParts, daySchema, placeSchema } from './calendar.ts';

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

/** A calendar as it was written down; null where there was none of the own. */
export const loggedCalendarSchema = z.object(calendarParts).nullable();

/** A place whose public holidays are known. */
export type Place = z.infer<typeof placesSchema>[number];

/** A day that may be closed in a place. */
export type Holiday = z.infer<typeof holidaysSchema>[number];
