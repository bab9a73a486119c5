import type { z } from 'zod';
import { parseJson, unreadable, type Answer } from './answer.ts';

/** A request that posts JSON. */
export function json(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Reads an answer by its schema. */
export async function parsed<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<Answer<z.infer<Schema>>> {
  const text = await response.text();
  const result = schema.safeParse(parseJson(text));
  return result.success ? { kind: 'ok', value: result.data } : unreadable(text, 'an answer that cannot be read');
}
