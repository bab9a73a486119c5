import { t } from '@lingui/core/macro';
import type { Level } from '../../shared/domain/member/standing.ts';
import type { CompanyEntry } from '../../shared/domain/office/directory.ts';

/** An authority level in words: a name of it, and what it lets somebody do (domain.md §1.4). */
export interface LevelWords {
  readonly word: string;
  readonly meaning: string;
}

/** What a level means on a side: the same number is another thing at the insurer than at a partner company. */
export function levelWords(level: Level, side: CompanyEntry['side']): LevelWords {
  return level === 0 ? noAccess() : levelsOf[side](level);
}

/** `2 · Company's cases`, as lists and logs name a level. */
export function levelText(level: Level, side: CompanyEntry['side']): string {
  return t`${level} · ${levelWords(level, side).word}`;
}

const noAccess = (): LevelWords => ({ word: t`No access`, meaning: t`Sees nothing of this portal.` });

const levelsOf: Readonly<Record<CompanyEntry['side'], (level: Level) => LevelWords>> = {
  partner: (level) => {
    if (level === 1) return { word: t`Own tasks`, meaning: t`Sees and works in the cases of the own tasks only.` };
    if (level === 2)
      return {
        word: t`Company's cases`,
        meaning: t`Sees all cases of the company, assigns members and the External case handler.`,
      };
    if (level === 3)
      return {
        word: t`Office manager`,
        meaning: t`As level 2, and changes services, availability and hours of the own office.`,
      };
    return { word: t`Company admin`, meaning: t`As level 3, and changes all members and offices of the company.` };
  },
  insurer: (level) => {
    if (level < 5)
      return {
        word: t`Case handler`,
        meaning: t`Sees and decides in all cases, changes offices, and members up to this level.`,
      };
    if (level === 5)
      return {
        word: t`Senior`,
        meaning: t`As a case handler, and marks External case handlers, sets their limits and the working hours.`,
      };
    return { word: t`Portal admin`, meaning: t`As a senior, and stands above all others of the insurer.` };
  },
  operator: () => ({ word: t`Operator`, meaning: t`Sets up portals and what the roles may do; reads no case.` }),
};
