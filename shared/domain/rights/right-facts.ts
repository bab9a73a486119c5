import type { PortalSettings } from '../portal/portal-settings.ts';
import type { Right } from './rights.ts';

/** What a right depends on beside being given (domain.md §7.1, §15). */
export interface RightFacts {
  /** It has an effect only with one of these; empty where it stands alone. */
  readonly needs: readonly Right[];
  /** Whether work plans have to be in use for it, or must not be; null where it is the same. */
  readonly workPlans: 'in-use' | 'not-in-use' | null;
}

const standsAlone: RightFacts = { needs: [], workPlans: null };

const facts: Readonly<Partial<Record<Right, Partial<RightFacts>>>> = {
  'offices.categories': { needs: ['tasks.allocate', 'rfq.manage'] },
  'cash.allTasks': { workPlans: 'in-use' },
  'cash.beforeApproval': { needs: ['cash.allTasks'], workPlans: 'in-use' },
  'budget.onBehalf': { workPlans: 'not-in-use' },
  'rfq.externalInvitee': { needs: ['rfq.manage'] },
  'ownwork.beforeApproval': { workPlans: 'in-use' },
};

/** What a right depends on. */
export function rightFacts(right: Right): RightFacts {
  return { ...standsAlone, ...facts[right] };
}

/** Why a right has no effect where it is given. */
export type InertReason = 'another-missing' | 'work-plans-missing' | 'work-plans-in-use';

/** Why a right has no effect among these in a portal, or null: it can be given all the same, and waits (domain.md §15.1). */
export function inertReason(
  right: Right,
  given: readonly Right[],
  { workPlans }: Pick<PortalSettings, 'workPlans'>,
): InertReason | null {
  const { needs, workPlans: asked } = rightFacts(right);
  if (asked === 'in-use' && !workPlans) return 'work-plans-missing';
  if (asked === 'not-in-use' && workPlans) return 'work-plans-in-use';
  return needs.length > 0 && !needs.some((each) => given.includes(each)) ? 'another-missing' : null;
}
