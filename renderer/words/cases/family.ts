import { t } from '@lingui/core/macro';
import type { FamilyWords } from '../family-words.ts';

/** What is said of a case as a whole. */
export const caseWords = {
  log: { 'case-imported': () => t`The case was imported.` },
} satisfies FamilyWords;
