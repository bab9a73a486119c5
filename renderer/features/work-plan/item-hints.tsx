import { IconBulb } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import { portalDay } from '../../../shared/domain/portal/portal-day.ts';
import { priceOn } from '../../../shared/domain/price-list/price-on.ts';
import { waitingItems } from '../../../shared/domain/work-plan/items-decided.ts';
import { plausibilityHints, type PlausibilityHint } from '../../../shared/domain/work-plan/plausibility.ts';
import { usePriceLists } from '../../bindings/use-price-lists.ts';
import { hintWords } from '../../words/work-plan/hint-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './plan.module.css';

export type HintsByItem = ReadonlyMap<WorkItemId, readonly PlausibilityHint[]>;

/** What is worth a second look at the items of a budget that wait, by the prices of the day on which they were sent. */
export function useItemHints(budget: Budget): HintsByItem {
  const { open } = useCaseView();
  const { portal, settings } = open.standing;
  const hold = usePriceLists(portal);
  const lists = hold.phase === 'held' ? hold.lists : null;
  return useMemo(() => {
    const subject = open.content.case;
    const waiting = waitingItems(subject, budget);
    const codes = new Set(subject.workItems?.map(({ code }) => code));
    const comparable = (lists ?? [])
      .filter(({ currency }) => currency === budget.money.currency)
      .map((list) => ({ ...list, items: list.items.filter(({ code }) => codes.has(code)) }));
    const day = portalDay(budget.submittedAt, settings);
    return plausibilityHints(subject, waiting, (code) => priceOn(comparable, code, day));
  }, [open, budget, lists, settings]);
}

/** The hints about one item. */
export function ItemHints({ hints, currency }: { hints: readonly PlausibilityHint[]; currency: string }) {
  const { open } = useCaseView();
  const textOf = (id: string): string => open.content.case.workItems?.find((each) => each.id === id)?.text ?? '';
  return hints.map((hint) => (
    <span key={hint.hint} className={classes.hint}>
      <IconBulb size={14} aria-hidden />
      {hintWords(hint, { currency, textOf })}
    </span>
  ));
}
