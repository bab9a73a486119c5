import { t } from '@lingui/core/macro';
import { textFaultWords } from '../../words/text-fault-words.ts';
import type { FileFault } from './read-import-file.ts';

/** Why a file is not taken, and what to do. */
export function fileFaultWords({ kind }: FileFault, most: number): string {
  switch (kind) {
    case 'claims-file':
      return t`This is a table, as claims files are, and no network document. Claims come in below, under “Bring in claims”.`;
    case 'not-json':
      return t`This is no JSON: somewhere a sign is missing or too many. An editor for JSON shows where.`;
    case 'other-json':
      return t`This is another JSON document: it has none of the lists companies, offices, members and portals. Save the example to see what it looks like.`;
    case 'json':
      return t`This is a JSON document and no table. Claims come in as CSV; a network comes in above, under “Bring in a network”.`;
    default:
      return textFaultWords(kind, most);
  }
}
