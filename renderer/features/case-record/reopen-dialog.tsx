import { Trans, useLingui } from '@lingui/react/macro';
import { ReasonDialog } from '../case/frame.ts';

/** Opens a closed case again. */
export function ReopenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <ReasonDialog
      title={<Trans>Reopen this case</Trans>}
      primary={<Trans>Reopen case</Trans>}
      consequence={
        <Trans>
          Everybody goes on where they stopped, and what has to be done has its whole time again from now. Where the
          External case handler is not marked or not active any more, the role goes back to the office. The handler, who
          has the role and the offices with open tasks are told.
        </Trans>
      }
      label={t`Why it is opened again`}
      draft="reopen-case"
      command={(reason) => ({ name: 'reopen-case', input: { reason } })}
      onClose={onClose}
    />
  );
}
