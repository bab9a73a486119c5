import { z } from 'zod';

const line = z.string().max(30_000);

/** A letter as the renderer composes it: text only, which the desk makes a page of. */
export const letterSchema = z.strictObject({
  /** BCP 47, for who hears the file read. */
  language: z.string().regex(/^[A-Za-z0-9-]{1,35}$/),
  paper: z.enum(['A4', 'Letter']),
  title: line,
  /** Who sends it, and whom it is for. */
  sender: line,
  receiver: z.array(line).max(10),
  facts: z.array(z.strictObject({ name: line, value: line })).max(20),
  paragraphs: z.array(line).max(20),
  /** As long as a work plan can be. */
  table: z.strictObject({ columns: z.array(line).max(8), rows: z.array(z.array(line).max(8)).max(2_000) }).nullable(),
  closing: z.array(line).max(10),
  /** Under the line that is signed. */
  signature: z.array(line).max(5),
});

/** A letter: to be kept as a PDF, or printed. */
export type Letter = z.infer<typeof letterSchema>;
