import { hkdfSync, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandLineError } from './command-line-error.ts';

/** The key that recovery secrets are sealed with, and where it lies. */
export interface RecoveryKey {
  readonly key: Uint8Array;
  readonly place: string;
}

const variable = 'PORTAL_RECOVERY_KEY';
const keyBytes = 32;

/** From the environment, else from a file beside the database, which is made at the first start. */
export async function readRecoveryKey(given: string | undefined, folder: string): Promise<RecoveryKey> {
  if (given) return { key: parseKey(given, variable), place: variable };
  const place = join(folder, 'recovery.key');
  const text = (await readOrNull(place)) ?? (await makeKey(place));
  return { key: parseKey(text, place), place };
}

/** The embedded server's, whose database is sealed as a whole: from the key of that. */
export function deriveRecoveryKey(encryptionKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', encryptionKey, '', 'partner-desk recovery secrets', keyBytes));
}

/** What the operator is told where another key sealed secrets; null where none did. */
export function lostKeyNotice(people: number, place: string): string | null {
  if (people === 0) return null;
  return (
    `The recovery secrets of ${people === 1 ? '1 person' : `${people} people`} were sealed with another key than the one in ${place}. ` +
    'Everybody signs in as before; but whoever chooses a new password before signing in once more needs the old one ' +
    `to open what waits in the app. If the former key is still there, put it back (recovery.key or ${variable}).`
  );
}

async function readOrNull(place: string): Promise<string | null> {
  try {
    return await readFile(place, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return null;
    throw new CommandLineError(
      `${place} cannot be read: ${cause instanceof Error ? cause.message : 'why is not known'}.`,
      {
        cause,
      },
    );
  }
}

/**
 * Readable to this user alone, and on the disk before anything is sealed with it. It gets its name when it is whole: a
 * start that breaks off, or a full disk, leaves none behind that could not be read.
 */
async function makeKey(place: string): Promise<string> {
  const made = `${place}.${randomBytes(4).toString('hex')}`;
  const file = await open(made, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(keyBytes).toString('base64url')}\n`);
    await file.sync();
    await link(made, place);
    // Its name too.
    await file.sync();
  } catch (cause) {
    // Another portal server was quicker: its key is the one.
    if (!hasCode(cause, 'EEXIST')) throw cause;
  } finally {
    await file.close();
    await rm(made);
  }
  return readFile(place, 'utf8');
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}

function parseKey(text: string, place: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length === keyBytes && key.toString('base64url') === text.trim()) return new Uint8Array(key);
  throw new CommandLineError(
    `${place} holds no recovery key, which is 32 random bytes in base64url: put the right one there, or take it away to begin with a new one.`,
  );
}
