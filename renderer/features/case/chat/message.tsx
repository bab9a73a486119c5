import { Trans } from '@lingui/react/macro';
import type { ChatEntry } from '../../../../shared/domain/chat/chat-entry.ts';
import { WaitingMark } from '../../../ui/waiting-mark.tsx';
import { fullMomentText, momentText } from '../../../words/figures.ts';
import { useCaseView } from '../case-view.ts';
import classes from './chat.module.css';

interface MessageProps {
  readonly entry: ChatEntry;
  readonly before: ChatEntry | null;
  /** Everything from here on was not read before. */
  readonly firstUnread: boolean;
}

/** A message: who, of which company, when; the own ones at the other side. */
export function Message({ entry, before, firstUnread }: MessageProps) {
  const { open } = useCaseView();
  const { standing } = open;
  const waits = entry.receivedAt === null;
  const own = entry.by.member === standing.member;
  const goesOn = before?.by.member === entry.by.member && minutesBetween(before.at, entry.at) < 10 && !firstUnread;
  return (
    <li className={classes.message} data-own={own || undefined} data-waiting={waits || undefined}>
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
      <div className={classes.text}>{entry.text}</div>
      {waits && <WaitingMark since={entry.at} />}
    </li>
  );
}

function minutesBetween(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 60_000;
}
