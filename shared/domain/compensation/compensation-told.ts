import type { NoticeSaid } from '../notice-said.ts';

/** The lines that decisions on compensation leave in the log. */
export const compensationLines = [
  'compensation-approved',
  'compensation-partly',
  'compensation-rejected',
  'compensation-reversed',
  'inspection-taken-over',
  'management-moved-on',
] as const;

/** What people are told of them. */
export const compensationNotices = {
  'compensation-decided': {
    mail: {
      subject: 'The compensation is decided',
      text: 'The compensation was decided. See what it means for the work.',
    },
    asks: ['start'],
  },
  'compensation-reversed': {
    mail: {
      subject: 'A compensation decision was taken back',
      text: 'The insurer took the decision on the compensation back. Repairs that have not begun wait again.',
    },
    asks: ['decide-compensation'],
  },
  'inspection-taken-over': {
    mail: {
      subject: 'An inspection is no longer yours',
      text: 'The compensation was decided before the inspection was done. The inspection is with the insurer now.',
    },
    asks: [],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
