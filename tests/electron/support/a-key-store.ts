import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyStore } from '../../../electron/main/accounts/key-wraps.ts';

/** A key store whose keyring lasts as long as the value: another one is another keyring. */
export function aKeyStore(options: { readonly real: boolean } = { real: true }): KeyStore {
  const key = randomBytes(32);
  const nonce = Buffer.alloc(12);
  return {
    isReal: () => options.real,
    protect: (text) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    },
    unprotect: (bytes) => {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce);
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString();
    },
  };
}
