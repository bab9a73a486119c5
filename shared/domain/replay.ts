import type { Case, CaseContent } from './case/case.ts';
import type { PartName } from './case/parts/part.ts';
import { commandBook, decideCase, type CaseCommand } from './command-book.ts';
import { namingInDecision } from './command-items.ts';
import type { Decision, ItemFate, Stamp } from './decision.ts';
import type { Standing } from './member/standing.ts';
import type { Directory } from './office/directory.ts';
import type { Refusal } from './rights/refusal.ts';

/** A waiting command about a case, with its original stamp. */
export type WaitingCommand = CaseCommand & { readonly stamp: Stamp };

/** What the user sees: the confirmed case with the waiting commands on top, and how each of them fared. */
export interface Replayed {
  readonly content: CaseContent;
  readonly fates: readonly ReplayFate[];
  /** What an undecided command may have changed. */
  readonly unknown: ReadonlySet<PartName>;
}

/** `refused` is a forecast ("the portal will probably refuse this"): replay never ends a command (sync.md 14). */
export type ReplayFate = (
  | { readonly command: string; readonly kind: 'applied' | 'undecided' }
  | { readonly command: string; readonly kind: 'refused'; readonly refusal: Refusal }
) & {
  /** How each item fared, where the command has some; left out where none was decided. */
  readonly items?: readonly ItemFate[];
};

/**
 * Folds the waiting commands over a confirmed case (design.md sentence 4: no rollback code). What an undecided command may
 * change is not known here any more: whoever reads it is undecided too, but for who waits for nothing before (sync.md 10).
 */
export function replay(
  confirmed: CaseContent,
  waiting: readonly WaitingCommand[],
  standing: Standing,
  directory: Directory,
): Replayed {
  return replayOn({ content: confirmed, fates: [], unknown: new Set() }, waiting, standing, directory);
}

/** Goes on with what came later: a deed on top of a hundred that wait is decided once. */
export function replayOn(
  before: Replayed,
  later: readonly WaitingCommand[],
  standing: Standing,
  directory: Directory,
): Replayed {
  let { content } = before;
  const fates = [...before.fates];
  const unknown = new Set(before.unknown);
  const decide = (command: WaitingCommand): Decision<Case> => {
    const { reads, independent } = commandBook[command.name];
    if (!independent && reads.some((part) => unknown.has(part))) return { kind: 'undecided' };
    return decideCase({ actor: standing, directory, case: content.case, stamp: command.stamp }, command);
  };
  for (const command of later) {
    const decision = namingInDecision(decide(command), content, command);
    if (leavesUnknown(decision)) for (const part of commandBook[command.name].changes) unknown.add(part);
    fates.push(fateOf(command, decision));
    if (decision.kind !== 'decided') continue;
    content = {
      case: decision.after,
      chat: [...content.chat, ...decision.chat],
      log: [...content.log, ...decision.log],
    };
  }
  return { content, fates, unknown };
}

function leavesUnknown(decision: Decision<Case>): boolean {
  if (decision.kind === 'undecided') return true;
  return decision.items?.some(({ kind }) => kind === 'undecided') ?? false;
}

function fateOf({ stamp: { id: command } }: WaitingCommand, decision: Decision<Case>): ReplayFate {
  if (decision.kind === 'undecided') return { command, kind: 'undecided' };
  const items = decision.items ? { items: decision.items } : {};
  if (decision.kind === 'decided') return { command, kind: 'applied', ...items };
  return { command, kind: 'refused', refusal: decision.refusal, ...items };
}
