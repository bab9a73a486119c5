import { t } from '@lingui/core/macro';
import { IconUserShield, IconUserX } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { roleCommands, roleLog, roleNotices } from './role-commands.ts';

/** What is said of the External case handler role. */
export const externalCaseHandlerWords = {
  commands: roleCommands,
  log: roleLog,
  actions: {
    'assign-role-user': () => ({
      row: t`New External case handler assignments`,
      one: t`Assign the External case handler`,
      next: t`Assign user`,
      icon: IconUserShield,
    }),
    'role-declined': () => ({
      row: t`Declined External case handler roles`,
      one: t`Role declined by an office`,
      next: t`Give to an office`,
      icon: IconUserX,
    }),
  },
  notices: roleNotices,
} satisfies FamilyWords;
