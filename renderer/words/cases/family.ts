import type { FamilyWords } from '../family-words.ts';
import { caseCommands, caseLog, caseNotices } from './case-commands.ts';

/** What is said of a case as a whole. */
export const caseWords = { commands: caseCommands, log: caseLog, notices: caseNotices } satisfies FamilyWords;
