import { t } from '@lingui/core/macro';
import { IconCash } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { settlementCommands } from './settlement-commands.ts';
import { settlementLog, settlementNotices } from './settlement-log.ts';

/** What is said of cash offers and the customer's own work. */
export const settlementWords = {
  commands: settlementCommands,
  log: settlementLog,
  actions: {
    'bind-settlements': () => ({
      row: t`Settlements to approve`,
      one: t`Settlement to approve`,
      next: t`Approve`,
      icon: IconCash,
    }),
  },
  notices: settlementNotices,
} satisfies FamilyWords;
