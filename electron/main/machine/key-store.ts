import { safeStorage } from 'electron';
import type { KeyStore } from '../accounts/key-wraps.ts';

/** The only place that touches safeStorage: its synchronous calls exist up to Electron 45 and go with 46. */
export const systemKeyStore: KeyStore = {
  isReal: () => {
    if (!safeStorage.isEncryptionAvailable()) return false;
    return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
  },
  protect: (text) => safeStorage.encryptString(text),
  unprotect: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
};
