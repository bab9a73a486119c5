import { t } from '@lingui/core/macro';
import type { DeskAnswer } from '../../shared/contract/desk-api.ts';
import { largestFile } from '../../shared/contract/portal-requests.ts';
import { fileSizeText } from './figures.ts';

/** Why a file is not taken, or not written where the user picked. */
export type FileTrouble = 'empty' | 'too-large' | 'folder' | 'unreadable' | 'disk-full' | 'not-kept' | 'not-written';

/** The one wording for files, wherever they are added or saved. */
export function fileTroubleWords(trouble: FileTrouble): string {
  switch (trouble) {
    case 'empty':
      return t`The file is empty.`;
    case 'too-large': {
      const limit = fileSizeText(largestFile);
      return t`The file is larger than ${limit}, the most the portal takes.`;
    }
    case 'folder':
      return t`It is a folder. Add the files in it.`;
    case 'unreadable':
      return t`The file could not be read. It may have been moved, or another program keeps it.`;
    case 'disk-full':
      return t`The disk is full.`;
    case 'not-kept':
      return t`The file could not be kept on this computer.`;
    case 'not-written':
      return t`The file could not be written.`;
  }
}

/** What kept a file from being saved where the user picked; null where nothing did, or the user thought better of it. */
export function saveTrouble(answer: DeskAnswer): FileTrouble | null {
  if (answer.ok || answer.reason === 'cancelled') return null;
  return answer.reason === 'disk-full' ? 'disk-full' : 'not-written';
}
