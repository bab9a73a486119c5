import type { MemberId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { PriceList } from '../../shared/domain/price-list/price-list.ts';
import { addedByItems, waitingItems } from '../../shared/domain/work-plan/items-decided.ts';
import { itemsOfTask } from '../../shared/domain/work-plan/plan-items.ts';
import type { EditWorkPlan, ItemPut } from '../../shared/domain/work-plan/plan-puts.ts';
import { quantityParts } from '../../shared/domain/work-plan/quantity.ts';
import { planLines, type LineAim, type PlanLine } from './plan-lines.ts';
import { managerOf, roleUser, standing, waitingBudget, type TaskStage } from './tell-step.ts';

/** Plans the work of a task from the price list and sends what is new of it for approval. */
export function submitPlan(stage: TaskStage, prices: PriceList, at: Moment): void {
  draftPlan(stage, prices, at);
  const { teller, task } = stage;
  const drafts = itemsOfTask(teller.content().case, task).filter(({ state }) => state === 'draft');
  const items = drafts.map(({ id, revision }) => ({ id, revision }));
  teller.act(
    { by: managerOf(stage.cast, standing(stage)), at },
    { name: 'submit-work-items', input: { items, comment: '' } },
  );
}

/** Plans the work, and sends nothing yet; the first of a case measures the rooms. */
export function draftPlan(stage: TaskStage, prices: PriceList, at: Moment): void {
  const by = managerOf(stage.cast, standing(stage));
  if (!stage.teller.content().case.rooms?.length) measure(stage, by, at);
  const { teller, chance, plan } = stage;
  const rooms = teller.content().case.rooms ?? [];
  const items = prices.items.filter(({ trade }) => trade === plan.type.name);
  const lines = planLines({ items, rooms, chance, most: isShown(stage) ? 6 : chance.whole(3, 5) }, aimOf(stage));
  edit(stage, { by, at }, { items: lines.map((line, order) => putOf(stage, { line, order, at, prices })) });
}

/** The External case handler, or else the insurer, approves most of the items and rejects the rest. */
export function decidePartly(stage: TaskStage, at: Moment): void {
  const { teller, handler } = stage;
  const { case: subject } = teller.content();
  const { id, version, money } = waitingBudget(stage);
  const waits = waitingItems(subject, { id });
  const [approved, rejected] = [waits.slice(0, -2), waits.slice(-2)];
  const amount = addedByItems(subject, approved);
  const reason = 'These two were not damaged by the water.';
  const input = { budget: id, version, approved, rejected, reason, money: { ...money, amount } };
  const own = roleUser(teller);
  const command = { name: 'decide-work-items', input } as const;
  if (own === null || teller.tries({ by: own, at }, command)) teller.act({ by: handler, at }, command);
}

/** A case that is there to show work plans has more of them. */
function isShown({ plan: { budget } }: TaskStage): boolean {
  return budget === 'shown' || budget === 'drafted' || budget === 'partly' || budget === 'just-above';
}

function aimOf({ plan: { budget }, cast, chance }: TaskStage): LineAim {
  const { defaultLimit } = cast.network.settings.externalCaseHandler;
  if (budget === 'just-above') return { amount: defaultLimit ?? 0, from: 'above' };
  const above = budget === 'above' || budget === 'forwarded';
  return { amount: above ? chance.whole(400, 900) * 1000 : chance.whole(60, 280) * 1000, from: 'below' };
}

const roomNames = ['Kitchen', 'Living room', 'Hall', 'Bathroom'] as const;

function measure(stage: TaskStage, by: MemberId, at: Moment): void {
  const { chance } = stage;
  const side = (from: number, to: number): number => (chance.whole(from, to) * quantityParts) / 10;
  const rooms = roomNames.map((name, order) => ({
    id: chance.id(at),
    revision: null,
    name,
    order,
    length: side(22, 58),
    width: side(18, 42),
    height: side(24, 27),
  }));
  edit(stage, { by, at }, { rooms });
}

function edit({ teller }: TaskStage, deed: { by: MemberId; at: Moment }, change: Partial<EditWorkPlan>): void {
  const input = { rooms: [], roomsRemoved: [], items: [], itemsRemoved: [], ...change };
  teller.act(deed, { name: 'edit-work-plan', input });
}

interface Placed {
  readonly line: PlanLine;
  readonly order: number;
  readonly at: Moment;
  readonly prices: PriceList;
}

function putOf({ chance, task }: TaskStage, { line, order, at, prices }: Placed): ItemPut {
  const { item, room, quantity } = line;
  const { code, text, unit, trade, unitPrice } = item;
  const content = { kind: 'item', code, text, unit, trade, quantity, order } as const;
  return { id: chance.id(at), revision: null, room: room.id, task, ...content, unitPrice, priceList: prices.id };
}
