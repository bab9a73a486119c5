import { Trans } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import type { ChatEntry } from '../../../shared/domain/chat/chat-entry.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { fullMomentText, momentText } from '../../words/figures.ts';
import classes from './chat.module.css';

interface MessageProps {
  readonly entry: ChatEntry;
  readonly before: ChatEntry | null;
  /** Written by who reads it. */
  readonly own: boolean;
  /** Everything from here on was not read before. */
  readonly firstUnread: boolean;
  /** What is looked for in the chat. */
  readonly find: string;
}

/** A message: who, of which company, when; the own ones at the other side. The log is painted at each scroll, a message once. */
export const Message = memo(function Message({ entry, before, own, firstUnread, find }: MessageProps) {
  const waits = entry.receivedAt === null;
  const goesOn = before?.by.member === entry.by.member && minutesBetween(before.at, entry.at) < 10 && !firstUnread;
  return (
    <div className={classes.message} data-own={own || undefined} data-waiting={waits || undefined}>
      {firstUnread && (
        <div className={classes.unread}>
          <Trans>Not read before</Trans>
        </div>
      )}
      {!goesOn && (
        <div className={classes.by}>
          <span className={classes.name}>{own ? <Trans>You</Trans> : entry.by.name}</span>
          {!own && <span>{entry.companyName}</span>}
          {!waits && (
            <time dateTime={entry.at} title={fullMomentText(entry.at)}>
              {momentText(entry.at)}
            </time>
          )}
        </div>
      )}
      <div className={classes.text}>{marked(entry.text, find)}</div>
      {waits && <WaitingMark since={entry.at} />}
    </div>
  );
});

/** The text with what is looked for marked in it. */
function marked(text: string, find: string): ReactNode {
  if (find === '') return text;
  // Every second piece is what was found.
  return text.split(new RegExp(`(${find.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')})`, 'iu')).map((piece, index) => {
    const key = `${index}`;
    return index % 2 === 1 ? <mark key={key}>{piece}</mark> : piece;
  });
}

function minutesBetween(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 60_000;
}
