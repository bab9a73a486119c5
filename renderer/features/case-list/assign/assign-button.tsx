import { Trans, useLingui } from '@lingui/react/macro';
import { IconUserPlus } from '@tabler/icons-react';
import type { RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';

/** Reading more of them at once would keep the screen from what else is done on it. */
const mostAtOnce = 1000;

/** Why the selected cases cannot be given a user, one sentence; null where some can. */
export function useAssignReason(): (selected: readonly RowFacts[]) => string | null {
  const { t, i18n } = useLingui();
  return (selected) => {
    const most = i18n.number(mostAtOnce);
    if (selected.length > mostAtOnce) return t`Select up to ${most} cases: narrow the list with a filter first.`;
    if (selected.some(({ actions }) => actions.some(({ kind }) => kind === 'assign-role-user'))) return null;
    return t`In none of the selected cases the role waits for a user of your company; the insurer gives it to an office.`;
  };
}

export function AssignButton({ reason, onAssign }: { readonly reason: string | null; readonly onAssign: () => void }) {
  return (
    <ReasonButton reason={reason} leftSection={<IconUserPlus size={16} aria-hidden />} onClick={onAssign}>
      <Trans>Assign user…</Trans>
    </ReasonButton>
  );
}
