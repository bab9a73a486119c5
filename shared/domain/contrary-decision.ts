import type { CaseContent } from './case/case.ts';
import type { ContraryDecision } from './case/log-entry.ts';
import { casePageOf, type CaseCommand } from './command-book.ts';
import type { Refusal } from './rights/refusal.ts';
import { revisionOf } from './who-changed.ts';

export type { ContraryDecision } from './case/log-entry.ts';

/** The refusals that say somebody else decided first. */
const somebodyWasFirst: ReadonlySet<Refusal['code']> = new Set([
  'stale',
  'already-decided',
  'status-conflict',
  'no-role',
  'nothing-to-change',
]);

/** Reads from a person's own view of the case what was decided instead; null where that view does not tell. */
export function contraryDecision(
  view: CaseContent,
  command: CaseCommand,
  refusal: Pick<Refusal, 'code'>,
): ContraryDecision | null {
  if (!somebodyWasFirst.has(refusal.code)) return null;
  const overwritten = refusal.code === 'stale' ? revisionOf(view.case, command) : null;
  return casePageOf(command).instead(view, command.input, overwritten);
}
