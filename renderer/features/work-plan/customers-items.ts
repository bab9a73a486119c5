import { useMemo } from 'react';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import { settlementsOf } from '../../../shared/domain/settlement/settlement.ts';
import { useCaseView } from '../case/frame.ts';
import type { PlanLine } from './plan-lines.ts';

/** True for a line that went to the customer. */
export function isCustomers({ item }: PlanLine): boolean {
  return item !== null && item.allocation !== 'partner';
}

/** The items of settlements that wait, as far as these are seen. */
export function useProvisionalItems(): ReadonlySet<WorkItemId> {
  const { open } = useCaseView();
  const { case: subject } = open.content;
  return useMemo(() => {
    const waiting = settlementsOf(subject).filter(({ state }) => state === 'provisional');
    return new Set(waiting.flatMap(({ items }) => items.map(({ item }) => item)));
  }, [subject]);
}
