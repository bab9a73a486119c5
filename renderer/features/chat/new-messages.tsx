import { Button } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useCaseView } from '../case/frame.ts';
import classes from './chat.module.css';
import type { Reading } from './use-reading.ts';

interface NewMessagesProps {
  readonly reading: Reading;
  readonly onGoTo: (index: number) => void;
}

/** How many new messages are out of sight, and the way to them. */
export function NewMessages({ reading: { shown, unread, readAll }, onGoTo }: NewMessagesProps) {
  const { open } = useCaseView();
  const { chat } = open.confirmed;
  const news = chat.flatMap(({ by }, index) => (index >= unread && by.member !== open.standing.member ? [index] : []));
  const below = news.filter((index) => index > shown.last);
  const [next] = below;
  if (next !== undefined)
    return (
      <div className={classes.news}>
        <Button size="xs" rightSection={<IconArrowDown size={14} aria-hidden />} onClick={() => onGoTo(next)}>
          <Plural value={below.length} one="# new message" other="# new messages" />
        </Button>
      </div>
    );
  if (unread >= shown.first) return null;
  return (
    <div className={classes.news} data-above>
      <Button size="xs" rightSection={<IconArrowUp size={14} aria-hidden />} onClick={() => onGoTo(unread)}>
        <Plural value={news.length} one="# message not read" other="# messages not read" />
      </Button>
      <Button size="xs" variant="default" onClick={readAll}>
        <Trans>Mark all as read</Trans>
      </Button>
    </div>
  );
}
