import { t } from '@lingui/core/macro';
import type { Family } from '../case/frame.ts';
import { chatLock } from './chat-lock.ts';
import { ChatTab } from './chat-tab.tsx';

/** The chat of everybody who works in a case. */
export const chat = {
  name: 'chat',
  tabs: [
    {
      id: 'chat',
      order: 40,
      label: () => t`Chat`,
      lock: chatLock,
      unread: ({ confirmed, read }) => Math.max(0, confirmed.chat.length - read),
      Panel: ChatTab,
    },
  ],
} satisfies Family;
