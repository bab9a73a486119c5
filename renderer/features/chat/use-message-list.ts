import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ChatEntry } from '../../../shared/domain/chat/chat-entry.ts';

/** So near to the newest message counts as reading it. */
const nearEnd = 24;

interface MessageListOptions {
  readonly chat: readonly ChatEntry[];
  readonly own: (entry: ChatEntry) => boolean;
  readonly log: RefObject<HTMLElement | null>;
  /** Where the reading goes on; the length of the chat where nothing is new. */
  readonly unread: number;
}

/**
 * The messages in sight, and where the log stands: it opens at the first new message, follows what one sends and what
 * arrives at the end, and stays where somebody reads. The browser's own scroll anchoring is off, its versions differ.
 */
export function useMessageList({ chat, own, log, unread }: MessageListOptions) {
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here, and the log reads it at each paint
  const virtual = useVirtualizer({
    count: chat.length,
    getScrollElement: () => log.current,
    getItemKey: (index) => chat[index]?.id ?? index,
    estimateSize: () => 56,
    overscan: 6,
    anchorTo: 'end',
    scrollEndThreshold: nearEnd,
    useFlushSync: false,
  });
  const goTo = (index: number) => {
    if (index >= chat.length) virtual.scrollToEnd();
    else virtual.scrollToIndex(index, { align: 'start' });
  };
  const atEnd = useRef(unread >= chat.length);
  const noteEnd = () => {
    atEnd.current = virtual.isAtEnd(nearEnd);
  };
  const [line, setLine] = useState(() => chat.find((each, index) => index === unread && !own(each))?.id ?? null);
  const [arrived, setArrived] = useState<ChatEntry | null>(null);
  const arrive = (fresh: readonly ChatEntry[]) => {
    const ownToo = fresh.some(own);
    setArrived(fresh.findLast((each) => !own(each)) ?? null);
    // All before it was read, and it is not being read as it arrives: from here on it is new.
    const first = fresh.find((each) => each === chat[unread] && !own(each));
    if (first && !(atEnd.current && document.hasFocus())) setLine(first.id);
    // The first new message stays in sight, also where many arrive while nobody looks.
    if (ownToo) virtual.scrollToEnd();
    else if (atEnd.current) goTo(unread);
  };
  const before = useRef<{ readonly chat: readonly ChatEntry[]; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    const height = log.current?.clientHeight ?? 0;
    before.current = { chat, height };
    if (last === null) return goTo(unread);
    const ids = last.chat === chat ? null : new Set(last.chat.map(({ id }) => id));
    const fresh = ids ? chat.filter(({ id }) => !ids.has(id)) : [];
    if (fresh.length > 0) arrive(fresh);
    else if (atEnd.current && height !== last.height) virtual.scrollToEnd();
    else noteEnd();
  });
  return { virtual, goTo, noteEnd, line, arrived };
}
