import { useEffect, useMemo, useState } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { SortColumn } from '../../bindings/case-search.ts';
import { useApproveReason } from './approve/approve-button.tsx';
import { useAssignReason } from './assign/assign-button.tsx';
import { rowKey } from './row-key.ts';
import { stillListed, useSelection } from './selection.ts';

/** What is done with many cases of the list at once. */
export function useManyCases(shown: readonly RowFacts[], complete: boolean) {
  const selection = useSelection();
  const { keys, set } = selection;
  // Without all rows nobody knows what has left.
  const kept = complete ? stillListed(selection, shown) : selection;
  useEffect(() => {
    if (kept !== selection) set(kept);
  }, [kept, selection, set]);
  const selected = useMemo(() => shown.filter((facts) => keys.has(rowKey(facts))), [shown, keys]);
  const reason = useAssignReason()(selected);
  const [assigning, setAssigning] = useState<readonly RowFacts[] | null>(null);
  const approveReason = useApproveReason()(selected);
  const [approving, setApproving] = useState<readonly RowFacts[] | null>(null);
  const [exporting, setExporting] = useState<readonly SortColumn[] | null>(null);
  const assign = () => {
    if (selected.length > 0 && reason === null) setAssigning(selected);
  };
  const approve = () => {
    if (selected.length > 0 && approveReason === null) setApproving(selected);
  };
  // What the filter leaves is what a number of the dashboard counted.
  const approveAll = useApproveReason()(shown) === null ? () => setApproving(shown) : null;
  const approval = { approving, setApproving, approve, approveReason, approveAll };
  return { ...approval, selection, selected, reason, assign, assigning, setAssigning, exporting, setExporting };
}
