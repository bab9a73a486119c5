import { z } from 'zod';
import { workItemKinds } from '../../../shared/domain/work-plan/work-plan.ts';

const seen = z.object({ id: z.string(), revision: z.string() });
/** The revision that was on the screen when it was first changed; null for what is new. */
const put = { id: z.string(), revision: z.string().nullable() };

const room = z.object({
  ...put,
  name: z.string(),
  length: z.string(),
  width: z.string(),
  height: z.string(),
  order: z.number(),
});

const item = z.object({
  ...put,
  room: z.string().nullable(),
  task: z.string(),
  kind: z.enum(workItemKinds),
  code: z.string(),
  text: z.string(),
  unit: z.string(),
  trade: z.string(),
  quantity: z.string(),
  price: z.string(),
  priceList: z.string().nullable(),
  order: z.number(),
});

/** What was changed of a work plan and not saved: each thing as it is to be, quantities, prices and lengths as typed. */
export const planDraftSchema = z.object({
  rooms: z.array(room),
  roomsRemoved: z.array(seen),
  items: z.array(item),
  itemsRemoved: z.array(seen),
});

export type PlanDraft = Readonly<z.infer<typeof planDraftSchema>>;
export type DraftRoom = Readonly<z.infer<typeof room>>;
export type DraftItem = Readonly<z.infer<typeof item>>;

/** Nothing changed. */
export const emptyPlanDraft: z.infer<typeof planDraftSchema> = {
  rooms: [],
  roomsRemoved: [],
  items: [],
  itemsRemoved: [],
};

/** How many things would be changed. */
export function countChanges({ rooms, roomsRemoved, items, itemsRemoved }: PlanDraft): number {
  return rooms.length + roomsRemoved.length + items.length + itemsRemoved.length;
}
