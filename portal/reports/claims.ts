import type { Kysely } from 'kysely';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { ReportTable, Tables } from '../store/tables.ts';
import type { Slice } from './make-slice.ts';

/** A worker, by the id with which it claims. */
export interface Claimant {
  readonly db: Kysely<Tables>;
  readonly self: string;
  readonly now: () => Moment;
}

/** So long the worker that claimed a report last has it to itself; a slice takes milliseconds. */
const lease = 30_000;
const mostTries = 5;
const atOnce = 20;

/**
 * The reports that this worker may go on with, oldest first. A claim of later than now was made by a clock that was wrong
 * (a little later: by another server's): it is not waited for.
 */
export function waitingReports({ db, self, now }: Claimant): Promise<readonly ReportTable[]> {
  const at = now();
  return db
    .selectFrom('report')
    .selectAll()
    .where('status', '=', 'waiting')
    .where((of) =>
      of.or([
        of('claimed_at', 'is', null),
        of('claimed_by', '=', self),
        of('claimed_at', '<', later(at, -lease)),
        of('claimed_at', '>', later(at, lease)),
      ]),
    )
    .orderBy('asked_at')
    .limit(atOnce)
    .execute();
}

/** Claims a report for its next slice; false where another worker was faster, or it was cancelled. */
export async function claimReport({ db, self, now }: Claimant, report: ReportTable): Promise<boolean> {
  const claimed = await asItWas(db, report)
    .where('claimed_by', report.claimed_by === null ? 'is' : '=', report.claimed_by)
    .set({ claimed_at: now(), claimed_by: self })
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/** Writes a slice while the claim is the own one and the report stands where it was read, so that each row is there once. */
export function writeSlice({ db, self, now }: Claimant, report: ReportTable, slice: Slice): Promise<boolean> {
  const at = now();
  const done = report.done + slice.looked;
  return db.transaction().execute(async (of) => {
    const written = await asItWas(of, report)
      .where('claimed_by', '=', self)
      .set({
        done,
        // Cases come and go while it is made.
        total: slice.isLast ? done : Math.max(report.total, done + 1),
        rows: report.rows + slice.rows.length,
        after_case: slice.last,
        claimed_at: at,
        ...(slice.isLast ? { status: 'made', made_at: at } : {}),
      })
      .executeTakeFirst();
    if (written.numUpdatedRows !== 1n) return false;
    if (slice.rows.length > 0) await of.insertInto('report_row').values(slice.rows).execute();
    return true;
  });
}

/** Counts that a slice could not be made; a report that never can is given up. */
export async function countTry({ db }: Claimant, report: ReportTable): Promise<void> {
  const tries = report.tries + 1;
  await asItWas(db, report)
    .set({ tries, ...(tries < mostTries ? {} : { status: 'failed' }) })
    .execute();
}

/** Leaves what this worker has claimed to the next one. */
export async function releaseClaims({ db, self }: Claimant): Promise<void> {
  await db.updateTable('report').set({ claimed_at: null, claimed_by: null }).where('claimed_by', '=', self).execute();
}

/** The report, as long as nobody has gone on with it or cancelled it. */
function asItWas(db: Kysely<Tables>, { portal, id, after_case }: ReportTable) {
  return db
    .updateTable('report')
    .where('portal', '=', portal)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where('after_case', '=', after_case);
}

function later(now: Moment, milliseconds: number): Moment {
  return fromMilliseconds(toMilliseconds(now) + milliseconds);
}
