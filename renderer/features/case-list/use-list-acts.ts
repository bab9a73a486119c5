import { useLingui } from '@lingui/react/macro';
import { IconChecks, IconTableExport, IconUserPlus } from '@tabler/icons-react';
import { useOfferActs } from '../../bindings/page-acts.ts';
import { useSingleKeys } from '../../bindings/single-keys.ts';
import type { useManyCases } from './use-many-cases.ts';

/** Offers to the palette what can be done with the selected cases and with the list; null where nothing is listed. */
export function useListActs(
  { selected, reason, assign, approveReason, approve }: ReturnType<typeof useManyCases>,
  exportList: (() => void) | null,
): void {
  const { t } = useLingui();
  const keys = useSingleKeys(({ on }) => on) ? 'U' : undefined;
  const canAssign = selected.length > 0 && reason === null;
  const canApprove = selected.length > 0 && approveReason === null;
  useOfferActs([
    ...(canApprove ? [{ id: 'approve-tasks', label: t`Approve tasks…`, icon: IconChecks, run: approve }] : []),
    ...(canAssign ? [{ id: 'assign-user', label: t`Assign user…`, icon: IconUserPlus, keys, run: assign }] : []),
    ...(exportList ? [{ id: 'export', label: t`Export…`, icon: IconTableExport, run: exportList }] : []),
  ]);
}
