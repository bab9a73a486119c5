import { Trans, useLingui } from '@lingui/react/macro';
import { ReasonDialog, useCaseView } from '../case/frame.ts';

/** The office gives the role back to the insurer, with the reason. */
export function DeclineRoleDialog({ onClose }: { onClose: () => void }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const insurer = open.standing.portalName;
  return (
    <ReasonDialog
      title={<Trans>Decline the External case handler role</Trans>}
      primary={<Trans>Decline role</Trans>}
      destructive
      consequence={
        <Trans>The role goes back to {insurer}, who reads your reason and gives it to another office.</Trans>
      }
      label={t`Reason`}
      placeholder={t`For example: no free capacity before December`}
      draft="decline-role"
      command={(reason) => ({ name: 'decline-role', input: { reason } })}
      onClose={onClose}
    />
  );
}
