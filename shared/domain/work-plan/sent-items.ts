import type { Case } from '../case/case.ts';
import { addedBy, valuesOf } from './plan-items.ts';
import type { SentItem, WorkItem } from './work-plan.ts';

/** Work items with what they cost, as they are now; one without a price is left out. */
export function sentItems(subject: Case, items: readonly WorkItem[]): readonly SentItem[] {
  const rooms = new Map((subject.rooms ?? []).map(({ id, name }) => [id, name]));
  const values = valuesOf(subject);
  return items.flatMap((item): readonly SentItem[] => {
    const value = values.get(item.id);
    if (!value) return [];
    const { id, task, kind, code, text, unit, trade, quantity, amountOf } = item;
    const room = item.room === null ? null : (rooms.get(item.room) ?? null);
    const { unitPrice, amount } = value;
    const before = amount - addedBy(value);
    return [{ item: id, room, task, kind, code, text, unit, trade, quantity, amountOf, unitPrice, amount, before }];
  });
}
