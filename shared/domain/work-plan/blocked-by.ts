import type { Refusal } from '../rights/refusal.ts';
import type { PlanBlocker } from './plan-blocker.ts';

/** The refusal that names everything that stands in the way; null where nothing does. */
export function blockedBy(blockers: readonly PlanBlocker[]): Refusal | null {
  return blockers.length === 0 ? null : { code: 'plan-blocked', grantor: 'nobody', blockers };
}
