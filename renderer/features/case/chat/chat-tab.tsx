import { Trans } from '@lingui/react/macro';
import { IconMessages } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useCaseView } from '../case-view.ts';
import { ChatForm } from './chat-form.tsx';
import classes from './chat.module.css';
import { Message } from './message.tsx';
import { useMarkRead } from './use-mark-read.ts';

/** The chat of everybody who works in the case. */
export function ChatTab() {
  const { open } = useCaseView();
  const { chat } = open.content;
  // Where the reading had stopped when the tab was opened: the line stays there while one reads.
  const [from] = useState(() => (open.read < chat.length ? open.read : null));
  const end = useRef<HTMLDivElement>(null);
  useMarkRead();
  useLayoutEffect(() => {
    end.current?.scrollIntoView?.({ block: 'nearest' });
  }, [chat.length]);
  return (
    <div className={classes.chat}>
      {chat.length === 0 ? (
        <EmptyState icon={IconMessages} title={<Trans>No messages yet</Trans>}>
          <Trans>Everybody who works in the case reads what is written here; the customer does not.</Trans>
        </EmptyState>
      ) : (
        <ol className={classes.messages} aria-live="polite">
          {chat.map((entry, index) => (
            <Message key={entry.id} entry={entry} before={chat[index - 1] ?? null} firstUnread={index === from} />
          ))}
        </ol>
      )}
      <div ref={end} className={classes.end} />
      <ChatForm />
    </div>
  );
}
