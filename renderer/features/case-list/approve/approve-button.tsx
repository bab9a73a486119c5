import { Trans, useLingui } from '@lingui/react/macro';
import { IconChecks } from '@tabler/icons-react';
import type { RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';

/** Each of their tasks is listed, to be looked at before it is approved. */
const mostAtOnce = 300;

/** Why no task of the selected cases can be approved at once, one sentence; null where some can. */
export function useApproveReason(): (selected: readonly RowFacts[]) => string | null {
  const { t, i18n } = useLingui();
  return (selected) => {
    const most = i18n.number(mostAtOnce);
    if (selected.length > mostAtOnce) return t`Select up to ${most} cases to approve tasks of: narrow the list first.`;
    if (selected.some(({ actions }) => actions.some(({ kind }) => kind === 'approve-tasks'))) return null;
    return t`In none of the selected cases a task waits for your approval.`;
  };
}

interface ApproveButtonProps {
  readonly reason: string | null;
  readonly onApprove: () => void;
}

export function ApproveButton({ reason, onApprove }: ApproveButtonProps) {
  return (
    <ReasonButton reason={reason} leftSection={<IconChecks size={16} aria-hidden />} onClick={onApprove}>
      <Trans>Approve tasks…</Trans>
    </ReasonButton>
  );
}
