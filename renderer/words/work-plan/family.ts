import type { FamilyWords } from '../family-words.ts';
import { workPlanCommands, workPlanLog, workPlanNotices } from './work-plan-commands.ts';

/** What is said of work plans. */
export const workPlanWords = {
  commands: workPlanCommands,
  log: workPlanLog,
  notices: workPlanNotices,
} satisfies FamilyWords;
