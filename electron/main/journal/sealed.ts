import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What sealing adds to the length of the bytes. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;

/** A key of its own for each use, so that no two kinds of record ever share nonces under one key. */
export function deriveKey(dataKey: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(0), `partner-desk ${use}`, 32));
}

/** AES-256-GCM with a fresh nonce: nonce, ciphertext, tag. `bound` is authenticated beside it, not stored. */
export function seal(key: Uint8Array, bytes: Uint8Array, bound: Uint8Array | string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(asBytes(bound));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes that were sealed, or null when the key, the binding or the bytes are not what they were. */
export function unseal(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array | string): Buffer | null {
  if (sealed.length < SEAL_BYTES) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(asBytes(bound));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function asBytes(bound: Uint8Array | string): Uint8Array {
  return typeof bound === 'string' ? Buffer.from(bound) : bound;
}
