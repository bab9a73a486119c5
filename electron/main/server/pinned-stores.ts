import { join } from 'node:path';
import { z } from 'zod';
import { readOrNull, replaceFile } from '../journal/durable-file.ts';
import { parseJson } from './check-server.ts';

/** Which store was met at which address (sync.md 25). */
export interface PinnedStores {
  readonly at: (address: string) => string | null;
  readonly pin: (address: string, store: string) => Promise<void>;
  readonly unpin: (address: string) => Promise<void>;
}

const pinsSchema = z.record(z.string(), z.string());

export async function openPinnedStores(folder: string): Promise<PinnedStores> {
  const path = join(folder, 'known-servers.json');
  const text = await readOrNull(path);
  const parsed = pinsSchema.safeParse(text === null ? {} : parseJson(text.toString('utf8')));
  const pins = new Map(Object.entries(parsed.success ? parsed.data : {}));
  const save = (): Promise<void> => replaceFile(path, JSON.stringify(Object.fromEntries(pins), null, 2));
  return {
    at: (address) => pins.get(address) ?? null,
    pin: async (address, store) => {
      if (pins.get(address) === store) return;
      pins.set(address, store);
      await save();
    },
    unpin: async (address) => {
      if (pins.delete(address)) await save();
    },
  };
}
