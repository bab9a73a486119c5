import type { Ask } from '../../asking/ask.ts';
import type { Budget, BudgetForward } from '../../budget/budget.ts';
import type { BudgetVersion } from '../../budget/budget-version.ts';
import type { ChatEntry } from '../../chat/chat-entry.ts';
import type { DecisionAmounts, DecisionGrounds, DecisionParts } from '../../compensation/compensation.ts';
import type { CaseDocument } from '../../document/document.ts';
import type { RoleBrief } from '../../external-case-handler/role.ts';
import type { CaseId } from '../../ids.ts';
import type { Invoice } from '../../invoice/invoice.ts';
import type { Moment } from '../../moment.ts';
import type { Revision } from '../../revision.ts';
import type { Settlement } from '../../settlement/settlement.ts';
import type { HandedBack, InquiryText, Task } from '../../task/task.ts';
import type { Room, SentItem, WorkItem, WorkItemValue } from '../../work-plan/work-plan.ts';
import type { Case, CaseContent } from '../case.ts';
import type { LogEntry } from '../log-entry.ts';
import { assembleCase, type HeadPart, type TaskPart } from './assemble.ts';
import { parts as names, type Given, type KeyedPart, type PartName, type SmallPart } from './part.ts';
import type { Tie } from './ties.ts';

/** What an answer tells of one case: what became another for its reader, or whole parts where the reader may hold other ones. */
export interface CasePiece {
  readonly case: CaseId;
  /** What ties the reader to the case now: with the standing it says which parts may be held. */
  readonly ties: readonly Tie[];
  /** When what this reader sees was last changed. */
  readonly changedAt: Moment;
  /** Parts that replace what is held of them; the others add to it. */
  readonly whole: readonly PartName[];
  readonly parts: PartValues;
  /** Ids of things that are no more, by part; the empty id is a small part itself. */
  readonly gone?: Readonly<Partial<Record<KeyedPart | SmallPart, readonly string[]>>>;
}

/** Values by part: of a small part the one there is, of a keyed part things with their ids in the order in which they came. */
export type PartValues = Readonly<
  Partial<
    Pick<Case, 'damage' | 'role' | 'decision' | 'customer' | 'cover'> & {
      head: HeadPart;
      'decision-parts': DecisionParts;
      'decision-grounds': DecisionGrounds;
      'decision-amounts': DecisionAmounts;
      'role-past': { readonly roleDeclined: Case['roleDeclined']; readonly roleEnded: Revision | null };
      brief: RoleBrief;
      tasks: readonly TaskPart[];
      'task-returns': readonly (NonNullable<Task['sentBack']> & Thing)[];
      'task-inquiries': readonly (InquiryText & Thing)[];
      'task-handbacks': readonly (HandedBack & Thing)[];
      budgets: readonly Budget[];
      'budget-forwards': readonly (Pick<BudgetForward, 'note' | 'over'> & Thing)[];
      'budget-versions': readonly BudgetVersion[];
      invoices: readonly Invoice[];
      documents: readonly CaseDocument[];
      'budget-files': readonly CaseDocument[];
      asks: readonly Ask[];
      rooms: readonly Room[];
      'work-items': readonly WorkItem[];
      'work-values': readonly WorkItemValue[];
      settlements: readonly Settlement[];
      'budget-items': readonly (Thing & { readonly items: readonly SentItem[] })[];
      chat: readonly ChatEntry[];
      log: readonly LogEntry[];
    }
  >
>;

interface Thing {
  readonly id: string;
}

/** What a reader holds of a case: values by part and key, and the tails. */
export interface HeldCase {
  readonly ties: readonly Tie[];
  readonly changedAt: Moment;
  readonly values: ReadonlyMap<SmallPart | KeyedPart, ReadonlyMap<string, unknown>>;
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
}

const nothing: HeldCase = { ties: [], changedAt: '', values: new Map(), chat: [], log: [] };

/** Takes a piece in. The same piece twice is one; what is not given any more is not kept. */
export function takePiece(held: HeldCase | null, piece: CasePiece, given: Given): HeldCase {
  const before = withoutParts(onlyGiven(held ?? nothing, given), piece.whole);
  const values = new Map([...before.values].map(([part, things]) => [part, new Map(things)]));
  const thingsOf = (part: SmallPart | KeyedPart): Map<string, unknown> => {
    const things = values.get(part) ?? new Map<string, unknown>();
    values.set(part, things);
    return things;
  };
  for (const part of [...names.keyed, ...names.small])
    for (const key of piece.gone?.[part] ?? []) thingsOf(part).delete(key);
  for (const part of names.keyed)
    if (given.has(part)) for (const thing of piece.parts[part] ?? []) thingsOf(part).set(thing.id, thing);
  for (const part of names.small) if (given.has(part) && part in piece.parts) thingsOf(part).set('', piece.parts[part]);
  return {
    ties: piece.ties,
    changedAt: piece.changedAt,
    values,
    chat: given.has('chat') ? grown(before.chat, piece.parts.chat) : [],
    log: given.has('log') ? grown(before.log, piece.parts.log) : [],
  };
}

/** What is left of a case for somebody who is given these parts. A part of a narrower scope comes whole with its piece. */
export function onlyGiven(held: HeldCase, given: Given): HeldCase {
  return withoutParts(
    held,
    [...held.values.keys(), ...names.tails].filter((part) => !given.has(part)),
  );
}

/** All that is held, as one piece. */
export function pieceOf(id: CaseId, { ties, changedAt, values, chat, log }: HeldCase): CasePiece {
  const small = names.small.flatMap((part) => {
    const things = values.get(part);
    return things?.has('') ? [[part, things.get('')]] : [];
  });
  const keyed = names.keyed.flatMap((part) => {
    const things = values.get(part);
    return things?.size ? [[part, [...things.values()]]] : [];
  });
  const tails = [['chat', chat] as const, ['log', log] as const].filter(([, entries]) => entries.length > 0);
  const all = Object.fromEntries([...small, ...keyed, ...tails]) as PartValues;
  return { case: id, ties, changedAt, whole: [...names.small, ...names.keyed, ...names.tails], parts: all };
}

/** The content of a case as its reader sees it. */
export function contentOf(held: HeldCase, given: Given): CaseContent {
  const values = [...held.values].flatMap(([part, things]) =>
    [...things].map(([key, value]) => ({ part, key, value })),
  );
  return { case: assembleCase({ values, given, changedAt: held.changedAt }), chat: held.chat, log: held.log };
}

function withoutParts(held: HeldCase, without: readonly PartName[]): HeldCase {
  if (without.length === 0) return held;
  const left = new Set<PartName>(without);
  return {
    ...held,
    values: new Map([...held.values].filter(([part]) => !left.has(part))),
    chat: left.has('chat') ? [] : held.chat,
    log: left.has('log') ? [] : held.log,
  };
}

/** A tail with new entries; one that is there already is the same entry, told again. */
function grown<Entry extends { readonly id: string }>(
  tail: readonly Entry[],
  more: readonly Entry[] = [],
): readonly Entry[] {
  if (more.length === 0) return tail;
  const known = new Set(tail.map(({ id }) => id));
  return [...tail, ...more.filter(({ id }) => !known.has(id))];
}
