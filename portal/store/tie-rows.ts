import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Tied } from '../../shared/domain/case/parts/ties.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { CaseTieTable } from './case-tables.ts';
import { insertRows, type RowChange, type RowTarget } from './case-rows.ts';

/** A tie that a change makes. */
export function tieRow(
  change: RowChange,
  { id, number }: Pick<Case, 'id' | 'number'>,
  { to, tie }: Tied,
): CaseTieTable {
  return {
    portal: change.portal,
    tied_to: to,
    tie,
    case_id: id,
    gained: change.number,
    gained_at: change.at,
    lost: null,
    lost_at: null,
    lost_reason: null,
    number,
  };
}

/** Writes ties that are gained, for the first time or again. */
export async function putTies({ db }: RowTarget, all: readonly CaseTieTable[]): Promise<void> {
  await insertRows(all, (rows) =>
    db
      .insertInto('case_tie')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['portal', 'case_id', 'tied_to', 'tie']).doUpdateSet((set) => ({
          gained: set.ref('excluded.gained'),
          gained_at: set.ref('excluded.gained_at'),
          lost: null,
          lost_at: null,
          lost_reason: null,
        })),
      )
      .execute(),
  );
}

/** Notes since when ties are lost, and why: what was held by them is told as withdrawn from then on. */
export async function loseTies(
  change: RowChange & RowTarget,
  id: CaseId,
  lost: readonly (Tied & { readonly reason: WithdrawalReason })[],
): Promise<void> {
  for (const { to, tie, reason } of lost)
    await change.db
      .updateTable('case_tie')
      .set({ lost: change.number, lost_at: change.at, lost_reason: reason })
      .where('portal', '=', change.portal)
      .where('case_id', '=', id)
      .where('tied_to', '=', to)
      .where('tie', '=', tie)
      .execute();
}
