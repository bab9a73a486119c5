import type { MemberStanding } from '../member/standing.ts';
import { partnerRoles, type RoleTie } from '../rights/partner-roles.ts';
import type { Right } from '../rights/rights.ts';

/** The rights that enter, decide or settle what costs by a price list (domain.md §15, rows 5, 7, 8 and 15). */
const priceRights: readonly Right[] = ['cash.allTasks', 'budget.onBehalf', 'budget.approve', 'ownwork.beforeApproval'];

/** Who is given price lists: some always, others as long as a tie of these holds to an open case. */
export type PriceListsSight = 'always' | readonly RoleTie[];

/**
 * How somebody is given a portal's price lists: the insurer's people and who may enter budgets always, others by a role
 * with such a right. Not the operator, who keeps them and sees no case.
 */
export function priceListsSight(standing: MemberStanding): PriceListsSight {
  const { active, level, side, budgetPermission, settings } = standing;
  if (!active || level === 0 || side === 'operator') return [];
  if (side === 'insurer' || budgetPermission) return 'always';
  return partnerRoles
    .filter(({ countsFor, rightsIn }) => countsFor(standing) && rightsIn(settings).some(isPriceRight))
    .map(({ tie }) => tie);
}

function isPriceRight(right: Right): boolean {
  return priceRights.includes(right);
}
