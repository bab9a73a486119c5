import { z } from 'zod';
import { workItemKinds } from '../domain/work-plan/work-plan.ts';
import { currencySchema, idSchema, madeIdSchema, minorUnits, nameSchema, optionalText, textSchema } from './parts.ts';

/** So many things are changed, sent or decided at once. */
export const mostAtOnce = 500;

/** Ten-thousandths of a metre: up to a kilometre. */
const length = z.int().min(1).max(10_000_000).optional();
const order = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const seen = z.strictObject({ id: madeIdSchema, revision: madeIdSchema });
/** Something new is named by an id that the app makes. */
const put = { id: madeIdSchema, revision: madeIdSchema.nullable() };
/** A few words or nothing: one line. */
const words = z.union([z.literal(''), nameSchema]);

const room = z.strictObject({ ...put, name: nameSchema, length, width: length, height: length, order });
const item = z.strictObject({
  ...put,
  room: madeIdSchema.nullable(),
  task: madeIdSchema,
  kind: z.enum(workItemKinds),
  code: nameSchema.max(100).nullable(),
  text: textSchema.trim().min(1).max(500),
  unit: words,
  trade: words,
  quantity: textSchema.max(200),
  order,
  unitPrice: minorUnits,
  priceList: idSchema.nullable(),
});

interface Named {
  readonly id: string;
}

/** True where each thing is named once. */
export function namedOnce(things: readonly Named[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length;
}

/** A change of a work plan: up to 500 things, each once. */
export const editWorkPlanSchema = z
  .strictObject({
    rooms: z.array(room).max(mostAtOnce),
    roomsRemoved: z.array(seen).max(mostAtOnce),
    items: z.array(item).max(mostAtOnce),
    itemsRemoved: z.array(seen).max(mostAtOnce),
  })
  .refine(
    ({ rooms, roomsRemoved, items, itemsRemoved }) => {
      const count = rooms.length + roomsRemoved.length + items.length + itemsRemoved.length;
      return count > 0 && count <= mostAtOnce;
    },
    `It changes one thing at least, and at most ${String(mostAtOnce)}.`,
  )
  .refine(
    ({ rooms, roomsRemoved, items, itemsRemoved }) =>
      namedOnce([...rooms, ...roomsRemoved]) && namedOnce([...items, ...itemsRemoved]),
    'It names each thing once.',
  )
  // What is asked of several parts together no description can say.
  .meta({
    example: {
      rooms: [{ id: 'room-1', revision: null, name: 'Kitchen', order: 0 }],
      roomsRemoved: [{ id: 'room-2', revision: 'command-1' }],
      items: [
        {
          id: 'item-1',
          revision: null,
          room: 'room-1',
          task: 'task-1',
          kind: 'item',
          code: 'DR-20',
          text: 'Set up a dehumidifier',
          unit: 'day',
          trade: 'Drying',
          quantity: '2*7',
          order: 0,
          unitPrice: 4800,
          priceList: null,
        },
      ],
      itemsRemoved: [{ id: 'item-2', revision: 'command-1' }],
    },
  });

/** Work items that are sent for approval, as they were seen. */
export const submitWorkItemsSchema = z.strictObject({
  items: z.array(seen).min(1).max(mostAtOnce).refine(namedOnce, 'It names each item once.'),
  comment: optionalText,
});

/** What is added to what is in force: work items may lower it. */
export const addedMoneySchema = z.strictObject({ amount: z.int(), currency: currencySchema });

const items = z.array(madeIdSchema).max(mostAtOnce);

/** What is decided on the items of a budget; money is what the approved ones add, and may lower. */
export const decideWorkItemsSchema = z
  .strictObject({
    budget: madeIdSchema,
    version: z.int().min(1),
    money: addedMoneySchema,
    approved: items,
    rejected: items,
    reason: optionalText,
  })
  .refine(({ approved, rejected }) => {
    const all = [...approved, ...rejected];
    return all.length > 0 && new Set(all).size === all.length;
  }, 'It decides on one item at least, and on each once.')
  .refine(({ rejected, reason }) => rejected.length === 0 || reason !== '', 'A rejection has a reason.')
  .meta({
    example: {
      budget: 'budget-1',
      version: 1,
      money: { amount: 67_200, currency: 'EUR' },
      approved: ['item-1'],
      rejected: ['item-2'],
      reason: 'It is in the kitchen already.',
    },
  });
