import { t } from '@lingui/core/macro';
import type { FamilyWords } from '../family-words.ts';

/** What is said of the offices of a company. */
export const officeWords = {
  commands: {
    'change-office': {
      words: () => ({ label: t`Change office`, thing: t`Changes of an office` }),
      typed: () => [],
    },
    'change-selection': {
      words: () => ({
        label: t`Change automatic member selection`,
        thing: t`The automatic member selection of an office`,
      }),
      typed: () => [],
    },
  },
} satisfies FamilyWords;
