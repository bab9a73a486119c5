import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';
import { useCommandContext } from '../../bindings/use-command-context.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useUnreadable } from '../../bindings/use-unreadable.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { isStuck } from '../../offline/outbox-items.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { fileTroubleWords, saveTrouble } from '../../words/file-trouble-words.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { OutboxEntry } from './outbox-entry.tsx';
import classes from './outbox.module.css';

/** Everything the portal has not confirmed: what needs the user, then the rest in the order in which it is sent. */
export function OutboxPage() {
  const { t } = useLingui();
  const { offline } = useWorkplace();
  const outbox = useOffline((state) => state.outbox);
  // What waits for the user comes first: below forty that only wait for the portal nobody would find it.
  const items = [...outbox.filter(isStuck), ...outbox.filter((item) => !isStuck(item))];
  const contextOf = useCommandContext();
  const [discarding, setDiscarding] = useState<OutboxItem | null>(null);
  return (
    <Page
      title={t`Outbox`}
      lead={t`What you did and the portal has not confirmed yet: first what needs you, then the rest in the order it is sent. It is kept on this computer and survives closing, restarting and updating.`}
      actions={items.length > 0 && <Export />}
    >
      <UnreadableNote />
      {items.length === 0 ? (
        <EmptyState icon={IconSend} title={t`Nothing is waiting`}>
          <Trans>Everything you did has arrived at the portal.</Trans>
        </EmptyState>
      ) : (
        <ol className={classes.list}>
          {items.map((item) => (
            <OutboxEntry
              key={item.position}
              item={item}
              context={contextOf(item.command)}
              onRetry={() => offline.retry(item.position)}
              onDiscard={() => setDiscarding(item)}
            />
          ))}
        </ol>
      )}
      <DiscardDialog
        item={discarding}
        followers={items.filter(({ command }) => command?.after && command.after === discarding?.command?.id).length}
        onClose={() => setDiscarding(null)}
        onDiscard={(position) => void offline.discard(position)}
      />
    </Page>
  );
}

/** Nothing unreadable is deleted, and nobody has to find out by missing it. */
function UnreadableNote() {
  const { t } = useLingui();
  const { quarantined, unknownRecords, isNew, markSeen } = useUnreadable();
  if (!isNew) return null;
  return (
    <div className={classes.note}>
      <ErrorState
        title={t`Part of what was kept could not be read`}
        action={
          <Button variant="default" onClick={markSeen}>
            <Trans>I have read it</Trans>
          </Button>
        }
      >
        {quarantined > 0 && (
          <div>
            <Plural
              value={quarantined}
              one="# damaged stretch was set aside: a change may be missing below. Nothing of it was deleted; your IT department can hand it to support."
              other="# damaged stretches were set aside: changes may be missing below. Nothing of them was deleted; your IT department can hand them to support."
            />
          </div>
        )}
        {unknownRecords > 0 && (
          <div>
            <Plural
              value={unknownRecords}
              one="# entry was written by a newer version of Partner Desk. It is kept, and read again once that version is installed."
              other="# entries were written by a newer version of Partner Desk. They are kept, and read again once that version is installed."
            />
          </div>
        )}
      </ErrorState>
    </div>
  );
}

function Export() {
  const desk = useDesk();
  const { t } = useLingui();
  const [answer, setAnswer] = useState<DeskAnswer | null>(null);
  const trouble = answer && saveTrouble(answer);
  return (
    <>
      {trouble && <span role="alert">{fileTroubleWords(trouble)}</span>}
      {answer?.ok && <span role="status">{t`Exported.`}</span>}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => void desk.journal.export().then(setAnswer)}
      >
        <Trans>Export…</Trans>
      </Button>
    </>
  );
}
