import { t } from '@lingui/core/macro';
import { IconCheck, IconClockHour4, IconInbox, IconPlayerPlay, IconProgress, IconUserPlus } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { taskCommands } from './task-commands.ts';

/** What is said of tasks. */
export const taskWords = {
  commands: taskCommands,
  log: {
    'received-confirmed': ({ who, task }) => t`${who} confirmed ${task} as received.`,
    'members-assigned': ({ who, task, name }) => t`${who} made ${name} responsible for ${task}.`,
    'time-set': ({ who, task, start, end }) => t`${who} set the time of ${task}: ${start} to ${end}.`,
    'task-started': ({ who, task }) => t`${who} started ${task}.`,
    'task-completed': ({ who, task }) => t`${who} completed ${task}.`,
    'task-approved': ({ who, task, own }) =>
      own ? t`${who} approved ${task}, work of their own company.` : t`${who} approved ${task}.`,
    'task-sent-back': ({ who, task }) => t`${who} sent ${task} back for correction.`,
  },
  actions: {
    'approve-tasks': () => ({ row: t`Tasks to approve`, one: t`Task to approve`, next: t`Approve`, icon: IconCheck }),
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
  notices: {
    'task-assigned': () => ({ title: t`You are responsible for a task`, next: t`Open the case to see what it needs.` }),
    'task-started': () => ({ title: t`Your task was started for you`, next: t`Open the case to go on with it.` }),
    'task-completed': () => ({ title: t`A task is completed`, next: t`Check and approve it.` }),
    'task-approved': () => ({ title: t`A task is approved`, next: t`Nothing is left to do for it.` }),
    'task-sent-back': () => ({ title: t`A task came back for correction`, next: t`Read the reason and correct it.` }),
  },
} satisfies FamilyWords;
