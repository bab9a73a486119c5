import { t } from '@lingui/core/macro';
import type { DraftItem } from './plan-draft.ts';
import type { PlanView } from './plan-rows.ts';

/** The columns of the plan; `place` is the task in the view by room, and the room in the view by task. */
export type PlanColumn =
  'select' | 'code' | 'text' | 'trade' | 'unit' | 'quantity' | 'price' | 'amount' | 'state' | 'place';

const order: readonly PlanColumn[] = [
  'select',
  'code',
  'text',
  'trade',
  'quantity',
  'unit',
  'price',
  'amount',
  'state',
  'place',
];

const tracks: Readonly<Record<PlanColumn, string>> = {
  select: '34px',
  code: '72px',
  text: 'minmax(190px, 1fr)',
  trade: '92px',
  quantity: '172px',
  unit: '52px',
  price: '88px',
  amount: '104px',
  state: '106px',
  place: '112px',
};

/** Who sees no values has no columns for them (domain-2.md §1). */
export function columnsFor(seesPrices: boolean): readonly PlanColumn[] {
  return seesPrices ? order : order.filter((column) => column !== 'price' && column !== 'amount');
}

/** As what it went to the customer, and that it is provisional. */
const twoStates = '196px';

/** The widths of columns, as a grid's template; `provisional` where some lines have two words for their state. */
export function tracksOf(columns: readonly PlanColumn[], provisional: boolean): string {
  return columns.map((column) => (provisional && column === 'state' ? twoStates : tracks[column])).join(' ');
}

/** What a column is called. */
export function columnWords(column: PlanColumn, view: PlanView, currency: string): string {
  const words: Readonly<Record<PlanColumn, () => string>> = {
    select: () => t`Selected`,
    code: () => t`Code`,
    text: () => t`Work`,
    trade: () => t`Trade`,
    quantity: () => t`Quantity`,
    unit: () => t`Unit`,
    price: () => t`Price, ${currency}`,
    amount: () => t`Amount, ${currency}`,
    state: () => t`State`,
    place: () => (view === 'room' ? t`Task` : t`Room`),
  };
  return words[column]();
}

/** The part of an item that stands in a column and is typed there. */
export type TypedPart = 'code' | 'text' | 'trade' | 'quantity' | 'unit' | 'price';

const typed: ReadonlySet<PlanColumn> = new Set<TypedPart>(['code', 'text', 'trade', 'quantity', 'unit', 'price']);

export function isTyped(column: PlanColumn): column is TypedPart {
  return typed.has(column);
}

/** How long what is typed can be. */
export const longestTyped: Readonly<Record<TypedPart, number>> = {
  code: 100,
  text: 500,
  trade: 200,
  quantity: 200,
  unit: 200,
  price: 40,
};

/** An item with another text in one of its columns; a price that is typed is of no list. */
export function withTyped(item: DraftItem, column: TypedPart, text: string): DraftItem {
  const changed = { ...item, [column]: text };
  return column === 'price' && text !== item.price ? { ...changed, priceList: null } : changed;
}

/** An item in another room or of another task, whichever the view does not put together. */
export function placedIn(item: DraftItem, view: PlanView, id: string): DraftItem {
  return view === 'room' ? { ...item, task: id } : { ...item, room: id === '' ? null : id };
}
