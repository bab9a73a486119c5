import { Trans, useLingui } from '@lingui/react/macro';
import type { Case } from '../../../shared/domain/case/case.ts';
import { ReasonDialog, useCaseView } from '../case/frame.ts';

/** The insurer takes the role back, or goes on without one. */
export function RemoveRoleDialog({ onClose }: { onClose: () => void }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { role } = open.content.case;
  return (
    <ReasonDialog
      title={
        role ? <Trans>Remove the External case handler role</Trans> : <Trans>Do without an External case handler</Trans>
      }
      primary={role ? <Trans>Remove role</Trans> : <Trans>Do without</Trans>}
      destructive
      consequence={<Removal role={role} />}
      label={t`Reason`}
      draft="remove-role"
      command={(reason) => ({ name: 'remove-role', input: { reason } })}
      onClose={onClose}
    />
  );
}

function Removal({ role }: { role: Case['role'] }) {
  if (!role) return <Trans>The case stays with you. Your reason stands in its log.</Trans>;
  const office = role.officeName;
  const user = role.user?.name;
  return user ? (
    <Trans>
      {user} at {office} no longer sees the case through the role, and is told so with your reason.
    </Trans>
  ) : (
    <Trans>{office} no longer sees the case through the role, and is told so with your reason.</Trans>
  );
}
