import type { Case } from '../case/case.ts';
import type { WorkItemId } from '../ids.ts';
import type { FoundPrice } from '../price-list/price-on.ts';
import { divideHalfAway } from './divide-half-away.ts';
import { valuesOf } from './plan-items.ts';
import { quantityParts, type Quantity } from './quantity.ts';
import type { Room, WorkItem } from './work-plan.ts';

/** What is worth a second look at a work item before it is approved; it never stands in the way (domain-2.md §3). */
export type PlausibilityHint =
  /** More square metres than the floor and than the walls of its room; the walls are null where no height is known. */
  | { readonly hint: 'above-area'; readonly floor: Quantity; readonly walls: Quantity | null }
  /** A unit costs more than in the price list: minor units, and the list by its name. */
  | { readonly hint: 'above-price'; readonly unitPrice: number; readonly list: string }
  /** The same work is in the same room already, of whichever company's task. */
  | { readonly hint: 'twice-in-room'; readonly item: WorkItemId };

/** What prices are compared with: what a code costs; null where no list tells. */
export type PriceOfCode = (code: string) => FoundPrice | null;

/** The hints about items of a case, by item; who has none is not in it. */
export function plausibilityHints(
  subject: Case,
  ids: readonly WorkItemId[],
  priceOf: PriceOfCode,
): ReadonlyMap<WorkItemId, readonly PlausibilityHint[]> {
  const { rooms = [], workItems = [] } = subject;
  const wanted = new Set(ids);
  const roomsById = new Map(rooms.map((room) => [room.id, room]));
  const values = valuesOf(subject);
  const first = firstOfEach(workItems);
  const found = workItems
    .filter(({ id }) => wanted.has(id))
    .map((item) => {
      const room = item.room === null ? undefined : roomsById.get(item.room);
      const hints = [
        ...areaHint(item, room),
        ...priceHint(item, values.get(item.id)?.unitPrice, priceOf),
        ...twiceHint(item, first),
      ];
      return [item.id, hints] as const;
    });
  return new Map(found.filter(([, hints]) => hints.length > 0));
}

const squareMetres: ReadonlySet<string> = new Set(['m²', 'm2', 'm^2', 'sqm', 'qm', 'kvm']);

function areaHint({ unit, amountOf }: WorkItem, room: Room | undefined): readonly PlausibilityHint[] {
  const { length, width, height } = room ?? {};
  if (length === undefined || width === undefined || !squareMetres.has(unit.trim().toLowerCase())) return [];
  const floor = product(length, width);
  const walls = height === undefined ? null : product(2 * (length + width), height);
  return amountOf > Math.max(floor, walls ?? 0) ? [{ hint: 'above-area', floor, walls }] : [];
}

/** Of two lengths in ten-thousandths, in ten-thousandths. */
function product(one: Quantity, other: Quantity): Quantity {
  return Number(divideHalfAway(BigInt(one) * BigInt(other), BigInt(quantityParts)));
}

function priceHint(
  { code }: WorkItem,
  unitPrice: number | undefined,
  priceOf: PriceOfCode,
): readonly PlausibilityHint[] {
  const listed = code === null || unitPrice === undefined ? null : priceOf(code);
  if (!listed || unitPrice === undefined || unitPrice <= listed.item.unitPrice) return [];
  return [{ hint: 'above-price', unitPrice: listed.item.unitPrice, list: listed.list.name }];
}

function twiceHint(item: WorkItem, first: ReadonlyMap<string, WorkItemId>): readonly PlausibilityHint[] {
  const other = first.get(workIn(item));
  return item.room === null || item.accepted || other === undefined || other === item.id
    ? []
    : [{ hint: 'twice-in-room', item: other }];
}

/** Of the same work in a room the one that came first, of what the partner does or did not give up. */
function firstOfEach(workItems: readonly WorkItem[]): ReadonlyMap<string, WorkItemId> {
  const first = new Map<string, WorkItemId>();
  for (const item of workItems) if (!item.accepted && !first.has(workIn(item))) first.set(workIn(item), item.id);
  return first;
}

function workIn({ room, code, text, kind }: WorkItem): string {
  return JSON.stringify([room, kind, code ?? text.trim().toLowerCase()]);
}
