import type { z } from 'zod';
import { parseJson, unreadable, type Answer } from './answer.ts';

/** A request that posts a value. */
export function json(body: unknown): RequestInit {
  return jsonText(JSON.stringify(body));
}

/** A request that posts JSON as it was written. */
export function jsonText(body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body };
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
