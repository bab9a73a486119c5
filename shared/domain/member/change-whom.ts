import type { CompanyId, MemberId } from '../ids.ts';
import type { Directory } from '../office/directory.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Level, Standing } from './standing.ts';

/** Somebody whose membership is to be changed, as it is now. */
interface Whom {
  readonly member: MemberId;
  readonly company: CompanyId;
  readonly level: Level;
}

/** Who asks about whom. */
export interface WhomQuestion {
  readonly standing: Standing;
  readonly directory: Directory;
  readonly member: Whom;
}

/**
 * Why somebody who may change members may not change this one, or not to this level; null where it may be. The
 * operator's people are in every portal and nobody's there to change; nobody changes who stands above, gives a level
 * above the own one, or sets the own level (domain.md §1.4).
 */
export function changeWhomRefusal(asked: WhomQuestion, level: Level = asked.member.level): Refusal | null {
  const { standing, member } = asked;
  const operators = operatorsRefusal(asked);
  if (operators) return operators;
  if (member.member === standing.member && level !== member.level)
    return { code: 'own-level', grantor: 'company-admin' };
  const highest = Math.max(member.level, level);
  if (highest <= standing.level) return null;
  return standing.side === 'insurer'
    ? { code: 'level-too-low', grantor: 'company-admin', needed: highest }
    : { code: 'insurer-only', grantor: 'insurer' };
}

/**
 * Why somebody who may mark members may not mark this one, or set the limit. A mark is the insurer's word about a
 * partner's user, whose level says what that user is in the own company: it stands above nobody of the insurer's.
 */
export function markWhomRefusal(asked: WhomQuestion): Refusal | null {
  if (asked.member.member === asked.standing.member) return { code: 'own-mark', grantor: 'insurer' };
  const ofOwnCompany = asked.member.company === asked.standing.company;
  return ofOwnCompany ? changeWhomRefusal(asked) : operatorsRefusal(asked);
}

function operatorsRefusal({ directory, member }: WhomQuestion): Refusal | null {
  const company = directory.companies.find(({ id }) => id === member.company);
  return company?.side === 'operator' ? { code: 'operator-only', grantor: 'operator' } : null;
}
