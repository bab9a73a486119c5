import type { NoticeSaid } from '../notice-said.ts';

/** The lines that what happens to tasks leaves in the log. */
export const taskLines = [
  'received-confirmed',
  'members-assigned',
  'time-set',
  'task-started',
  'task-completed',
  'task-approved',
  'task-sent-back',
] as const;

/** What people are told of tasks. */
export const taskNotices = {
  'task-assigned': {
    mail: { subject: 'You have a task', text: 'You have been made responsible for a task.' },
    asks: ['confirm-received', 'assign-members', 'set-time', 'enter-budget', 'start', 'ongoing'],
  },
  'task-started': {
    mail: {
      subject: 'Your task was started',
      text: 'A task you are responsible for has been started from the portal.',
    },
    asks: ['ongoing'],
  },
  'task-completed': {
    mail: { subject: 'A task is complete', text: 'A task was completed and waits for approval.' },
    asks: ['approve-tasks', 'decide-compensation'],
  },
  'task-approved': {
    mail: { subject: 'A task was approved', text: 'A task of your office was approved.' },
    asks: [],
  },
  'task-sent-back': {
    mail: { subject: 'A task was sent back', text: 'A task of your office was sent back to be corrected.' },
    asks: ['ongoing'],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
