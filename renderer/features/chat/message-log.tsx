import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useCaseView } from '../case/frame.ts';
import { FindMessages } from './find-messages.tsx';
import classes from './chat.module.css';
import { Message } from './message.tsx';
import { NewMessages } from './new-messages.tsx';
import { useFindMessages } from './use-find-messages.ts';
import { useMessageList } from './use-message-list.ts';
import { useReading } from './use-reading.ts';

/** The messages: only those in sight are in the page, however many there are. */
export function MessageLog() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { chat } = open.content;
  const log = useRef<HTMLDivElement>(null);
  const reading = useReading(log);
  const own = ({ by }: (typeof chat)[number]) => by.member === open.standing.member;
  const list = useMessageList({ chat, own, log, unread: reading.unread });
  const find = useFindMessages(chat, (index) => list.virtual.scrollToIndex(index, { align: 'center' }));
  return (
    <div className={classes.frame}>
      <FindMessages find={find} />
      <div
        ref={log}
        role="log"
        // What scrolls in is not new; what arrives is said below.
        aria-live="off"
        aria-label={t`Messages`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls is reached by keyboard
        tabIndex={0}
        className={classes.log}
        onScroll={list.noteEnd}
      >
        <ol className={classes.messages} style={{ height: list.virtual.getTotalSize() }}>
          {list.virtual.getVirtualItems().map(({ index, key, start }) => {
            const entry = chat[index];
            return (
              entry && (
                <li
                  key={key}
                  ref={list.virtual.measureElement}
                  data-index={index}
                  data-current={find.current === index || undefined}
                  aria-setsize={chat.length}
                  aria-posinset={index + 1}
                  className={classes.place}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Message
                    entry={entry}
                    before={chat[index - 1] ?? null}
                    own={own(entry)}
                    firstUnread={entry.id === list.line}
                    find={find.words}
                  />
                </li>
              )
            );
          })}
        </ol>
      </div>
      <NewMessages reading={reading} onGoTo={list.goTo} />
      <span className="visually-hidden" role="status">
        {list.arrived && `${list.arrived.by.name}: ${list.arrived.text}`}
      </span>
    </div>
  );
}
