import type { PriceItem } from '../../shared/domain/price-list/price-list.ts';
import { lineAmount } from '../../shared/domain/work-plan/line-amount.ts';
import { quantityParts, readQuantity } from '../../shared/domain/work-plan/quantity.ts';
import type { Room } from '../../shared/domain/work-plan/work-plan.ts';
import type { Chance } from './random.ts';

/** A line of a plan before it is entered: which work, where and how much of it. */
export interface PlanLine {
  readonly item: PriceItem;
  readonly room: Room;
  readonly quantity: string;
  /** Minor units. */
  readonly amount: number;
}

/** What a plan is made up from. */
export interface LineGround {
  /** Of one trade; the last of them is the hour of work. */
  readonly items: readonly PriceItem[];
  readonly rooms: readonly Room[];
  readonly chance: Chance;
  /** How many lines there are at most, the hours among them. */
  readonly most: number;
}

/** What the lines come to: as near as hours of work bring it, from below or from above; minor units. */
export interface LineAim {
  readonly amount: number;
  readonly from: 'below' | 'above';
}

/** Lines that come to what is aimed at: works room by room, and hours for the rest. */
export function planLines(ground: LineGround, aim: LineAim): readonly PlanLine[] {
  const { items, rooms, chance, most } = ground;
  const hour = items.at(-1);
  const first = rooms[0];
  if (!hour || !first) throw new Error('There is nothing to plan with.');
  const lines: PlanLine[] = [];
  let left = aim.amount - hour.unitPrice;
  for (let tries = 0; tries < 40 && lines.length < most - 1; tries += 1) {
    const line = lineOf(chance.pick(items.slice(0, -1)), chance.pick(rooms), chance);
    const isThere = lines.some(({ item, room }) => item === line.item && room === line.room);
    if (isThere || line.amount > left) continue;
    lines.push(line);
    left -= line.amount;
  }
  const hours = Math.floor((left + hour.unitPrice) / hour.unitPrice) + (aim.from === 'above' ? 1 : 0);
  return [...lines, { item: hour, room: first, quantity: String(hours), amount: hours * hour.unitPrice }];
}

function lineOf(item: PriceItem, room: Room, chance: Chance): PlanLine {
  const quantity = quantityOf(item.unit, room, chance);
  const read = readQuantity(quantity);
  if (typeof read !== 'number') throw new Error(`The demo's ${quantity} is no quantity.`);
  return { item, room, quantity, amount: lineAmount(read, item.unitPrice) };
}

/** As somebody with a tape measure types it. */
function quantityOf(unit: string, room: Room, chance: Chance): string {
  const [length, width, height] = [room.length, room.width, room.height].map((side = quantityParts) =>
    String(side / quantityParts),
  );
  switch (unit) {
    case 'm²':
      return chance.percent(50) ? `${length}*${width}` : `${length}*${height}-1.6`;
    case 'm':
      return `2*(${length}+${width})-0.9`;
    case 'm³':
      return `${length}*${width}*0.06`;
    case 'day':
      return `${chance.whole(1, 3)}*${chance.whole(7, 14)}`;
    default:
      return String(chance.whole(1, 3));
  }
}
