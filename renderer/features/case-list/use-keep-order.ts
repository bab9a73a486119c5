import { useEffect, useRef } from 'react';
import type { CaseFilter, RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { useCaseListPlace, type CaseOrder } from '../../bindings/case-list-place.ts';

/** Keeps which cases the list shows when it is left, for going on from one to the next; null while it is not what the index says. */
export function useKeepOrder(shown: readonly RowFacts[] | null, filter: CaseFilter): void {
  const latest = useRef({ shown, filter });
  useEffect(() => {
    latest.current = { shown, filter };
  });
  useEffect(
    () => () => {
      const left = latest.current;
      useCaseListPlace.getState().leave({ order: left.shown && orderOf(left.shown, left.filter) });
    },
    [],
  );
}

/** The cases of these rows one after the other. */
export function orderOf(rows: readonly RowFacts[], filter: CaseFilter): CaseOrder {
  return { cases: rows.map(({ row }) => ({ portal: row.portal, case: row.id })), filter };
}
