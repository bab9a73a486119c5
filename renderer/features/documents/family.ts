import { t } from '@lingui/core/macro';
import { partLock, type Family } from '../case/frame.ts';
import { DocumentsTab } from './documents-tab.tsx';

/** The documents of a case. */
export const documents = {
  name: 'documents',
  tabs: [
    {
      id: 'documents',
      order: 50,
      label: () => t`Documents`,
      lock: (open) => partLock(open, 'documents'),
      count: ({ content }) => content.case.documents.length,
      Panel: DocumentsTab,
    },
  ],
} satisfies Family;
