import type { Case } from '../case/case.ts';
import type { Facts } from '../case/log-entry.ts';
import { ownCompanyFlag, type CaseQuestion } from '../decision.ts';
import type { CompanyId, WorkItemId } from '../ids.ts';
import type { MemberStanding } from '../member/standing.ts';
import { valuesOf } from '../work-plan/plan-items.ts';
import { sentItems } from '../work-plan/sent-items.ts';
import type { WorkItem } from '../work-plan/work-plan.ts';
import type { SettleItems } from './settle-inputs.ts';
import { settlementRulesIn } from './settlement-rules.ts';
import { settlementSheet, type SheetOf } from './settlement-sheet.ts';
import {
  settlementsOf,
  type SettledBefore,
  type SettledItem,
  type SettlementEntered,
  type SettlementKind,
} from './settlement.ts';

/** Work items as they are settled, in their order; one without a price is left out. */
export function settledItems(subject: Case, items: readonly WorkItem[]): readonly SettledItem[] {
  const values = valuesOf(subject);
  const states = new Map(items.map(({ id, state }) => [id, state]));
  return sentItems(subject, items).flatMap(({ before: _, ...sent }): readonly SettledItem[] => {
    const value = values.get(sent.item);
    if (!value) return [];
    const { company, approved } = value;
    return [{ ...sent, company, approved, asApproved: states.get(sent.item) === 'approved' && approved !== null }];
  });
}

/** What the settlements in force of a kind came to in a case: a cap counts them. */
export function settledBefore(subject: Pick<Case, 'settlements'>, kind: SettlementKind): SettledBefore {
  const byTrade = new Map<string, number>();
  let total = 0;
  for (const each of settlementsOf(subject)) {
    if (each.kind !== kind || each.state === 'ended') continue;
    total += each.result;
    for (const { trade, amount } of settlementSheet(each).byTrade)
      byTrade.set(trade, (byTrade.get(trade) ?? 0) + amount);
  }
  return { total, byTrade: [...byTrade].map(([trade, amount]) => ({ trade, amount })) };
}

/** What was entered, as far as it is about these items. */
export function enteredFor(entered: SettlementEntered, items: readonly Pick<SettledItem, 'item'>[]): SettlementEntered {
  const ids = new Set(items.map(({ item }) => item));
  const isOfThem = ({ item }: { readonly item: WorkItemId }): boolean => ids.has(item);
  const { ageDeductions, hours } = entered;
  return { ...entered, ageDeductions: ageDeductions.filter(isOfThem), hours: hours.filter(isOfThem) };
}

/** What the sheet of these items is worked out from, by the rules that hold now. */
export function sheetFor(
  { case: subject, standing }: { readonly case: Case; readonly standing: Pick<MemberStanding, 'settings'> },
  found: readonly WorkItem[],
  { kind, entered }: Pick<SettleItems, 'kind' | 'entered'>,
): SheetOf {
  const items = settledItems(subject, found);
  return {
    kind,
    items,
    entered: enteredFor(entered, items),
    rules: settlementRulesIn(standing.settings),
    before: settledBefore(subject, kind),
  };
}

/** The companies whose items were settled, in their order, each with its items. */
export function byCompany(
  items: readonly SettledItem[],
): readonly { readonly company: CompanyId; readonly items: readonly SettledItem[] }[] {
  return [...new Set(items.map(({ company }) => company))].map((company) => ({
    company,
    items: items.filter((each) => each.company === company),
  }));
}

/** The flag of a decision on items among which some are of the own company (domain.md §6.3). */
export function ownItemsFlag(question: CaseQuestion, items: readonly SettledItem[]): Facts {
  const own = items.some(({ company }) => company === question.standing.company);
  return own ? ownCompanyFlag(question, question.standing.company) : {};
}
