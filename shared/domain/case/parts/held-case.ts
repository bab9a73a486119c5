import type { ChatEntry } from '../../chat/chat-entry.ts';
import type { CaseId } from '../../ids.ts';
import type { Moment } from '../../moment.ts';
import type { CaseContent } from '../case.ts';
import type { LogEntry } from '../log-entry.ts';
import { assembleCase } from './assemble.ts';
import type { Given, KeyedPart, PartName, SmallPart } from './part.ts';
import type { Tie } from './ties.ts';

/** What an answer tells of one case: what became another for its reader, or whole parts where the reader held none. */
export interface CasePiece {
  readonly case: CaseId;
  /** What ties the reader to the case now: with the standing it says which parts may be held. */
  readonly ties: readonly Tie[];
  /** Parts that replace what is held of them. */
  readonly whole: readonly PartName[];
  /** Changed texts, in the order in which their things came into the case. */
  readonly texts: readonly (readonly [part: SmallPart | KeyedPart, key: string, value: unknown])[];
  readonly gone: readonly (readonly [part: KeyedPart | SmallPart, key: string])[];
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
}

/** What a reader holds of a case: values by part and key, and the tails. */
export interface HeldCase {
  readonly ties: readonly Tie[];
  readonly values: ReadonlyMap<PartName, ReadonlyMap<string, unknown>>;
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
}

const nothing: HeldCase = { ties: [], values: new Map(), chat: [], log: [] };

/** Takes a piece in. The same piece twice is one; what is not given any more is not kept. */
export function takePiece(held: HeldCase | null, piece: CasePiece, given: Given): HeldCase {
  const before = withoutParts(onlyGiven(held ?? nothing, given), piece.whole);
  const values = new Map([...before.values].map(([part, things]) => [part, new Map(things)]));
  const thingsOf = (part: PartName): Map<string, unknown> => {
    const things = values.get(part) ?? new Map<string, unknown>();
    values.set(part, things);
    return things;
  };
  for (const [part, key] of piece.gone) thingsOf(part).delete(key);
  for (const [part, key, value] of piece.texts) if (given.has(part)) thingsOf(part).set(key, value);
  return {
    ties: piece.ties,
    values,
    chat: given.has('chat') ? grown(before.chat, piece.chat) : [],
    log: given.has('log') ? grown(before.log, piece.log) : [],
  };
}

/** What is left of a case for somebody who is given these parts. A part of a narrower scope comes whole with its piece. */
export function onlyGiven(held: HeldCase, given: Given): HeldCase {
  return withoutParts(
    held,
    [...held.values.keys(), ...tailNames].filter((part) => !given.has(part)),
  );
}

const tailNames = ['chat', 'log'] as const;

/** The content of a case as its reader sees it. */
export function contentOf(held: HeldCase, given: Given, changedAt: Moment): CaseContent {
  const values = [...held.values].flatMap(([part, things]) =>
    [...things].map(([key, value]) => ({ part: part as SmallPart | KeyedPart, key, value })),
  );
  return { case: assembleCase({ values, given, changedAt }), chat: held.chat, log: held.log };
}

function withoutParts(held: HeldCase, parts: readonly PartName[]): HeldCase {
  if (parts.length === 0) return held;
  return {
    ties: held.ties,
    values: new Map([...held.values].filter(([part]) => !parts.includes(part))),
    chat: parts.includes('chat') ? [] : held.chat,
    log: parts.includes('log') ? [] : held.log,
  };
}

/** A tail with new entries; one that is there already is the same entry, told again. */
function grown<Entry extends { readonly id: string }>(
  tail: readonly Entry[],
  more: readonly Entry[],
): readonly Entry[] {
  if (more.length === 0) return tail;
  const known = new Set(tail.map(({ id }) => id));
  return [...tail, ...more.filter(({ id }) => !known.has(id))];
}
