import { isFolder, type GivenFile } from './given-file.ts';

/** Why a file holds no text that can be taken, found out before anything is sent. */
export type TextFault = 'folder' | 'empty' | 'too-large' | 'unreadable' | 'not-utf-8';

/** The text of a file, or why it cannot be taken. */
export async function readTextFile(
  given: GivenFile,
  most: number,
): Promise<{ readonly text: string } | { readonly fault: TextFault }> {
  if (isFolder(given)) return { fault: 'folder' };
  if (given.size > most) return { fault: 'too-large' };
  // It may be gone, or changed since it was chosen.
  const bytes = await given.arrayBuffer().catch(() => null);
  if (bytes === null) return { fault: 'unreadable' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { fault: 'empty' } : { text };
  } catch {
    return { fault: 'not-utf-8' };
  }
}
