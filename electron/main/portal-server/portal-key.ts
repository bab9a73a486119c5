import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeyStore } from '../accounts/key-wraps.ts';
import { makeFolder, readOrNull, replaceFile } from '../journal/durable-file.ts';

const keySchema = z.union([z.strictObject({ inKeyStore: z.base64() }), z.strictObject({ key: z.string().min(32) })]);

const PORTAL_KEY_FILE = 'portal-key.json';

/** The key of a portal server's database lies here and cannot be opened. */
export class PortalKeyUnreadable extends Error {
  override readonly name = 'PortalKeyUnreadable';
}

/** What is kept with a key that cannot be opened: what a demo makes again goes aside, what somebody set up is waited for. */
export type WithoutKey = 'set-aside' | 'wait';

/**
 * The key of the embedded server's database. Where there is no real key store it lies in a file that only this user may
 * read: it then protects a copied or thrown away disk image as little as any file does, which docs say.
 */
export async function readPortalKey(
  folder: string,
  keyStore: KeyStore,
  now: string,
  withoutKey: WithoutKey = 'set-aside',
): Promise<string> {
  await makeFolder(folder);
  const path = join(folder, PORTAL_KEY_FILE);
  const text = await readOrNull(path);
  if (text !== null) {
    const key = openKey(text.toString('utf8'), keyStore);
    if (key !== null) return key;
    if (withoutKey === 'wait') throw new PortalKeyUnreadable();
    // Its database opens with no other key: both are put aside together, never deleted, and the server begins anew.
    await rename(folder, `${folder}.set-aside-${now.replaceAll(/[^0-9]/g, '')}`);
    await makeFolder(folder);
  }
  const key = randomBytes(32).toString('base64url');
  const kept = keyStore.isReal() ? { inKeyStore: Buffer.from(keyStore.protect(key)).toString('base64') } : { key };
  await replaceFile(path, JSON.stringify(kept));
  return key;
}

function openKey(text: string, keyStore: KeyStore): string | null {
  try {
    const kept = keySchema.parse(JSON.parse(text));
    return 'key' in kept ? kept.key : keyStore.unprotect(Buffer.from(kept.inKeyStore, 'base64'));
  } catch {
    return null;
  }
}
