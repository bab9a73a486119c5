import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { idSchema, momentSchema } from '../../../shared/contract/parts.ts';
import { makeFolder, readOrNull, replaceFile } from '../journal/durable-file.ts';
import { wrapsSchema } from './key-wraps.ts';

const accountSchema = z.strictObject({
  format: z.literal(1),
  account: z.string().max(201),
  store: idSchema,
  person: idSchema,
  email: z.string().max(200),
  name: z.string().max(200),
  /** `embedded` or an origin. */
  address: z.string().max(300),
  lastSignIn: momentSchema,
  /** The time of the server's last answer: what the offline lease is measured against (sync.md 31). */
  serverTime: momentSchema,
  wraps: wrapsSchema,
  /** The session token under the data key; null after a sign-out. */
  token: z.base64().max(8192).nullable(),
  /** Unsent items when it was closed, for whoever looks without the key; unknown while it is open and after a kill. */
  unsent: z.int().min(0).optional(),
});

/** What is kept in clear of an account on this computer: who it is, and its wrapped key. */
export type AccountFile = z.infer<typeof accountSchema>;

/** `<store id>.<person id>` (sync.md 25). */
export function accountId(store: string, person: string): string {
  return `${store}.${person}`;
}

/** A name that is safe on every file system and as a session partition. */
export function accountHash(account: string): string {
  return createHash('sha256').update(account).digest('hex').slice(0, 32);
}

export function accountFolder(accounts: string, account: string): string {
  return join(accounts, accountHash(account));
}

/** Null when there is none or it cannot be read; what lies beside it is left alone either way. */
export async function readAccountFile(folder: string): Promise<AccountFile | null> {
  const text = await readOrNull(join(folder, 'account.json'));
  if (text === null) return null;
  try {
    return accountSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return null;
  }
}

export async function writeAccountFile(folder: string, file: AccountFile): Promise<void> {
  await makeFolder(folder);
  await replaceFile(join(folder, 'account.json'), JSON.stringify(file, null, 2));
}

export async function listAccountFiles(accounts: string): Promise<readonly AccountFile[]> {
  await makeFolder(accounts);
  const names = (await readdir(accounts)).filter((name) => /^[0-9a-f]{32}$/.test(name));
  const files = await Promise.all(names.map((name) => readAccountFile(join(accounts, name))));
  return files.filter((file) => file !== null).toSorted((a, b) => (a.lastSignIn < b.lastSignIn ? 1 : -1));
}
