import type { Standing } from '../member/standing.ts';

/** Who reads how a portal is set, with what was set when: the insurer's people and the operator (seed: both have a part in it). */
export function readsSettings({ active, level, side }: Pick<Standing, 'active' | 'level' | 'side'>): boolean {
  return active && level > 0 && side !== 'partner';
}
