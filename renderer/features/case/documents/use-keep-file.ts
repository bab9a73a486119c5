import { t } from '@lingui/core/macro';
import { useCallback } from 'react';
import { uuidv7 } from 'uuidv7';
import { fileNameSchema } from '../../../../shared/contract/parts.ts';
import { largestFile } from '../../../../shared/contract/portal-requests.ts';
import type { FileRef } from '../../../../shared/domain/document/document.ts';
import { useDesk } from '../../../bindings/contexts.ts';
import { fileSizeText } from '../../../words/figures.ts';

/** A file that the desk keeps now, or why not. */
export type KeptFile = { readonly ok: true; readonly file: FileRef } | { readonly ok: false; readonly why: string };

/** Keeps a file's bytes, encrypted and synced, before any command names it (sync.md 5). */
export function useKeepFile(): (file: File) => Promise<KeptFile> {
  const { files } = useDesk();
  return useCallback(
    async (file) => {
      const limit = fileSizeText(largestFile);
      if (file.size === 0) return { ok: false, why: t`The file is empty.` };
      if (file.size > largestFile)
        return { ok: false, why: t`The file is larger than ${limit}, the most the portal takes.` };
      const answer = await files.keep(new Uint8Array(await file.arrayBuffer()));
      if (!answer.ok) {
        const why =
          answer.reason === 'disk-full'
            ? t`The disk is full, so the file could not be kept.`
            : t`The file could not be kept on this computer.`;
        return { ok: false, why };
      }
      const { sha256, size } = answer;
      const mediaType = file.type.slice(0, 100) || 'application/octet-stream';
      return { ok: true, file: { file: uuidv7(), name: sendableName(file.name), size, sha256, mediaType } };
    },
    [files],
  );
}

/** The name as the portal takes it: at most 200 letters with its ending kept, and `_` for what no name may have. */
function sendableName(name: string): string {
  const clean = [...name].map((letter) => (fileNameSchema.safeParse(`x${letter}`).success ? letter : '_')).join('');
  if (clean.length <= 200) return fileNameSchema.safeParse(clean).success ? clean : 'file';
  const ending = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? '';
  // The cut may go through the middle of a letter.
  return clean.slice(0, 200 - ending.length).replace(/\p{Cs}$/u, '') + ending;
}
