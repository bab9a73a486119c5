import { t } from '@lingui/core/macro';
import type { FamilyWords } from '../family-words.ts';
import { listText } from '../figures.ts';

/** What is said of the categories of offices. */
export const categoryWords = {
  commands: {
    'define-categories': {
      words: () => ({ label: t`Define office categories`, thing: t`The list of office categories` }),
      typed: ({ categories }) => [
        { label: t`Categories`, value: listText(categories.map(({ label }) => label)) || t`none` },
      ],
    },
    'categorise-office': {
      words: () => ({ label: t`Set the categories of an office`, thing: t`The categories of an office` }),
      typed: ({ office, categories }, { directory }) => [
        { label: t`Office`, value: directory?.offices.find(({ id }) => id === office)?.name ?? office },
        { label: t`Categories`, value: listText([...new Set(categories.map(({ category }) => category))]) || t`none` },
      ],
    },
  },
} satisfies FamilyWords;
