import type { NoticeSaid } from '../notice-said.ts';

/** The lines that what happens to a case as a whole leaves in its log. */
export const caseLines = [
  'case-imported',
  'case-closed',
  'case-reopened',
  'handler-changed',
  'customer-corrected',
] as const;

/** What people are told of a case as a whole. */
export const caseNotices = {
  'case-closed': {
    mail: {
      subject: 'A case was closed',
      text: 'A case you work in has been closed. It can be read, and nothing can be changed in it any more.',
    },
    asks: [],
  },
  'case-reopened': {
    mail: { subject: 'A case was opened again', text: 'A case you worked in has been opened again.' },
    asks: [],
  },
  'handler-yours': {
    mail: { subject: 'A case is yours', text: 'You have been made the internal case handler of a case.' },
    asks: [],
  },
  'handler-changed': {
    mail: {
      subject: 'A case has another handler',
      text: 'Somebody else is the internal case handler of a case that was yours.',
    },
    asks: [],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
