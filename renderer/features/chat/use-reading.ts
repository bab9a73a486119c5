import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { countRead, firstUnread } from '../../../shared/domain/chat/count-read.ts';
import { useCaseView } from '../case/frame.ts';
import { useMarkRead } from './use-mark-read.ts';

interface Shown {
  readonly first: number;
  readonly last: number;
}

const nothing: Shown = { first: 0, last: -1 };

/** What of the chat is in sight, and from where on it is new to the reader. */
export interface Reading {
  readonly shown: Shown;
  /** The first message that is new, or the length of the chat. */
  readonly unread: number;
  readonly readAll: () => void;
}

/** Follows the reading: a message counts as read once its end was on the screen, in a window with the focus, after those before it. */
export function useReading(log: RefObject<HTMLElement | null>): Reading {
  const { open } = useCaseView();
  const { chat } = open.confirmed;
  const { member } = open.standing;
  const [shown, setShown] = useState(nothing);
  const [seen, setSeen] = useState(0);
  const read = Math.max(open.read, countRead(chat, member, seen));
  const unread = firstUnread(chat, member, read);
  const look = useCallback(() => {
    const now = log.current ? inSight(log.current) : nothing;
    // oxlint-disable-next-line react/set-state-in-effect -- the screen is asked, which knows it only after painting
    setShown((before) => (before.first === now.first && before.last === now.last ? before : now));
    if (document.visibilityState === 'visible' && document.hasFocus() && now.first <= unread && now.last >= unread)
      setSeen(now.last + 1);
  }, [log, unread]);
  // What is in sight changes with each painting; looking again at the same changes nothing.
  useLayoutEffect(look);
  useEffect(() => {
    const events = ['scroll', 'focus', 'resize', 'visibilitychange'];
    for (const each of events) window.addEventListener(each, look, true);
    return () => events.forEach((each) => window.removeEventListener(each, look, true));
  }, [look]);
  useMarkRead(unread);
  return { shown, unread, readAll: () => setSeen(chat.length) };
}

/** The messages of which something, and the last of which the end, is between the edges of the log and of the page. */
function inSight(log: HTMLElement): Shown {
  const bounds = [log, log.closest('main') ?? log].map((each) => each.getBoundingClientRect());
  const top = Math.max(...bounds.map((each) => each.top));
  const bottom = Math.min(...bounds.map((each) => each.bottom));
  const messages = [...log.querySelectorAll<HTMLElement>('[data-index]')].map((each) => ({
    index: Number(each.dataset['index']),
    end: each.getBoundingClientRect().bottom,
  }));
  const indexes = messages.filter(({ end }) => end > top && end <= bottom + 1).map(({ index }) => index);
  return indexes.length === 0 ? nothing : { first: Math.min(...indexes), last: Math.max(...indexes) };
}
