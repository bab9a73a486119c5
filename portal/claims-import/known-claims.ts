import type { Case } from '../../shared/domain/case/case.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { tiedToFor } from '../../shared/domain/case/parts/ties.ts';
import { loadCases } from '../commands/case-content.ts';
import type { Change } from '../commands/in-change.ts';
import type { Claim } from './claim.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { rowMessage, type RowMessage } from './row-message.ts';
import { tellKnown } from './tell-differences.ts';

/** The cases that the portal has of claims, by claim number. */
export async function knownClaims(change: Change, claims: readonly Claim[]): Promise<ReadonlyMap<string, Case>> {
  const numbers = claims.map((claim) => claim.claimNumber);
  const rows = await change.db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', change.portal)
    .where('claim_number', 'in', numbers)
    .execute();
  const stored = await loadCases(
    change.db,
    change.portal,
    rows.map(({ id }) => id),
  );
  return new Map(stored.map(({ case: known }) => [known.claimNumber, known]));
}

/**
 * What rows say otherwise than the cases of their claims. Who may not see a case (an operator) learns that the portal
 * has the claim, and nothing of what it says.
 */
export function tellKnownClaims(
  claims: readonly Claim[],
  known: ReadonlyMap<string, Case>,
  mapping: ColumnMapping,
  standing: Standing,
): readonly RowMessage[] {
  if (!tiedToFor(standing).includes('insurer')) return [];
  return claims.flatMap((claim) => {
    const whole = known.get(claim.claimNumber);
    const seen = whole && whole.state !== 'deleted';
    const told = seen ? tellKnown(whole, claim, { mapping, currency: standing.settings.currency }) : [];
    return told.length > 0 ? [rowMessage(claim.row, told)] : [];
  });
}
