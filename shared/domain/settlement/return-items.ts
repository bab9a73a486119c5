import { stale } from '../overwriting.ts';
import { withoutPlans } from '../work-plan/edit-work-plan.ts';
import { mayTakeBack } from './may-settle.ts';
import type { ReturnItems } from './settle-inputs.ts';
import { settlementPage } from './settlement-page.ts';
import { linesOfBack, takenBack, toldOfBack } from './take-back.ts';

/** Which parts of the case are read and changed when items come back to their partners. */
export const stepOfBack = {
  reads: ['head', 'tasks', 'role', 'budgets', 'work-items', 'settlements'],
  changes: ['tasks', 'work-items', 'settlements', 'log'],
} as const;

/** The page of `return-items`: by the right with which they went (domain.md §7.1). */
export const returnItems = settlementPage<ReturnItems>({
  authority: 'cash.allTasks',
  rights: ['ownwork.beforeApproval'],
  ...stepOfBack,
  may: (asked) => mayTakeBack(asked, asked.settlement.kind),
  check: withoutPlans,
  limits: ({ settlement: { items, revision } }, input) => {
    const known = input.items.every((id) => items.some(({ item }) => item === id));
    return known ? null : stale({ revision, by: null, at: null });
  },
  apply: (asked, { items, reason }) => takenBack(asked, items, { because: 'returned', reason }),
  log: (asked, { items, reason }) => linesOfBack(asked, items, reason),
  tells: (asked, { items }) => toldOfBack(asked, items),
});
