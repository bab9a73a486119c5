import type { FamilyWords } from '../family-words.ts';
import { settlementCommands } from './settlement-commands.ts';
import { settlementLog, settlementNotices } from './settlement-log.ts';

/** What is said of cash offers and the customer's own work. */
export const settlementWords = {
  commands: settlementCommands,
  log: settlementLog,
  notices: settlementNotices,
} satisfies FamilyWords;
