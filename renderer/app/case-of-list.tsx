import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useCaseListPlace, type CaseOrder } from '../bindings/case-list-place.ts';
import { filterOf, sortOf } from '../bindings/case-search.ts';
import { useInsurerFilter } from '../bindings/insurer-filter.ts';
import { useOffline, useRows } from '../bindings/use-offline.ts';
import { CasePage } from '../features/case/case-page.tsx';
import { listed } from '../features/case-list/filter-parts.ts';
import { sortRows } from '../features/case-list/sort-rows.ts';
import { orderOf } from '../features/case-list/use-keep-order.ts';
import { families } from './families.ts';

/** The page of a case, in the list that was shown last. A feature knows no other: the frame brings the two together. */
export function CaseOfList() {
  return (
    <>
      <UsualOrder />
      <CasePage families={families} />
    </>
  );
}

/**
 * Where a case is opened before any list was (from a notice, at the start), it stands in the list that going back would show.
 * Beside the page: a row that changes paints no case again.
 */
function UsualOrder() {
  const { i18n } = useLingui();
  const phase = useOffline((state) => state.phase);
  const rows = useRows();
  const made = useRef<CaseOrder | null>(null);
  useEffect(() => {
    const { search, order, leave } = useCaseListPlace.getState();
    if (phase !== 'ready' || order !== null) return;
    const portal = useInsurerFilter.getState().portal ?? undefined;
    const filter = { ...filterOf(search), portal };
    made.current = orderOf(listed(sortRows(rows, sortOf(search), i18n.locale), filter), filter);
    leave({ order: made.current });
  }, [phase, rows, i18n.locale]);
  // Nobody has looked at that list: the next case that is opened so stands in the list as it is then.
  useEffect(
    () => () => {
      const { order, leave } = useCaseListPlace.getState();
      if (order !== null && order === made.current) leave({ order: null });
    },
    [],
  );
  return null;
}
