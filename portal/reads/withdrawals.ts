import type { Withdrawal } from '../../shared/contract/sync.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { readJson } from '../store/json.ts';
import { placeIn } from '../store/case-rows.ts';
import type { Reader } from './reader.ts';
import type { Span } from './reading.ts';

/** Since when, and the last change of whether the role counts for the reader. */
export interface WithdrawalsSince {
  readonly span: Span;
  readonly handles: number;
}

interface Lost extends Withdrawal {
  readonly lost: number;
}

/**
 * Tombstones for whoever could hold the case since the cursor. One that was gained after it is among them: a page of a
 * first sync is read later than the start number its reader goes on from. The app passes over what it does not hold.
 */
export async function withdrawalsOf(
  reader: Reader,
  cases: readonly CaseId[],
  since: WithdrawalsSince,
): Promise<readonly Withdrawal[]> {
  if (cases.length === 0) return [];
  const latest = new Map<CaseId, Lost>();
  for (const lost of [...(await lostTies(reader, cases, since)), ...(await lostSight(reader, cases, since))]) {
    const known = latest.get(lost.case);
    if (!known || lost.lost > known.lost) latest.set(lost.case, lost);
  }
  return Promise.all([...latest.values()].map(({ lost, ...withdrawal }) => withReason(reader, withdrawal, lost)));
}

/** Of several ties that were lost together the person's own tells why: it stands first. */
async function lostTies({ db, portal, viewer }: Reader, cases: readonly CaseId[], { span }: WithdrawalsSince) {
  const rows = await db
    .selectFrom('case_tie')
    .select(['case_id', 'number', 'lost', 'lost_at', 'lost_reason', 'tie'])
    .where('portal', '=', portal)
    .where('tied_to', 'in', viewer.tiedTo)
    .where('case_id', 'in', cases)
    .where('lost', '>', span.after)
    .orderBy('tied_to', 'desc')
    .orderBy('tie')
    .execute();
  return rows.map((row) => ({
    case: row.case_id,
    number: row.number,
    at: row.lost_at ?? '',
    reason: row.lost_reason ?? 'other',
    lost: row.lost ?? 0,
  }));
}

/** Tied as before, and not seen any more: the role counts for the reader no longer. */
async function lostSight(
  { db, portal, viewer }: Reader,
  cases: readonly CaseId[],
  { span, handles }: WithdrawalsSince,
) {
  if (handles <= span.after) return [];
  const change = await db
    .selectFrom('change_mark')
    .select('at')
    .where('portal', '=', portal)
    .where('number', '=', handles)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('case_tie')
    .select(['case_id', 'number'])
    .distinct()
    .where('portal', '=', portal)
    .where('tied_to', 'in', viewer.tiedTo)
    .where('tie', '=', 'handler')
    .where('case_id', 'in', cases)
    .where('lost', 'is', null)
    .execute();
  return rows.map((row) => ({
    case: row.case_id,
    number: row.number,
    at: change.at,
    reason: 'other' as const,
    lost: handles,
  }));
}

/** Only a tie that went with the role has this code, so whoever reads it held the role or was offered it. */
async function withReason(reader: Reader, withdrawal: Withdrawal, lost: number): Promise<Withdrawal> {
  if (withdrawal.reason !== 'role-removed') return withdrawal;
  const entries = await reader.db
    .selectFrom('case_entry')
    .select('text')
    .where('portal', '=', reader.portal)
    .where('case_id', '=', withdrawal.case)
    .where('tail', '=', 'log')
    .where('place', '>=', placeIn(lost, 0))
    .where('place', '<', placeIn(lost + 1, 0))
    .execute();
  // A role that the office sent back itself ends with its own line, not with one of the insurer's.
  const removed = entries.map(({ text }) => readJson<LogEntry>(text)).find(({ what }) => what === 'role-removed');
  const said = removed?.facts['reason'];
  return said ? { ...withdrawal, said } : withdrawal;
}
