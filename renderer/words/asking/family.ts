import { t } from '@lingui/core/macro';
import type { FamilyWords } from '../family-words.ts';
import { lackWords } from './lack-words.ts';

/** What is said of asking for what one may not do. */
export const askingWords = {
  commands: {
    'ask-for': {
      words: () => ({ label: t`Ask for it`, thing: t`A question for what is missing` }),
      typed: ({ wanted, code, note }) => [
        { label: t`What is missing`, value: lackWords({ wanted, code }) },
        ...(note ? [{ label: t`Note`, value: note }] : []),
      ],
    },
  },
  log: { 'asked-for': ({ who, whom, lack }) => t`${who} asked ${whom} for ${lack}.` },
  notices: {
    'asked-for': () => ({ title: t`Something is asked of you`, next: t`Open the case to see what, and grant it.` }),
  },
} satisfies FamilyWords;
