import type { Withdrawal } from '../../shared/contract/sync.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { readJson } from '../store/json.ts';
import type { Reader } from './reader.ts';
import type { Span } from './reading.ts';

/**
 * Tombstones for whoever could hold the case since the cursor. One that was gained after it is among them: a page of a
 * first sync is read later than the start number its reader goes on from. The app passes over what it does not hold.
 */
export async function withdrawalsOf(
  reader: Reader,
  cases: readonly CaseId[],
  span: Span,
): Promise<readonly Withdrawal[]> {
  if (cases.length === 0) return [];
  const rows = await reader.db
    .selectFrom('case_view')
    .select(['case_id as case', 'number', 'changed_at as at', 'lost_reason', 'lost', 'audience'])
    .where('portal', '=', reader.portal)
    .where('audience', 'in', reader.audiences)
    .where('case_id', 'in', cases)
    .where('lost', '>', span.after)
    .execute();
  const latest = new Map<CaseId, Withdrawal & { readonly lost: number }>();
  for (const audience of reader.audiences) {
    for (const row of rows.filter((each) => each.audience === audience)) {
      const lost = row.lost ?? 0;
      if (lost <= (latest.get(row.case)?.lost ?? 0)) continue;
      latest.set(row.case, {
        case: row.case,
        number: row.number,
        at: row.at,
        reason: row.lost_reason ?? 'other',
        lost,
      });
    }
  }
  return Promise.all([...latest.values()].map(({ lost, ...withdrawal }) => withReason(reader, withdrawal, lost)));
}

/** Only a view that went with the role has this code, so whoever reads it held the role or was offered it. */
async function withReason(reader: Reader, withdrawal: Withdrawal, lost: number): Promise<Withdrawal> {
  if (withdrawal.reason !== 'role-removed') return withdrawal;
  const entries = await reader.db
    .selectFrom('entry')
    .select('body')
    .where('portal', '=', reader.portal)
    .where('case_id', '=', withdrawal.case)
    .where('kind', '=', 'log')
    .where('change', '=', lost)
    .execute();
  // A role that the office sent back itself ends with its own line, not with one of the insurer's.
  const removed = entries.map(({ body }) => readJson<LogEntry>(body)).find(({ what }) => what === 'role-removed');
  const said = removed?.facts['reason'];
  return said ? { ...withdrawal, said } : withdrawal;
}
