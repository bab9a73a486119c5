import { Trans } from '@lingui/react/macro';
import { IconMessages } from '@tabler/icons-react';
import { useRef } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCaseView } from '../case/frame.ts';
import { ChatForm } from './chat-form.tsx';
import classes from './chat.module.css';
import { MessageLog } from './message-log.tsx';
import { useRoom } from './use-room.ts';

/** The chat of everybody who works in the case: its messages scroll by themselves, what one writes with stays below them. */
export function ChatTab() {
  const { open } = useCaseView();
  const chat = useRef<HTMLDivElement>(null);
  const height = useRoom(chat);
  return (
    <div ref={chat} className={classes.chat} style={{ height }}>
      {open.content.chat.length === 0 ? (
        <EmptyState icon={IconMessages} title={<Trans>No messages yet</Trans>}>
          <Trans>Everybody who works in the case reads what is written here; the customer does not.</Trans>
        </EmptyState>
      ) : (
        <MessageLog />
      )}
      <ChatForm />
    </div>
  );
}
