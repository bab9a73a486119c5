import { t } from '@lingui/core/macro';
import {
  IconBuildingCommunity,
  IconCheck,
  IconClockHour4,
  IconInbox,
  IconMailQuestion,
  IconPlayerPlay,
  IconProgress,
  IconUserPlus,
} from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { taskCommands, taskLog, taskNotices } from './task-commands.ts';

/** What is said of tasks. */
export const taskWords = {
  commands: taskCommands,
  log: taskLog,
  actions: {
    'allocate-tasks': () => ({
      row: t`To assign to partner`,
      one: t`To assign to partner`,
      next: t`Assign partner`,
      icon: IconBuildingCommunity,
    }),
    'approve-tasks': () => ({ row: t`Tasks to approve`, one: t`Task to approve`, next: t`Approve`, icon: IconCheck }),
    'give-information': () => ({
      row: t`Information requests`,
      one: t`Information to give`,
      next: t`Give information`,
      icon: IconMailQuestion,
    }),
    'confirm-received': () => ({
      row: t`Confirm received`,
      one: t`Confirm received`,
      next: t`Confirm received`,
      icon: IconInbox,
    }),
    'assign-members': () => ({
      row: t`Assign members`,
      one: t`Assign members`,
      next: t`Assign members`,
      icon: IconUserPlus,
    }),
    'set-time': () => ({ row: t`Set the time`, one: t`Set the time`, next: t`Set the time`, icon: IconClockHour4 }),
    start: () => ({ row: t`Start the work`, one: t`Start the work`, next: t`Start`, icon: IconPlayerPlay }),
    ongoing: () => ({ row: t`Ongoing work`, one: t`Ongoing work`, next: t`Open`, icon: IconProgress }),
  },
  notices: taskNotices,
} satisfies FamilyWords;
