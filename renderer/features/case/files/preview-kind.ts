import { pictureOrPdf } from '../../../../shared/domain/document/picture-or-pdf.ts';

/** How a document can be shown, told by its first bytes and, for tables and mails, by its name. */
export type PreviewKind = 'image' | 'pdf' | 'table' | 'mail' | 'text' | 'none';

/** What a document is and as which type it may be shown; a name alone never decides (sync.md 30). */
export function previewKind(bytes: Uint8Array, name: string): { readonly kind: PreviewKind; readonly type: string } {
  const shown = pictureOrPdf(bytes);
  if (shown) return { kind: shown === 'application/pdf' ? 'pdf' : 'image', type: shown };
  const text = textOf(bytes);
  if (text === null) return { kind: 'none', type: 'application/octet-stream' };
  if (/\.eml$/i.test(name) && /^[\w-]+:/.test(text)) return { kind: 'mail', type: 'text/plain' };
  return { kind: /\.(csv|tsv)$/i.test(name) ? 'table' : 'text', type: 'text/plain' };
}

/** The letters of a text file: UTF-8, or what older programs write; null where it is no text. */
export function textOf(bytes: Uint8Array): string | null {
  // A zero byte stands in no text that people write.
  if (bytes.length === 0 || bytes.subarray(0, 8192).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return isWestern(bytes) ? new TextDecoder('windows-1252').decode(bytes) : null;
  }
}

/** Mostly letters below 128, no control signs but white space: a table saved by an older program. */
function isWestern(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  const plain = head.filter((byte) => byte >= 32 && byte < 127).length;
  const odd = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return odd === 0 && plain > head.length * 0.8;
}
