import { z } from 'zod';
import { inOrder } from '../domain/portal/calendar.ts';
import { textSchema } from './parts.ts';

/** A calendar day that there is, `2026-12-24`. */
export const daySchema = z.iso.date();

/** Where public holidays are looked up: `FI`, `US-NY`, `DE-BY-A`. */
export const placeSchema = z
  .string()
  .max(40)
  .regex(/^[A-Z]{2}(-[A-Za-z0-9]{1,20}){0,2}$/, 'A place is written FI, US-NY or DE-BY-A.');

const minuteOfDay = z.int().min(0).max(1440);

/** An hour at least, so that counting over a week never becomes a search. */
const workingHours = z
  .strictObject({ from: minuteOfDay, to: minuteOfDay })
  .refine(({ from, to }) => to - from >= 60, 'Working hours last an hour at least.')
  .meta({ description: 'In minutes after midnight; an hour at least.', example: { from: 480, to: 960 } });

const closedDay = z.strictObject({ date: daySchema, name: textSchema.trim().min(1).max(100) });

/** When somebody works: a week with an hour in it, and the days that are closed. */
export const calendarParts = {
  week: z
    .array(workingHours.nullable())
    .min(7)
    .max(7)
    .refine((week) => week.some((hours) => hours !== null), 'A week has working hours.')
    .readonly(),
  closedDays: z.array(closedDay).max(400).overwrite(inOrder).readonly(),
};

/** A calendar as it crosses. */
export const calendarSchema = z.strictObject(calendarParts);
