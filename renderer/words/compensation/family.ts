import { t } from '@lingui/core/macro';
import { IconGavel } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { compensationCommands, compensationLog, compensationNotices } from './compensation-commands.ts';

/** What is said of decisions on compensation. */
export const compensationWords = {
  commands: compensationCommands,
  log: compensationLog,
  actions: {
    'decide-compensation': () => ({
      row: t`Compensation decisions`,
      one: t`Compensation decision`,
      next: t`Decide on the compensation`,
      icon: IconGavel,
    }),
  },
  notices: compensationNotices,
} satisfies FamilyWords;
