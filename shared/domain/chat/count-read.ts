import type { MemberId } from '../ids.ts';
import type { ChatEntry } from './chat-entry.ts';

type Written = Pick<ChatEntry, 'by'>;

/** How many messages are not new to a person who has read the first so many: those, and the own ones after them. */
export function countRead(chat: readonly Written[], member: MemberId, upTo: number): number {
  const read = Math.min(upTo, chat.length);
  return read + chat.slice(read).filter(({ by }) => by.member === member).length;
}

/** Where a person's reading goes on: the first message of somebody else that is new, or the end of the chat. */
export function firstUnread(chat: readonly Written[], member: MemberId, read: number): number {
  let first = chat.length;
  let unread = chat.length - read;
  for (let index = chat.length - 1; index >= 0 && unread > 0; index -= 1) {
    if (chat[index]?.by.member === member) continue;
    first = index;
    unread -= 1;
  }
  return first;
}
