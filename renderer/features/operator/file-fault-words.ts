import { t } from '@lingui/core/macro';
import { fileSizeText } from '../../words/figures.ts';
import type { FileFault } from './read-import-file.ts';

/** Why a file is not taken, and what to do. */
export function fileFaultWords({ kind }: FileFault, most: number): string {
  switch (kind) {
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
    case 'claims-file':
      return t`This is a table, as claims files are, and no network document. Claims come in below, under “Bring in claims”.`;
    case 'not-json':
      return t`This is no JSON: somewhere a sign is missing or too many. An editor for JSON shows where.`;
    case 'other-json':
      return t`This is another JSON document: it has none of the lists companies, offices, members and portals. Save the example to see what it looks like.`;
    case 'json':
      return t`This is a JSON document and no table. Claims come in as CSV; a network comes in above, under “Bring in a network”.`;
  }
}
