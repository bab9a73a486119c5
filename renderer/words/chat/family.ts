import { t } from '@lingui/core/macro';
import type { FamilyWords } from '../family-words.ts';

/** What is said of the chat. */
export const chatWords = {
  commands: {
    'write-chat': {
      words: () => ({ label: t`Write in chat`, thing: t`A chat message` }),
      typed: ({ text }) => [{ label: t`Message`, value: text }],
    },
    'mark-read': {
      words: () => ({ label: t`Mark chat as read`, thing: t`How far the chat was read` }),
      typed: () => [],
    },
  },
  notices: {
    'chat-written': () => ({ title: t`New message in the chat`, next: t`Open the chat to read it.` }),
  },
} satisfies FamilyWords;
