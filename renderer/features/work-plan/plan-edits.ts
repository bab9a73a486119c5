import { lengthParts } from './room-measures.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { RoomPut } from '../../../shared/domain/work-plan/plan-puts.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { emptyPlanDraft, type DraftItem, type DraftRoom, type PlanDraft } from './plan-draft.ts';
import type { PlanLine } from './plan-lines.ts';
import { itemContent, roomContent, type PlanThings } from './plan-things.ts';

/** A draft with items put into it; one that is again as the portal has it is no change any more. */
export function withItems(
  draft: PlanDraft,
  items: readonly DraftItem[],
  things: PlanThings,
  currency: string,
): PlanDraft {
  const there = new Map(things.items.map((each) => [each.id, each]));
  const isSame = (put: DraftItem): boolean => {
    const item = there.get(put.id);
    return item !== undefined && equal(put, itemContent(item, things.values.get(item.id), currency));
  };
  return { ...draft, items: replaced(draft.items, items).filter((put) => !isSame(put)) };
}

/** A draft without lines: new ones were never there, others are taken out when it is saved. */
export function withoutLines(draft: PlanDraft, lines: readonly PlanLine[]): PlanDraft {
  const gone = new Set(lines.map(({ content }) => content.id));
  const removed = lines.flatMap(({ item, content }) =>
    item ? [{ id: item.id, revision: content.revision ?? item.revision }] : [],
  );
  return {
    ...draft,
    items: draft.items.filter(({ id }) => !gone.has(id)),
    itemsRemoved: [...draft.itemsRemoved, ...removed],
  };
}

/** A draft with rooms put into it. */
export function withRooms(draft: PlanDraft, rooms: readonly DraftRoom[], things: PlanThings): PlanDraft {
  const there = new Map(things.rooms.map((each) => [each.id, roomContent(each)]));
  const isSame = (put: DraftRoom): boolean => {
    const room = there.get(put.id);
    return room !== undefined && equal(put, room);
  };
  return { ...draft, rooms: replaced(draft.rooms, rooms).filter((put) => !isSame(put)) };
}

/** A draft without a room. */
export function withoutRoom(draft: PlanDraft, { id, revision }: DraftRoom): PlanDraft {
  return {
    ...draft,
    rooms: draft.rooms.filter((each) => each.id !== id),
    roomsRemoved: revision === null ? draft.roomsRemoved : [...draft.roomsRemoved, { id, revision }],
  };
}

/** The rooms as they are on the screen, in their order. */
export function roomsOf(things: PlanThings, draft: PlanDraft): readonly DraftRoom[] {
  const gone = new Set(draft.roomsRemoved.map(({ id }) => id));
  const there = things.rooms.filter(({ id }) => !gone.has(id)).map(roomContent);
  const known = new Set(there.map(({ id }) => id));
  const puts = draft.rooms.filter(({ id, revision }) => revision === null || known.has(id));
  return replaced(there, puts).toSorted((one, other) => one.order - other.order);
}

function replaced<Thing extends { readonly id: string }>(before: readonly Thing[], put: readonly Thing[]): Thing[] {
  const now = new Map(put.map((each) => [each.id, each]));
  const known = new Set(before.map(({ id }) => id));
  return [...before.map((each) => now.get(each.id) ?? each), ...put.filter(({ id }) => !known.has(id))];
}

function equal<Thing extends object>(one: Thing, other: Thing): boolean {
  const others = new Map(Object.entries(other));
  return Object.entries(one).every(([key, value]) => others.get(key) === value);
}

/** All of a draft as the one command that saves it. */
export function savingCommand(draft: PlanDraft, currency: string) {
  const { rooms, roomsRemoved, items, itemsRemoved } = draft;
  return {
    name: 'edit-work-plan',
    input: {
      rooms: rooms.map(roomPut),
      roomsRemoved,
      items: items.map(({ price, code, ...item }) => {
        const read = readAmount(price, currency);
        const unitPrice = read.kind === 'read' ? read.amount : 0;
        return { ...item, text: item.text.trim(), code: code.trim() === '' ? null : code.trim(), unitPrice };
      }),
      itemsRemoved,
    },
  } satisfies CaseCommand;
}

function roomPut({ id, revision, name, order, ...lengths }: DraftRoom): RoomPut {
  return { id, revision, name: name.trim(), order, ...lengthParts(lengths) };
}

/** The command with one thing in it, to be asked of. */
export function probeOf(item: DraftItem, currency: string): CaseCommand {
  return savingCommand({ ...emptyPlanDraft, items: [item] }, currency);
}
