import { Trans, useLingui } from '@lingui/react/macro';
import { ReasonDialog, type DialogProps } from '../case/frame.ts';

/** Takes a decision back: the insurer's, with a reason that everybody who works in the case reads. */
export function ReverseDialog({ onClose }: DialogProps<'reverse-compensation'>) {
  const { t } = useLingui();
  return (
    <ReasonDialog
      title={<Trans>Take the compensation decision back</Trans>}
      primary={<Trans>Take the decision back</Trans>}
      consequence={
        <Trans>
          The inspection waits for a decision again, and repairs that have not begun wait with it. What was begun stays
          as it is. Who decided and every office in the case are told, and read the reason. A letter that was sent is
          not taken back by this.
        </Trans>
      }
      label={t`Reason`}
      destructive
      draft="reverse-compensation"
      command={(reason) => ({ name: 'reverse-compensation-decision', input: { reason } })}
      onClose={onClose}
    />
  );
}
