import type { ReportRequest } from '../../shared/contract/reports.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { mayReport } from '../../shared/domain/statistics/may-report.ts';
import { addJobs, removeJob } from '../jobs/job-list.ts';
import type { Caller, PortalDeps } from '../portal-deps.ts';
import { readStanding } from '../reads/standing.ts';
import { seenCases } from '../reads/visibility.ts';
import { reportReader, type ReportReader } from './report-reader.ts';

/** What came of asking for a report. */
export type AskedReport =
  | { readonly kind: 'asked'; readonly id: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'too-many' };

/** Reports of one person that are being made at once; more would only wait for one another. */
const mostWaiting = 3;
/** Made ones that are kept: each is as large as what its reader sees. */
const mostKept = 20;

/** Puts a report in the line of those to be made; null where there is no such portal for this person. */
export async function askReport(
  { store, now, newId }: Pick<PortalDeps, 'store' | 'now' | 'newId'>,
  caller: Caller,
  asked: ReportRequest & { readonly portal: PortalId },
): Promise<AskedReport | null> {
  return store.db.transaction().execute(async (db) => {
    const source = { store, db };
    const standing = await readStanding(source, asked.portal, caller.person);
    if (!standing) return null;
    const verdict = mayReport(standing);
    if (!verdict.allowed) return { kind: 'refused', refusal: verdict.refusal };
    const reader = await reportReader(source, asked.portal, caller);
    if (!reader) return null;
    const reports = await ownReports(reader);
    if (reports.filter(({ status }) => status === 'waiting').length >= mostWaiting) return { kind: 'too-many' };
    await dropReports(reader, reports.filter(({ status }) => status !== 'waiting').slice(mostKept - 1));
    const id = newId();
    await db
      .insertInto('report')
      .values({
        portal: asked.portal,
        id,
        member: standing.member,
        asked_at: now(),
        from_day: asked.from,
        to_day: asked.to,
        state: asked.state,
        status: 'waiting',
        total: await countSeen(reader),
        done: 0,
        rows: 0,
        after_case: '',
        made_at: null,
      })
      .execute();
    await addJobs(source, [{ kind: 'report', portal: asked.portal, subject: id }]);
    return { kind: 'asked', id };
  });
}

/** Deletes reports with their rows, and cancels what is being made of them. */
export async function dropReports(
  { db, portal }: Pick<ReportReader, 'db' | 'portal'>,
  reports: readonly { readonly id: string }[],
): Promise<void> {
  for (const { id } of reports) {
    // First what is held while rows are added: none comes after.
    await removeJob(db, { kind: 'report', portal, subject: id });
    await db.deleteFrom('report').where('portal', '=', portal).where('id', '=', id).execute();
    await db.deleteFrom('report_row').where('portal', '=', portal).where('report', '=', id).execute();
  }
}

function ownReports({ db, portal, standing }: ReportReader) {
  return db
    .selectFrom('report')
    .select(['id', 'status'])
    .where('portal', '=', portal)
    .where('member', '=', standing.member)
    .orderBy('asked_at', 'desc')
    .execute();
}

async function countSeen({ db, portal, viewer }: ReportReader): Promise<number> {
  const seen = await db
    .selectFrom(seenCases(db, portal, viewer).as('seen'))
    .select((of) => of.fn.countAll<number | string>().as('cases'))
    .executeTakeFirstOrThrow();
  // PostgreSQL counts in text.
  return Number(seen.cases);
}
