import type { Directory } from '../office/directory.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Level, Standing } from './standing.ts';

/** Somebody whose membership is to be changed, as it is now. */
interface Whom {
  readonly member: string;
  readonly company: string;
  readonly level: Level;
}

/**
 * Why somebody who may change members may not change this one, or not to this level; null where it may be. The
 * operator's people are in every portal and nobody's there to change; nobody changes who stands above, gives a level
 * above the own one, or sets the own level (domain.md §1.4).
 */
export function changeWhomRefusal(
  {
    standing,
    directory,
    member,
  }: { readonly standing: Standing; readonly directory: Directory; readonly member: Whom },
  level: Level = member.level,
): Refusal | null {
  const company = directory.companies.find(({ id }) => id === member.company);
  if (company?.side === 'operator') return { code: 'operator-only', grantor: 'operator' };
  if (member.member === standing.member && level !== member.level)
    return { code: 'own-level', grantor: 'company-admin' };
  const highest = Math.max(member.level, level);
  if (highest <= standing.level) return null;
  return standing.side === 'insurer'
    ? { code: 'level-too-low', grantor: 'company-admin', needed: highest }
    : { code: 'insurer-only', grantor: 'insurer' };
}
