import type { Stamp } from '../decision.ts';
import type { CompanyId } from '../ids.ts';
import type { ItemPut } from './plan-puts.ts';
import { lineAmount } from './line-amount.ts';
import { readQuantity, type Quantity } from './quantity.ts';
import type { WorkItem, WorkItemState, WorkItemValue } from './work-plan.ts';

/** What was there of an item before. */
interface Before {
  readonly stamp: Stamp;
  readonly value: WorkItemValue | undefined;
}

/** An item as it is put: what is in force of it makes it a changed one, and what was rejected stays so until it is sent again. */
export function itemPut(put: ItemPut, before: WorkItem | undefined, { stamp, value }: Before): WorkItem {
  const { id, room, task, kind, code, text, unit, trade, quantity, order } = put;
  const read = readQuantity(quantity);
  const content = { id, room, task, kind, code, text, unit, trade, quantity, order };
  return {
    ...content,
    amountOf: typeof read === 'number' ? read : 0,
    state: stateAfter(put, before, value),
    allocation: before?.allocation ?? 'partner',
    budget: before?.budget ?? null,
    revision: stamp.id,
  };
}

/** Where it stands, and in which room, is no change of what was approved. */
function stateAfter(put: ItemPut, before: WorkItem | undefined, value: WorkItemValue | undefined): WorkItemState {
  if (!before) return 'draft';
  // What the partner did without is wanted again.
  if (before.accepted) return value?.approved ? 'changed' : 'draft';
  if (before.state !== 'approved') return before.state;
  const isSame = content.every((part) => put[part] === before[part]) && put.unitPrice === value?.unitPrice;
  return isSame ? 'approved' : 'changed';
}

const content = ['kind', 'code', 'text', 'unit', 'trade', 'quantity'] as const;

/** What an item costs as it is put; what is in force of it stays so until it is decided on again. */
export function valuePut(
  { id, unitPrice, priceList }: ItemPut,
  now: { readonly amountOf: Quantity; readonly company: CompanyId; readonly before: WorkItemValue | undefined },
): WorkItemValue {
  const amount = lineAmount(now.amountOf, unitPrice);
  return { id, company: now.company, unitPrice, priceList, amount, approved: now.before?.approved ?? null };
}
