/** What a document may be shown as besides its letters. */
export type ShownType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

const pictures: readonly { readonly type: ShownType; readonly starts: readonly number[]; readonly at?: number }[] = [
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
];

/** The type of a picture or a PDF, told by its bytes and never by a name (sync.md 30); null for all else. */
export function pictureOrPdf(bytes: Uint8Array): ShownType | null {
  const picture = pictures.find(({ starts, at = 0 }) => starts.every((byte, index) => bytes[at + index] === byte));
  return picture?.type ?? (isPdf(bytes) ? 'application/pdf' : null);
}

/**
 * PDF readers look for the mark in the first 1,024 bytes: scanners and mail programs put a byte order mark or lines of
 * their own before it. Away from the start the mark alone could stand in a text about PDF, so the end has to be there too.
 */
function isPdf(bytes: Uint8Array): boolean {
  const at = letters(bytes.subarray(0, 1024)).indexOf('%PDF-');
  return at === 0 || (at > 0 && letters(bytes.subarray(-1024)).includes('%%EOF'));
}

function letters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
