import type { Case } from '../../../shared/domain/case/case.ts';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import { valuesOf } from '../../../shared/domain/work-plan/plan-items.ts';
import type { Room, WorkItem, WorkItemValue } from '../../../shared/domain/work-plan/work-plan.ts';
import { amountText } from '../../words/figures.ts';
import { formulaNumber } from '../../words/work-plan/quantity-words.ts';
import type { DraftItem, DraftRoom } from './plan-draft.ts';

/** A work plan as the portal has it, what waits for it included. */
export interface PlanThings {
  readonly rooms: readonly Room[];
  readonly items: readonly WorkItem[];
  readonly values: ReadonlyMap<WorkItemId, WorkItemValue>;
}

export function planThings(subject: Case): PlanThings {
  const { rooms = [], workItems = [] } = subject;
  return { rooms, items: workItems, values: valuesOf(subject) };
}

/** How many rooms and items are others in one plan than in the other. */
export function countOthers(one: PlanThings, other: PlanThings): number {
  return countDifferent(one.rooms, other.rooms) + countDifferent(one.items, other.items);
}

interface Kept {
  readonly id: string;
  readonly revision: string;
}

function countDifferent(one: readonly Kept[], other: readonly Kept[]): number {
  const revisions = new Map(one.map(({ id, revision }) => [id, revision]));
  const same = other.filter(({ id, revision }) => revisions.get(id) === revision).length;
  const ids = new Set([...one, ...other].map(({ id }) => id));
  return ids.size - same;
}

/** An item as it is edited: what it costs as it is printed, nothing where that is not seen. */
export function itemContent(item: WorkItem, value: WorkItemValue | undefined, currency: string): DraftItem {
  const { id, revision, room, task, kind, code, text, unit, trade, quantity, order } = item;
  const price = value ? amountText({ amount: value.unitPrice, currency }) : '';
  const { priceList = null } = value ?? {};
  return { id, revision, room, task, kind, code: code ?? '', text, unit, trade, quantity, price, priceList, order };
}

/** A room as it is edited: lengths in metres. */
export function roomContent({ id, revision, name, order, ...lengths }: Room): DraftRoom {
  const { length, width, height } = lengths;
  const text = (metres: number | undefined) => (metres === undefined ? '' : formulaNumber(metres));
  return { id, revision, name, length: text(length), width: text(width), height: text(height), order };
}
