import { uuidv7 } from 'uuidv7';
import type { OpenCase } from '../../../renderer/offline/offline-desk.ts';
import { addedByItems, waitingItems } from '../../../shared/domain/work-plan/items-decided.ts';
import { itemsOfTask } from '../../../shared/domain/work-plan/plan-items.ts';
import { aPut, editing, putOf } from '../work-plan.ts';
import type { AnyDraft } from './any-draft.ts';

/** Everything that could be tried with the work plan of an opened case. */
export function planDrafts({ content, key }: OpenCase, text: string): readonly AnyDraft[] {
  const around = { portal: key.portal, subject: { kind: 'case', id: key.case } } as const;
  const { tasks, budgets, rooms = [] } = content.case;
  const [room] = rooms;
  const named = { id: uuidv7(), revision: null, name: text.slice(0, 200), order: rooms.length };
  return [
    { ...around, name: 'edit-work-plan', input: editing({ rooms: [named] }) },
    ...tasks.flatMap((task): readonly AnyDraft[] => {
      const items = itemsOfTask(content.case, task.id);
      const added = [1, 2, 3].map((order) => aPut({ id: uuidv7(), task: task.id, order, room: room?.id ?? null }));
      const changed = items.slice(0, 2).map((item) => putOf(item, { quantity: '3', unitPrice: 20_000 }));
      const seen = items.map(({ id, revision }) => ({ id, revision }));
      return [
        { ...around, name: 'edit-work-plan', input: editing({ items: [...changed, ...added] }) },
        { ...around, name: 'edit-work-plan', input: editing({ itemsRemoved: seen.slice(0, 1) }) },
        ...(seen.length > 0
          ? [{ ...around, name: 'submit-work-items', input: { items: seen.slice(0, 2), comment: text } } as const]
          : []),
        { ...around, name: 'accept-partial-approval', input: { task: task.id }, seen: task.revision },
        { ...around, name: 'mark-plan-ready', input: { task: task.id } },
      ];
    }),
    ...budgets.flatMap((budget): readonly AnyDraft[] => {
      const [first, ...more] = waitingItems(content.case, budget);
      if (first === undefined) return [];
      const amount = addedByItems(content.case, [first]);
      const decided = { approved: [first], rejected: more.slice(0, 1), reason: text };
      const money = { amount, currency: budget.money.currency };
      const input = { budget: budget.id, version: budget.version, money, ...decided };
      return [{ ...around, name: 'decide-work-items', input, seen: budget.revision }];
    }),
  ];
}
