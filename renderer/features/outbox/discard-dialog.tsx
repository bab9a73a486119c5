import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { commandWords } from '../../words/command-words.ts';

interface DiscardDialogProps {
  readonly item: OutboxItem | null;
  /** How many waiting commands come after this one. */
  readonly followers: number;
  readonly onDiscard: (position: number) => void;
  readonly onClose: () => void;
}

/** Asks before something the user did is thrown away. */
export function DiscardDialog({ item, followers, onDiscard, onClose }: DiscardDialogProps) {
  const { t } = useLingui();
  const label = item?.command ? commandWords(item.command.name).label : t`From another version of Partner Desk`;
  return (
    <ConfirmDialog
      opened={item !== null}
      title={t`Discard “${label}”?`}
      confirm={t`Discard`}
      cancel={t`Keep it`}
      destructive
      onClose={onClose}
      onConfirm={() => {
        if (item) onDiscard(item.position);
        onClose();
      }}
    >
      <p style={{ marginTop: 0 }}>
        {item?.state === 'sent' ? (
          <Trans>
            It has been sent already. The portal is asked to cancel it; if it was carried out meanwhile, it stays so and
            you will see that here.
          </Trans>
        ) : (
          <Trans>It is not sent, and what you entered is lost. The case looks as if you had not done it.</Trans>
        )}
      </p>
      {followers > 0 && (
        <p style={{ marginBottom: 0 }}>
          <Plural
            value={followers}
            one="# later change on the same case came after it and is offered to you again."
            other="# later changes on the same case came after it and are offered to you again."
          />
        </p>
      )}
    </ConfirmDialog>
  );
}
