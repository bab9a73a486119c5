import type { Case } from '../case/case.ts';
import type { WorkItemId } from '../ids.ts';
import type { SettleItems } from './settle-inputs.ts';
import type { SettlementKind } from './settlement.ts';

/**
 * What is asked about before anything is entered: whether items may go to the customer at all. Where none is named it is the
 * one that asks for least, which is an approved one where there is some.
 */
export function settleProbe(
  { workItems = [] }: Pick<Case, 'workItems'>,
  {
    kind,
    named,
    currency,
  }: { readonly kind: SettlementKind; readonly named: readonly WorkItemId[]; readonly currency: string },
): SettleItems {
  const partners = workItems.filter(({ allocation }) => allocation === 'partner');
  const least = partners.find(({ state }) => state === 'approved') ?? partners[0];
  const asked = named.length > 0 ? workItems.filter(({ id }) => named.includes(id)) : least ? [least] : [];
  return {
    kind,
    items: asked.map(({ id, revision }) => ({ id, revision })),
    entered: { deductible: 0, ageDeductions: [], hours: [], agreed: true, consent: true },
    result: { amount: 0, currency },
  };
}
