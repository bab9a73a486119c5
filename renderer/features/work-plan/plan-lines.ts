import type { WorkItemState, WorkItem, WorkItemValue } from '../../../shared/domain/work-plan/work-plan.ts';
import { lineAmount } from '../../../shared/domain/work-plan/line-amount.ts';
import { readQuantity, type Quantity, type QuantityFault } from '../../../shared/domain/work-plan/quantity.ts';
import { readAmount } from '../../words/typed-amount.ts';
import type { DraftItem, PlanDraft } from './plan-draft.ts';
import { itemContent, type PlanThings } from './plan-things.ts';

/** A line of the plan as it is on the screen: what there is, with what was changed of it. */
export interface PlanLine {
  readonly content: DraftItem;
  /** As the portal has it; null for a new one. */
  readonly item: WorkItem | null;
  readonly value: WorkItemValue | null;
  readonly quantity: Quantity | QuantityFault;
  /** Minor units; null where it is not read, or not seen. */
  readonly unitPrice: number | null;
  readonly amount: number | null;
  readonly state: WorkItemState;
  readonly isEdited: boolean;
}

/** The lines of a plan in its order; those that were not changed are the same objects as before. */
export function linesOf(things: PlanThings, draft: PlanDraft, currency: string): readonly PlanLine[] {
  const puts = new Map(draft.items.map((each) => [each.id, each]));
  const gone = new Set(draft.itemsRemoved.map(({ id }) => id));
  const there = things.items
    .filter(({ id }) => !gone.has(id))
    .map((item) => {
      const base = { item, value: things.values.get(item.id) ?? null };
      const put = puts.get(item.id);
      return put ? editedLine(put, base, currency) : keptLine(base, currency);
    });
  const known = new Set(things.items.map(({ id }) => id));
  const fresh = draft.items
    .filter(({ id, revision }) => revision === null && !known.has(id))
    .map((put) => editedLine(put, { item: null, value: null }, currency));
  return [...there, ...fresh];
}

interface Base {
  readonly item: WorkItem | null;
  readonly value: WorkItemValue | null;
}

const keptLines = new WeakMap<WorkItem, PlanLine>();
const editedLines = new WeakMap<DraftItem, PlanLine>();

/** A row is only painted anew where its line is another object. */
function keptLine({ item, value }: Base & { readonly item: WorkItem }, currency: string): PlanLine {
  const known = keptLines.get(item);
  if (known && known.value === value) return known;
  const line: PlanLine = {
    content: itemContent(item, value ?? undefined, currency),
    item,
    value,
    quantity: item.amountOf,
    unitPrice: value?.unitPrice ?? null,
    amount: value?.amount ?? null,
    state: item.state,
    isEdited: false,
  };
  keptLines.set(item, line);
  return line;
}

function editedLine(content: DraftItem, { item, value }: Base, currency: string): PlanLine {
  const known = editedLines.get(content);
  if (known && known.item === item && known.value === value) return known;
  const quantity = readQuantity(content.quantity);
  const price = readAmount(content.price, currency);
  const unitPrice = price.kind === 'read' ? price.amount : null;
  const isRead = typeof quantity === 'number' && unitPrice !== null;
  const line: PlanLine = {
    content,
    item,
    value,
    quantity,
    unitPrice,
    amount: isRead ? lineAmount(quantity, unitPrice) : null,
    state: stateOnceSaved(item),
    isEdited: true,
  };
  editedLines.set(content, line);
  return line;
}

/** What of an approved item is changed is in force as it was until it is decided on again. */
function stateOnceSaved(item: WorkItem | null): WorkItemState {
  if (!item) return 'draft';
  return item.state === 'approved' ? 'changed' : item.state;
}
