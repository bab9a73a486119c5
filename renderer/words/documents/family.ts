import { t } from '@lingui/core/macro';
import type { FamilyWords } from '../family-words.ts';
import { filePart } from '../typed-parts.ts';

/** What is said of documents. */
export const documentWords = {
  commands: {
    'add-document': {
      words: () => ({ label: t`Add document`, thing: t`A document` }),
      typed: ({ file }) => [filePart(file)],
    },
  },
  log: { 'document-added': ({ who, name }) => t`${who} added the document ${name}.` },
} satisfies FamilyWords;
