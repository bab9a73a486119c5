import type { Revision } from '../revision.ts';

/** How a portal's tasks are allocated to offices (domain.md §5.1, §15 right 2). */
export interface AllocationSettings {
  /** Up to how far from the damage site an office is recommended, in kilometres; null for however far. */
  readonly recommendedKilometres: number | null;
  /**
   * Whether somebody of the company that handles a case may give its project management to the own company, or the insurer
   * has to do that: a handler who manages as well is watched by nobody (docs/decisions/0044).
   */
  readonly managerFromOwnCompany: 'insurer-agrees' | 'allowed';
  readonly revision?: Revision;
}

/** What counts until somebody says otherwise. */
export const usualAllocation: AllocationSettings = {
  recommendedKilometres: 100,
  managerFromOwnCompany: 'insurer-agrees',
};

/** How a portal's tasks are allocated, also in one that never said so. */
export function allocationIn({
  allocation = usualAllocation,
}: {
  readonly allocation?: AllocationSettings | undefined;
}): AllocationSettings {
  return allocation;
}
