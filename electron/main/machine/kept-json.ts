import { dirname } from 'node:path';
import type { z } from 'zod';
import { createTurns } from '../journal/in-turn.ts';
import { makeFolder, readOrNull, replaceFile } from '../journal/durable-file.ts';
import { parseJson } from '../server/check-server.ts';

/** A small file of ours that outlives the app: read once, changed in memory, written whole. */
export interface KeptJson<Content> {
  readonly get: () => Content;
  readonly change: (change: Partial<Content>) => Promise<void>;
}

/** A file that is missing, damaged or of a later version gives the schema's defaults; nothing of value lies in one. */
export async function openKeptJson<Content extends object>(
  path: string,
  schema: z.ZodType<Content>,
): Promise<KeptJson<Content>> {
  await makeFolder(dirname(path));
  const text = await readOrNull(path);
  const parsed = schema.safeParse(text === null ? {} : parseJson(text.toString('utf8')));
  const inTurn = createTurns();
  let content = parsed.success ? parsed.data : schema.parse({});
  return {
    get: () => content,
    change: (change) => {
      content = { ...content, ...change };
      return inTurn(() => replaceFile(path, JSON.stringify(content, null, 2)));
    },
  };
}
