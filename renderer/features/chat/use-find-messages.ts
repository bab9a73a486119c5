import { useState } from 'react';
import type { ChatEntry } from '../../../shared/domain/chat/chat-entry.ts';

/** A search through all messages, also those that are not in the page. */
export interface FindInChat {
  /** As it stands in the field. */
  readonly typed: string;
  readonly words: string;
  /** How many messages have it, and which of them is shown, counted from 1. */
  readonly count: number;
  readonly position: number;
  /** The index of the message that is shown. */
  readonly current: number | null;
  readonly change: (words: string) => void;
  readonly step: (by: 1 | -1) => void;
}

/** Finds messages by their text or who wrote them; begins with the newest and goes back from there. */
export function useFindMessages(chat: readonly ChatEntry[], onShow: (index: number) => void): FindInChat {
  const [typed, setTyped] = useState('');
  const words = typed.trim().toLowerCase();
  const [shown, setShown] = useState<string | null>(null);
  const found = matches(chat, words);
  const place = found.findIndex((index) => chat[index]?.id === shown);
  const show = (index: number | undefined) => {
    setShown(index === undefined ? null : (chat[index]?.id ?? null));
    if (index !== undefined) onShow(index);
  };
  return {
    typed,
    words,
    count: found.length,
    position: place + 1,
    current: found[place] ?? null,
    change: (next) => {
      setTyped(next);
      show(matches(chat, next.trim().toLowerCase()).at(-1));
    },
    step: (by) => show(found.at((place + by + found.length) % Math.max(1, found.length))),
  };
}

function matches(chat: readonly ChatEntry[], words: string): readonly number[] {
  if (words === '') return [];
  return chat.flatMap(({ text, by }, index) =>
    text.toLowerCase().includes(words) || by.name.toLowerCase().includes(words) ? [index] : [],
  );
}
