import type { NoticeSaid } from '../notice-said.ts';

/** The lines that what happens to the External Case Handler role leaves in the log. */
export const roleLines = [
  'role-given',
  'role-removed',
  'role-declined',
  'role-user-assigned',
  'role-user-released',
] as const;

/** What people are told of the External Case Handler role. */
export const roleNotices = {
  'role-given': {
    mail: {
      subject: 'An External case handler is needed',
      text: 'Your office has been given the External case handler role. Please assign one of your marked users.',
    },
    asks: ['assign-role-user'],
  },
  'role-removed': {
    mail: {
      subject: 'The External case handler role has moved',
      text: 'You or your office no longer have the External case handler role in this case.',
    },
    asks: [],
  },
  'role-declined': {
    mail: {
      subject: 'The External case handler role was declined',
      text: 'The office has sent the role back. Please give it to another office.',
    },
    asks: ['role-declined'],
  },
  'role-user-assigned': {
    mail: {
      subject: 'An External case handler was assigned',
      text: 'The supplier has assigned the External case handler of this case.',
    },
    asks: [],
  },
  /** The same, to who was assigned. */
  'role-yours': {
    mail: {
      subject: 'You are the External case handler of a case',
      text: 'Your office has assigned the External case handler role in this case to you.',
    },
    asks: ['decide-budgets', 'approve-tasks', 'decide-compensation'],
  },
  'role-user-released': {
    mail: {
      subject: 'A case has no External case handler any more',
      text: 'The user can no longer have the role; it is back with the office.',
    },
    asks: ['assign-role-user'],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
