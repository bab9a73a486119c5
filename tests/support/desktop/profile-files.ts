import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder in which one of the texts stands in clear, as UTF-8, as UTF-16 or in base64. */
export function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  const wanted = texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    // Whatever stands before it shifts base64 by one or two letters.
    ...[0, 1, 2].map((shift) => Buffer.from(middleOfBase64(text, shift))),
  ]);
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path);
    return wanted.some((each) => bytes.includes(each));
  });
}

function filesBelow(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** A key store that ends with its session takes its folder away meanwhile. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

function middleOfBase64(text: string, shift: number): string {
  return Buffer.from(' '.repeat(shift) + text)
    .toString('base64')
    .slice(4, -4);
}
