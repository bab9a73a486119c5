import { useCallback } from 'react';
import { uuidv7 } from 'uuidv7';
import type { DeskApi } from '../../../../shared/contract/desk-api.ts';
import { fileNameSchema } from '../../../../shared/contract/parts.ts';
import { largestFile } from '../../../../shared/contract/portal-requests.ts';
import type { FileRef } from '../../../../shared/domain/document/document.ts';
import { useDesk } from '../../../bindings/contexts.ts';
import { isFolder, type GivenFile } from '../../../ui/given-file.ts';
import { fileTroubleWords, type FileTrouble } from '../../../words/file-trouble-words.ts';

/** A file that the desk keeps now, or why not. */
export type KeptFile = { readonly ok: true; readonly file: FileRef } | { readonly ok: false; readonly why: string };

/** Keeps a file's bytes, encrypted and synced, before any command names it (sync.md 5). */
export function useKeepFile(): (given: GivenFile) => Promise<KeptFile> {
  const { files } = useDesk();
  return useCallback(
    async (given) => {
      const kept = isFolder(given) ? 'folder' : await keep(files, given);
      return typeof kept === 'string' ? { ok: false, why: fileTroubleWords(kept) } : { ok: true, file: kept };
    },
    [files],
  );
}

async function keep(files: DeskApi['files'], file: File): Promise<FileRef | FileTrouble> {
  if (file.size === 0) return 'empty';
  if (file.size > largestFile) return 'too-large';
  // What was chosen may be gone or locked by now.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return 'unreadable';
  const answer = await files.keep(new Uint8Array(bytes));
  if (!answer.ok) return answer.reason === 'disk-full' ? 'disk-full' : 'not-kept';
  const { sha256, size } = answer;
  const mediaType = file.type.slice(0, 100) || 'application/octet-stream';
  return { file: uuidv7(), name: sendableName(file.name), size, sha256, mediaType };
}

/** The name as the portal takes it: at most 200 letters with its ending kept, and `_` for what no name may have. */
function sendableName(name: string): string {
  const clean = [...name].map((letter) => (fileNameSchema.safeParse(`x${letter}`).success ? letter : '_')).join('');
  if (clean.length <= 200) return fileNameSchema.safeParse(clean).success ? clean : 'file';
  const ending = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? '';
  // The cut may go through the middle of a letter.
  return clean.slice(0, 200 - ending.length).replace(/\p{Cs}$/u, '') + ending;
}
