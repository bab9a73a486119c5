import type { CompanyId, MemberId } from '../ids.ts';
import type { Directory } from '../office/directory.ts';
import type { Refusal } from '../rights/refusal.ts';
import { levels, type Level, type Standing } from './standing.ts';

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
 * above the own one or one that the member's side does not have, or sets the own level (domain.md §1.4).
 */
export function changeWhomRefusal(asked: WhomQuestion, level: Level = asked.member.level): Refusal | null {
  const { standing, member } = asked;
  const operators = operatorsRefusal(asked);
  if (operators) return operators;
  if (member.member === standing.member && level !== member.level)
    return { code: 'own-level', grantor: 'company-admin' };
  if (level !== member.level && !levelsOf(asked).includes(level)) return { code: 'insurers-level', grantor: 'nobody' };
  const highest = Math.max(member.level, level);
  if (highest <= standing.level) return null;
  return standing.side === 'insurer'
    ? { code: 'level-too-low', grantor: 'company-admin', needed: highest }
    : { code: 'insurer-only', grantor: 'insurer' };
}

/**
 * Why somebody who may mark members may not mark this one, or set the limit. A mark is the insurer's word about a
 * partner's user, whose level says what that user is in the own company: nobody stands above the insurer's seniors there.
 * The insurer's own people decide without the role (seed: a partner user is given access by it).
 */
export function markWhomRefusal(asked: WhomQuestion): Refusal | null {
  if (asked.member.member === asked.standing.member) return { code: 'own-mark', grantor: 'insurer' };
  return operatorsRefusal(asked) ?? (sideOf(asked) === 'insurer' ? { code: 'partners-mark', grantor: 'nobody' } : null);
}

/** The levels that a member's side has: 5 and 6 are the insurer's (domain.md §1.4). */
function levelsOf(asked: Omit<WhomQuestion, 'standing'>): readonly Level[] {
  return sideOf(asked) === 'partner' ? levels.filter((level) => level <= 4) : levels;
}

function operatorsRefusal(asked: WhomQuestion): Refusal | null {
  return sideOf(asked) === 'operator' ? { code: 'operator-only', grantor: 'operator' } : null;
}

function sideOf({ directory, member }: Omit<WhomQuestion, 'standing'>): Standing['side'] | undefined {
  return directory.companies.find(({ id }) => id === member.company)?.side;
}
