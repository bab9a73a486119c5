import { t } from '@lingui/core/macro';
import type { TextFault } from '../ui/read-text-file.ts';
import { fileSizeText } from './figures.ts';

/** Why a file is not taken, and what to do. */
export function textFaultWords(fault: TextFault, most: number): string {
  switch (fault) {
    case 'folder':
      return t`It is a folder. Choose the file in it.`;
    case 'empty':
      return t`The file is empty.`;
    case 'too-large': {
      const limit = fileSizeText(most);
      return t`The file is larger than ${limit}, the most the portal server takes at once. Bring it in by several files: what is there already is left alone.`;
    }
    case 'unreadable':
      return t`The file could not be read. It may have been moved or changed since you chose it: choose it again.`;
    case 'not-utf-8':
      return t`The file is no text in UTF-8. Save it in UTF-8 and choose it again.`;
  }
}
