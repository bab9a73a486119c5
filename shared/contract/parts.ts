import { z } from 'zod';
import { isMoment } from '../domain/moment.ts';
import { largestAmount } from '../domain/money.ts';
import { rights } from '../domain/rights/rights.ts';

/** An id as it crosses: short, printable, never a path. */
export const idSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9._:-]+$/, 'An id has letters, digits and . _ : - only.');

const made = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\d+)?$/i;

/** An id that somebody made as a UUID, in small letters: in capitals it is the same one. Any other id as it is. */
export function smallLetters(id: string): string {
  return made.test(id) ? id.toLowerCase() : id;
}

/** The id of something that is made as work goes on (a case, a task, a file): what an operator names keeps its capitals. */
export const madeIdSchema = idSchema.overwrite(smallLetters);

/** The name of a thing that a command would overwrite, with the id in it in small letters where somebody made it. */
export function smallThing(thing: string): string {
  return thing.replace(/:([^/]+)/, (_, id: string) => `:${smallLetters(id)}`);
}

/** What a command would overwrite, named inside what the command is about. */
export const thingSchema = z
  .string()
  .max(150)
  .regex(/^[a-z-]+(:[A-Za-z0-9._:-]+)?(\/[a-z-]+)?$/, 'A thing is written task:<id>/time.')
  .overwrite(smallThing);

/** A command's id: ids are compared as text, so one id has one writing, or it could be carried out twice. */
export const commandIdSchema = z.uuid().toLowerCase();

/** A set of task types' codes: a code that is there twice is there once. */
export const codesSchema = z
  .array(idSchema)
  .max(100)
  .overwrite((codes) => [...new Set(codes)]);

/** A UTC moment with milliseconds. */
export const momentSchema = z
  .string()
  .refine(isMoment, 'A moment is written 2026-03-01T08:00:00.000Z.')
  .meta({ format: 'date-time' });

/**
 * True for text that every place keeps as it is. SQLite cuts text at a zero character and PostgreSQL refuses it; half of
 * a character beyond the first 65,536 becomes another one on the way.
 */
export function isWholeText(text: string): boolean {
  return !/\0|\p{Cs}/u.test(text);
}

/** Any text that comes in from outside; tabs and line breaks belong to it. */
export const textSchema = z.string().refine(isWholeText, 'A text has no zero character, and no half of a character.');

/** Text a person typed: not empty, not endless. */
export const typedText = textSchema.trim().min(1).max(10_000);

/** Text that may be left empty. */
export const optionalText = textSchema.trim().max(10_000);

/** Minor units of a currency; never a fraction. */
export const minorUnits = z.int().min(0).max(largestAmount);

/** A currency by its code in ISO 4217. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/** Money as it crosses. */
export const moneySchema = z.strictObject({ amount: minorUnits.min(1), currency: currencySchema });

/** A file's own name: no folder, no slash, no control character, and nothing that turns the reading direction around. */
export const fileNameSchema = textSchema
  .min(1)
  .max(200)
  .regex(
    // oxlint-disable-next-line no-control-regex -- what is not taken is named, so that any letter is, in every reading
    /^(?!\.{1,2}$)[^\u0000-\u001f/\\\u007f-\u009f\u2028-\u202e\u2066-\u2069]+$/,
    'A file name has no control characters or slashes.',
  );

/** What identifies an uploaded file. */
export const fileSchema = z.strictObject({
  file: madeIdSchema,
  name: fileNameSchema,
  size: z.int().min(1).max(50_000_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z
    .string()
    .max(100)
    .regex(/^[ -~]+$/, 'A media type is written application/pdf.'),
});

/** The limit of a marked user. */
export const limitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('default') }),
  z.strictObject({ kind: z.literal('other'), amount: minorUnits }),
]);

/** What something or somebody is called: one line of text, in which nothing turns the reading direction around. */
export const nameSchema = textSchema
  .trim()
  .min(1)
  .max(200)
  // Without flags: the description would write them into the pattern, which then matches nothing.
  // oxlint-disable-next-line no-control-regex -- what is not taken is named, so that any letter is, in every reading
  .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+$/, 'A name has no control characters.');

/** An e-mail address; it is the same one however it is written. */
export const emailSchema = z
  .string()
  .trim()
  // Of a pipe its beginning is described.
  .meta({ format: 'email', example: 'new@example.com' })
  .pipe(z.email().max(200).toLowerCase());

/** A telephone number as somebody writes it, or nothing: one line, in no form of ours. */
export const phoneSchema = z.union([z.literal(''), nameSchema.max(100)]);

/** An authority level. A literal of several values would be described by its first alone. */
export const levelSchema = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);

/** One of the sixteen rights. */
export const rightSchema = z.enum(rights);
