import { t } from '@lingui/core/macro';
import type { Standing } from '../../shared/domain/member/standing.ts';

/** When somebody who sees no case will see one (domain.md §1.4). */
export function noCasesWords(standings: readonly Standing[]): string {
  if (isOperator(standings))
    return t`The operator looks after the portals; cases belong to the insurers and their partners.`;
  if (standings.some(({ side }) => side === 'insurer'))
    return t`A case appears here as soon as it is imported into your portal.`;
  if (standings.length > 0 && standings.every(({ level }) => level < 2))
    return t`A case appears here as soon as you are responsible for a task in it or are its External case handler.`;
  return t`A case appears here as soon as an insurer gives one of your offices a task in it or the External case handler role.`;
}

/** Whoever is only the operator never has a case. */
export function isOperator(standings: readonly Standing[]): boolean {
  return standings.length > 0 && standings.every(({ side }) => side === 'operator');
}
