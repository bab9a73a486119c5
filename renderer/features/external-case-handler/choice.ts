import { z } from 'zod';

/** The choice of a dialog as its draft keeps it. */
export const choiceSchema = z.object({ chosen: z.string().nullable() });

export const noChoice: z.infer<typeof choiceSchema> = { chosen: null };
