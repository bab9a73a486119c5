import type { CaseContent } from './case/case.ts';
import { decideCase, type CaseCommand } from './command-book.ts';
import type { Stamp } from './decision.ts';
import type { Standing } from './member/standing.ts';
import type { Directory } from './office/directory.ts';
import type { Refusal } from './rights/refusal.ts';
import { namingWhoChanged } from './who-changed.ts';

/** A waiting command about a case, with its original stamp. */
export type WaitingCommand = CaseCommand & { readonly stamp: Stamp };

/** What the user sees: the confirmed case with the waiting commands on top, and how each of them fared. */
export interface Replayed {
  readonly content: CaseContent;
  readonly fates: readonly ReplayFate[];
}

/** `refused` is a forecast ("the portal will probably refuse this"): replay never ends a command (sync.md 14). */
export type ReplayFate =
  | { readonly command: string; readonly kind: 'applied' | 'undecided' }
  | { readonly command: string; readonly kind: 'refused'; readonly refusal: Refusal };

/** Folds the waiting commands over a confirmed case (design.md sentence 4: no rollback code). */
export function replay(
  confirmed: CaseContent,
  waiting: readonly WaitingCommand[],
  standing: Standing,
  directory: Directory,
): Replayed {
  let content = confirmed;
  const fates: ReplayFate[] = [];
  for (const command of waiting) {
    const decision = decideCase({ standing, directory, case: content.case, stamp: command.stamp }, command);
    if (decision.kind === 'refused')
      fates.push({
        command: command.stamp.id,
        kind: 'refused',
        refusal: namingWhoChanged(decision.refusal, content, command),
      });
    else fates.push({ command: command.stamp.id, kind: decision.kind === 'decided' ? 'applied' : 'undecided' });
    if (decision.kind !== 'decided') continue;
    content = {
      case: decision.after,
      chat: [...content.chat, ...decision.chat],
      log: [...content.log, ...decision.log],
    };
  }
  return { content, fates };
}
