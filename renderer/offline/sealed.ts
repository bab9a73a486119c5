/** Encrypts what lies in IndexedDB: AES-256-GCM, a fresh nonce in front. */
export interface Sealer {
  /** `bound` names account, portal, generation and place: a record cannot be taken for another one (sync.md 23). */
  readonly seal: (bytes: Uint8Array, bound: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** The bytes, or null when key, place or bytes are not what they were. */
  readonly open: (sealed: Uint8Array, bound: string) => Promise<Uint8Array | null>;
}

const nonceBytes = 12;
const encoder = new TextEncoder();

/** The key never leaves WebCrypto once it is imported. */
export async function createSealer(cacheKey: Uint8Array): Promise<Sealer> {
  const key = await crypto.subtle.importKey('raw', owned(cacheKey), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    seal: async (bytes, bound) => {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const sealed = await crypto.subtle.encrypt(terms(nonce, bound), key, lent(bytes));
      // A buffer of its own: IndexedDB copies the whole buffer behind a view.
      const whole = new Uint8Array(nonceBytes + sealed.byteLength);
      whole.set(nonce);
      whole.set(new Uint8Array(sealed), nonceBytes);
      return whole;
    },
    open: async (sealed, bound) => {
      if (sealed.length <= nonceBytes) return null;
      const bytes = lent(sealed);
      try {
        const nonce = bytes.subarray(0, nonceBytes);
        return new Uint8Array(await crypto.subtle.decrypt(terms(nonce, bound), key, bytes.subarray(nonceBytes)));
      } catch {
        return null;
      }
    },
  };
}

function terms(iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(bound) };
}

/** A view that WebCrypto takes; bytes in shared memory would be copied. */
function lent(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : owned(bytes);
}

function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
