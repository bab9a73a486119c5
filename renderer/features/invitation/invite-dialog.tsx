import { Button, Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent } from 'react';
import foot from '../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { InviteFields } from './invite-fields.tsx';
import classes from './invitation.module.css';
import type { useInviteForm } from './use-invite-form.ts';
import { WaitingInvitations } from './waiting-invitations.tsx';

interface InviteDialogProps {
  readonly state: PortalState;
  readonly form: ReturnType<typeof useInviteForm>;
  readonly onClose: () => void;
}

/** Invites somebody by mail, and again whoever has not answered. */
export function InviteDialog({ state, form, onClose }: InviteDialogProps) {
  const { t } = useLingui();
  const { portalName } = state.standing;
  const onKeyDown = useDecidingKeys();
  useFocusBack();
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = event.currentTarget;
    if (await form.invite()) return onClose();
    fields.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Invite a member to {portalName}</Trans>}
      size={560}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form sends */}
      <form className={classes.form} onSubmit={(event) => void send(event)} onKeyDown={onKeyDown} noValidate>
        <p className={classes.note}>
          <Trans>
            A mail brings a link that works for seven days, to choose the first password. Somebody who has an account
            already is told of this portal instead.
          </Trans>
        </p>
        <InviteFields state={state} form={form} />
        <WaitingInvitations state={state} onAgain={form.inviteAgain} />
        <div className={foot.foot}>
          {form.objection && (
            <p className={classes.objection} role="alert">
              {form.objection}
            </p>
          )}
          <DialogDeeds onClose={onClose}>
            <Button type="submit" loading={form.busy}>
              <Trans>Invite</Trans>
            </Button>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}
