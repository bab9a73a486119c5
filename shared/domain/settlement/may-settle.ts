import type { CaseQuestion } from '../decision.ts';
import { may } from '../rights/may.ts';
import type { Right } from '../rights/rights.ts';
import type { Verdict } from '../rights/verdict.ts';
import type { WorkItem } from '../work-plan/work-plan.ts';
import type { SettlementKind } from './settlement.ts';

type Asking = Pick<CaseQuestion, 'standing' | 'case'>;

/**
 * Whether somebody may give items to the customer, by the table of domain.md §7.1. Right 6 adds to right 5 and opens nothing
 * without it, so 5 is named first; what is approved goes to the customer's own work by right 5 too.
 */
export function maySettle(asking: Asking, kind: SettlementKind, items: readonly Pick<WorkItem, 'state'>[]): Verdict {
  const before = items.some(({ state }) => state !== 'approved');
  return kind === 'cashOffer' ? mayOfferCash(asking, before) : mayLeaveToCustomer(asking, before);
}

/** Whether somebody may take items back, or write down what the customer said: by the right with which they went. */
export function mayTakeBack(asking: Asking, kind: SettlementKind): Verdict {
  return maySettle(asking, kind, []);
}

function mayOfferCash(asking: Asking, before: boolean): Verdict {
  const cash = by(asking, 'cash.allTasks');
  if (!cash.allowed || !before) return cash;
  const early = by(asking, 'cash.beforeApproval');
  return early.allowed ? cash : early;
}

function mayLeaveToCustomer(asking: Asking, before: boolean): Verdict {
  const own = by(asking, 'ownwork.beforeApproval');
  if (own.allowed || before) return own;
  const cash = by(asking, 'cash.allTasks');
  return cash.allowed ? cash : own;
}

function by({ standing, case: subject }: Asking, right: Right): Verdict {
  return may(standing, right, { case: subject });
}
