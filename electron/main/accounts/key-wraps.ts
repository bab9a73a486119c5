import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { deriveKey, seal, unseal } from '../journal/sealed.ts';

/** The key store of the operating system, behind Electron's safeStorage. */
export interface KeyStore {
  /** False where the secret would be kept under a fixed password (Linux `basic_text`): then nothing is given to it. */
  readonly isReal: () => boolean;
  readonly protect: (text: string) => Uint8Array;
  /** Throws when the key store changed or was not unlocked. */
  readonly unprotect: (bytes: Uint8Array) => string;
}

const bytes = z.base64().max(4096);

const passwordWrap = z.strictObject({
  kdf: z.literal('argon2id'),
  // Bounded: a changed file must not make the app take all memory or all day.
  memory: z.int().min(8192).max(1_048_576),
  passes: z.int().min(1).max(10),
  salt: bytes,
  sealed: bytes,
});

/** The data key, wrapped in up to three ways (sync.md 4). */
export const wrapsSchema = z.strictObject({
  keyStore: bytes.nullable(),
  password: passwordWrap,
  recovery: bytes.nullable(),
});

export type Wraps = z.infer<typeof wrapsSchema>;
type PasswordWrap = z.infer<typeof passwordWrap>;

/** What is at hand to open the data key with. */
export interface Openers {
  readonly passwords: readonly string[];
  readonly recovery: string | null;
}

/** Above OWASP's least for argon2id (19 MiB, 2 passes), and still less than half a second on a small computer. */
const MEMORY_KIB = 32_768;
const PASSES = 2;

/** Random, never derived from a password, so that a new password does not make old work unreadable. */
export function newDataKey(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}

export async function wrapDataKey(
  dataKey: Uint8Array,
  secrets: { readonly account: string; readonly password: string; readonly recovery: string | null },
  keyStore: KeyStore,
): Promise<Wraps> {
  const { account, password, recovery } = secrets;
  return {
    keyStore: wrapInKeyStore(dataKey, keyStore),
    password: await wrapByPassword(dataKey, account, password),
    recovery: recovery === null ? null : base64(seal(recoveryKey(recovery), dataKey, `${account} recovery`)),
  };
}

export function wrapInKeyStore(dataKey: Uint8Array, keyStore: KeyStore): string | null {
  return keyStore.isReal() ? base64(keyStore.protect(base64(dataKey))) : null;
}

/** Tries the key store first: it costs nothing and needs no one. */
export async function openDataKey(
  wraps: Wraps,
  account: string,
  openers: Openers,
  keyStore: KeyStore,
): Promise<Uint8Array | null> {
  const byKeyStore = openByKeyStore(wraps, keyStore);
  if (byKeyStore !== null) return byKeyStore;
  for (const password of openers.passwords) {
    const opened = await openByPassword(wraps.password, account, password);
    if (opened !== null) return opened;
  }
  if (openers.recovery === null || wraps.recovery === null) return null;
  return unseal(recoveryKey(openers.recovery), fromBase64(wraps.recovery), `${account} recovery`);
}

export function openByKeyStore(wraps: Wraps, keyStore: KeyStore): Uint8Array | null {
  if (wraps.keyStore === null || !keyStore.isReal()) return null;
  try {
    const dataKey = fromBase64(keyStore.unprotect(fromBase64(wraps.keyStore)));
    return dataKey.length === 32 ? dataKey : null;
  } catch {
    // A changed or locked keyring is no fault: the password opens it too.
    return null;
  }
}

export async function openByPassword(
  wrap: PasswordWrap,
  account: string,
  password: string,
): Promise<Uint8Array | null> {
  if (password === '') return null;
  const key = await passwordKey(password, fromBase64(wrap.salt), wrap);
  return unseal(key, fromBase64(wrap.sealed), `${account} password`);
}

async function wrapByPassword(dataKey: Uint8Array, account: string, password: string): Promise<PasswordWrap> {
  const salt = randomBytes(16);
  const key = await passwordKey(password, salt, { memory: MEMORY_KIB, passes: PASSES });
  const sealed = base64(seal(key, dataKey, `${account} password`));
  return { kdf: 'argon2id', memory: MEMORY_KIB, passes: PASSES, salt: base64(salt), sealed };
}

function passwordKey(
  password: string,
  salt: Uint8Array,
  cost: { readonly memory: number; readonly passes: number },
): Promise<Uint8Array> {
  return argon2id({
    // Two keyboards may write one accented letter in two ways.
    password: password.normalize('NFC'),
    salt,
    parallelism: 1,
    memorySize: cost.memory,
    iterations: cost.passes,
    hashLength: 32,
    outputType: 'binary',
  });
}

function recoveryKey(recovery: string): Uint8Array {
  return deriveKey(Buffer.from(recovery), 'recovery');
}

function base64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64');
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
