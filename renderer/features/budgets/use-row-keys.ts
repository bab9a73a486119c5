import type { KeyboardEvent } from 'react';
import type { BudgetId } from '../../../shared/domain/ids.ts';
import { useCaseView } from '../case/frame.ts';
import type { DecisionWay } from './decision-way.ts';

const ways: Readonly<Record<string, DecisionWay>> = { a: 'approve', r: 'reject', f: 'forward' };

/** Keys on the box of a row: the arrows go from row to row, a letter opens the decision. */
export function useRowKeys(budget: BudgetId): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { show } = useCaseView();
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const way = ways[event.key.toLowerCase()];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (way) show({ kind: 'decide-budget', budget, way });
    else if (step !== 0) boxBeside(event.currentTarget, step)?.focus();
    else return;
    event.preventDefault();
  };
}

function boxBeside(box: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const boxes = [...(box.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-budget-row]') ?? [])];
  return boxes[boxes.indexOf(box) + step];
}
