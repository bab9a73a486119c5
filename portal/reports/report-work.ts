import type { Kysely } from 'kysely';
import { doubling, type Ending, type Job, type Piece, type Work } from '../jobs/job.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { ReportTable } from '../store/report-tables.ts';
import type { Tables } from '../store/tables.ts';
import { dropReports } from './ask-report.ts';
import { makeSlice, type Slice } from './make-slice.ts';

type ReportDeps = Pick<PortalDeps, 'store' | 'now'>;

/** Makes a report that was asked for, a slice a piece. How far it is stands in the report itself, with its rows. */
export function reportWork(deps: ReportDeps): Work {
  return {
    lanes: 1,
    poll: 1000,
    mostAttempts: 5,
    waitAfter: doubling(1000, 60_000),
    run: (job, piece) => makeNext(deps, job, piece),
    onGivenUp: async (db, job) => void (await ofJob(db, job).set({ status: 'failed' }).execute()),
  };
}

async function makeNext(deps: ReportDeps, job: Job, piece: Piece): Promise<Ending> {
  const { db } = deps.store;
  const report = await db
    .selectFrom('report')
    .selectAll()
    .where('portal', '=', job.portal)
    .where('id', '=', job.subject)
    .where('status', '<>', 'made')
    .executeTakeFirst();
  if (!report) return 'done';
  const slice = await makeSlice(deps.store, report);
  return db.transaction().execute(async (of) => {
    // Cancelled, or gone on with by another server: nothing of this slice is written.
    await piece.hold(of);
    if (slice) return writeSlice({ db: of, job, now: deps.now }, report, slice);
    await dropReports({ db: of, portal: report.portal }, [report]);
    return 'done';
  });
}

interface Writing extends Pick<PortalDeps, 'now'> {
  readonly db: Kysely<Tables>;
  readonly job: Job;
}

async function writeSlice({ db, job, now }: Writing, report: ReportTable, slice: Slice): Promise<Ending> {
  const done = report.done + slice.looked;
  await ofJob(db, job)
    .set({
      done,
      // Cases come and go while it is made.
      total: slice.isLast ? done : Math.max(report.total, done + 1),
      rows: report.rows + slice.rows.length,
      after_case: slice.last,
      ...(slice.isLast ? { status: 'made', made_at: now() } : { status: 'waiting' }),
    })
    .execute();
  if (slice.rows.length > 0) await db.insertInto('report_row').values(slice.rows).execute();
  return slice.isLast ? 'done' : { place: slice.last };
}

function ofJob(db: Kysely<Tables>, { portal, subject }: Job) {
  return db.updateTable('report').where('portal', '=', portal).where('id', '=', subject);
}
