import { ActionIcon, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import classes from './chat.module.css';
import type { FindInChat } from './use-find-messages.ts';

/** The find of the chat: Ctrl+F leads here, Enter goes on to older messages, Shift+Enter to newer ones. */
export function FindMessages({ find }: { find: FindInChat }) {
  const { t } = useLingui();
  const { typed, position, count, change } = find;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find.step(event.shiftKey ? 1 : -1);
    else if (event.key === 'Escape' && typed !== '') change('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.find} role="search">
      <TextInput
        type="search"
        size="xs"
        data-quick-filter
        aria-label={t`Find in the chat`}
        placeholder={t`Find in the chat`}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.found} role="status">
        {typed.trim() !== '' &&
          (count === 0 ? (
            <Trans>Not found</Trans>
          ) : (
            <Trans>
              {position} of {count}
            </Trans>
          ))}
      </span>
      {count > 1 && (
        <>
          <ActionIcon size="sm" aria-label={t`Older message with it`} onClick={() => find.step(-1)}>
            <IconChevronUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon size="sm" aria-label={t`Newer message with it`} onClick={() => find.step(1)}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  );
}
