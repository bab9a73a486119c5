import type { CaseQuestion } from '../decision.ts';
import { isExternalCaseHandler } from '../rights/roles-in-case.ts';
import type { Budget, BudgetApproval } from './budget.ts';

/** A version of a budget, as far as it is drawn by it. */
type Drawn = Pick<Budget, 'id' | 'version'>;

/**
 * True where approving a version within one's limit is looked at by the insurer as well: so many of a hundred versions,
 * drawn by what names them, so that the app says it before and the portal server comes to the same (domain-2.md §3).
 * The approval stands, whatever is found. Without a limit nothing is drawn.
 */
export function isSampled({ standing, case: subject }: Pick<CaseQuestion, 'standing' | 'case'>, drawn: Drawn): boolean {
  const { sampleWithinLimit = 0 } = standing.settings.externalCaseHandler;
  return isExternalCaseHandler({ standing, case: subject }) && placeOf(drawn) < sampleWithinLimit;
}

/** The approvals of a budget that wait to be looked at, the oldest first. */
export function unchecked({ approvals }: Pick<Budget, 'approvals'>): readonly BudgetApproval[] {
  return approvals.filter(({ sampled, checked }) => sampled && !checked);
}

/** From 0 to 99, as even as a hash makes it (FNV-1a, 32 bits). */
function placeOf({ id, version }: Drawn): number {
  let hash = 0x811c9dc5;
  for (const sign of `${id}:${version}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The lowest bits of such a hash are its weakest.
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}
