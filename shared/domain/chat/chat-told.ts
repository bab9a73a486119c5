import type { NoticeSaid } from '../notice-said.ts';

/** What people are told of the chat. */
export const chatNotices = {
  'chat-written': {
    mail: { subject: 'A new chat message', text: 'Somebody has written in the chat of the case.' },
    asks: [],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
