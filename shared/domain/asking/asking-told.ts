import type { NoticeSaid } from '../notice-said.ts';

/** The lines that asking for what one may not do leaves in the log. */
export const askingLines = ['asked-for'] as const;

/** What people are told of it. */
export const askingNotices = {
  'asked-for': {
    mail: {
      subject: 'Somebody asks you for something',
      text: 'Somebody cannot go on in a case and asks you for what is missing. The case says what it is, and how to grant it.',
    },
    asks: [],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
