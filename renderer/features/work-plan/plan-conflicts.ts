import type { Room, WorkItem, WorkItemValue } from '../../../shared/domain/work-plan/work-plan.ts';
import type { DraftItem, DraftRoom, PlanDraft } from './plan-draft.ts';
import type { PlanThings } from './plan-things.ts';

/** Something that one changed, or took out, and that somebody else changed meanwhile. */
export type Conflict =
  | {
      readonly kind: 'item';
      readonly id: string;
      /** null where one took it out. */
      readonly mine: DraftItem | null;
      /** null where it is not there any more. */
      readonly theirs: WorkItem | null;
      readonly value: WorkItemValue | null;
    }
  | {
      readonly kind: 'room';
      readonly id: string;
      readonly mine: DraftRoom | null;
      readonly theirs: Room | null;
    };

/** What of a draft is no longer what it was begun on. */
export function conflictsOf(draft: PlanDraft, { rooms, items, values }: PlanThings): readonly Conflict[] {
  const itemsNow = new Map<string, WorkItem>(items.map((each) => [each.id, each]));
  const roomsNow = new Map<string, Room>(rooms.map((each) => [each.id, each]));
  const isOther = (seen: Seen, now: ReadonlyMap<string, { readonly revision: string }>): boolean =>
    seen.revision !== null && now.get(seen.id)?.revision !== seen.revision;
  const item = (id: string, mine: DraftItem | null): Conflict => ({
    kind: 'item',
    id,
    mine,
    theirs: itemsNow.get(id) ?? null,
    value: values.get(id) ?? null,
  });
  const room = (id: string, mine: DraftRoom | null): Conflict => ({
    kind: 'room',
    id,
    mine,
    theirs: roomsNow.get(id) ?? null,
  });
  return [
    ...draft.rooms.filter((put) => isOther(put, roomsNow)).map((put) => room(put.id, put)),
    ...draft.roomsRemoved.filter((gone) => isOther(gone, roomsNow)).map(({ id }) => room(id, null)),
    ...draft.items.filter((put) => isOther(put, itemsNow)).map((put) => item(put.id, put)),
    ...draft.itemsRemoved.filter((gone) => isOther(gone, itemsNow)).map(({ id }) => item(id, null)),
  ];
}

interface Seen {
  readonly id: string;
  readonly revision: string | null;
}

/** A draft that leaves a thing as the others have it. */
export function takingTheirs(draft: PlanDraft, { id }: Conflict): PlanDraft {
  return without(draft, id);
}

/** A draft that puts one's own over what the others made of it: anew where it is not there any more. */
export function keepingMine(draft: PlanDraft, { id, mine, theirs }: Conflict): PlanDraft {
  const seen = theirs?.revision ?? null;
  // Both took it out.
  if (!mine && seen === null) return without(draft, id);
  const based = <Thing extends Seen>(thing: Thing): Thing => (thing.id === id ? { ...thing, revision: seen } : thing);
  return {
    rooms: draft.rooms.map(based),
    roomsRemoved: draft.roomsRemoved.map(based),
    items: draft.items.map(based),
    itemsRemoved: draft.itemsRemoved.map(based),
  };
}

function without(draft: PlanDraft, id: string): PlanDraft {
  const others = ({ id: each }: Seen): boolean => each !== id;
  return {
    rooms: draft.rooms.filter(others),
    roomsRemoved: draft.roomsRemoved.filter(others),
    items: draft.items.filter(others),
    itemsRemoved: draft.itemsRemoved.filter(others),
  };
}
