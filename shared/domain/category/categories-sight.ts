import type { MemberStanding } from '../member/standing.ts';
import { partnerRoles, type RoleTie } from '../rights/partner-roles.ts';
import type { Right } from '../rights/rights.ts';

/** The right that is asked for nothing but to be shown categories (seed: right 3). */
export const categoriesRight: Right = 'offices.categories';

/** Who is given a portal's categories: the insurer's people always, others as long as a tie of these holds to an open case. */
export type CategoriesSight = 'always' | readonly RoleTie[];

/** How somebody is given them; by no tie at all who never is, as the operator, whose they are not (docs/decisions/0045). */
export function categoriesSight(standing: MemberStanding): CategoriesSight {
  const { active, level, side, settings } = standing;
  if (!active || level === 0 || side === 'operator') return [];
  if (side === 'insurer') return 'always';
  return partnerRoles
    .filter(({ countsFor, rightsIn }) => countsFor(standing) && rightsIn(settings).includes(categoriesRight))
    .map(({ tie }) => tie);
}
