import type { NoticeSaid } from '../notice-said.ts';

/** The lines that what happens to tasks leaves in the log. */
export const taskLines = [
  'task-allocated',
  'task-moved',
  'received-confirmed',
  'members-assigned',
  'time-set',
  'task-started',
  'task-start-undone',
  'task-completed',
  'task-approved',
  'task-sent-back',
  'task-added',
  'task-removed',
  'task-handed-back',
  'task-taken-back',
  'information-asked',
  'information-given',
  'information-withdrawn',
] as const;

/** What people are told of tasks. */
export const taskNotices = {
  'task-allocated': {
    mail: {
      subject: 'Your office has a task',
      text: 'A task was given to your office. Please confirm that you have it.',
    },
    asks: ['confirm-received', 'assign-members'],
  },
  'task-moved': {
    mail: {
      subject: 'A task was given to another office',
      text: 'A task of your office was given to another office. Nothing is left to do for it.',
    },
    asks: [],
  },
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
  'task-start-undone': {
    mail: {
      subject: 'The start of a task was undone',
      text: 'The insurer has undone the start of a task. It can be started again.',
    },
    asks: ['start'],
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
  'task-added': {
    mail: { subject: 'A task was added', text: 'A task was added to a case. It is with no office yet.' },
    asks: [],
  },
  'task-removed': {
    mail: {
      subject: 'A task was removed',
      text: 'A task of your office was removed from a case. Nothing has to be done for it any more.',
    },
    asks: [],
  },
  'task-handed-back': {
    mail: {
      subject: 'A task was handed back',
      text: 'An office has handed a task back, with the reason. It is with no office now.',
    },
    asks: [],
  },
  'task-taken-back': {
    mail: {
      subject: 'A task was taken back',
      text: 'A task of your office was taken back. Nothing has to be done for it any more.',
    },
    asks: [],
  },
  'information-wanted': {
    mail: { subject: 'Information is wanted', text: 'A task waits for information that you can give or record.' },
    asks: ['give-information'],
  },
  'information-given': {
    mail: { subject: 'Information was given', text: 'What a task waited for was given. It goes on from where it was.' },
    asks: ['ongoing', 'approve-tasks'],
  },
  'information-withdrawn': {
    mail: { subject: 'Information is no longer wanted', text: 'The question was withdrawn. The task goes on.' },
    asks: [],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
