import { setTimeout as elapsed } from 'node:timers/promises';
import type { Report } from '../../shared/contract/reports.ts';
import type { CasePart } from '../../shared/domain/case/case-part.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import type { StatisticsCell } from '../../shared/domain/statistics/cell.ts';
import { withoutLost } from '../../shared/domain/statistics/columns.ts';
import type { Caller, PortalDeps } from '../portal-deps.ts';
import { readSeen } from '../reads/seen-case.ts';
import { inSnapshot } from '../reads/snapshot.ts';
import { readJson } from '../store/json.ts';
import type { ReportTable } from '../store/report-tables.ts';
import { dropReports } from './ask-report.ts';
import { reportReader, type ReportReader } from './report-reader.ts';
import { reportsKeptFor } from './sweep-reports.ts';

type ReadDeps = Pick<PortalDeps, 'store'>;

/** Which report is asked for. */
export interface OneReport {
  readonly portal: PortalId;
  readonly report: string;
}

/** The rows of a report that its reader may have now. */
export interface ReportRows {
  readonly report: Report;
  readonly rows: readonly (readonly StatisticsCell[])[];
  /** Rows whose cases are no longer seen. */
  readonly leftOut: number;
}

/** One's own reports, newest first; null where there is no such portal for this person, or no reports. */
export function listReports({ store }: ReadDeps, caller: Caller, portal: PortalId): Promise<readonly Report[] | null> {
  return inSnapshot(store, async (db) => {
    const reader = await reportReader({ store, db }, portal, caller);
    if (!reader) return null;
    const rows = await own(reader).orderBy('asked_at', 'desc').execute();
    return rows.map((row) => asReport(row, reader));
  });
}

/** Cancels a report that is being made, deletes one that is made; null where there is none of this person's. */
export function dropReport({ store }: ReadDeps, caller: Caller, asked: OneReport): Promise<true | null> {
  return store.db.transaction().execute(async (db) => {
    const reader = await reportReader({ store, db }, asked.portal, caller);
    const found = reader && (await own(reader).where('id', '=', asked.report).executeTakeFirst());
    if (!reader || !found) return null;
    await dropReports(reader, [found]);
    return true;
  });
}

/** Rows a look: between two looks everybody else is answered. */
const slice = 50;

/**
 * What a report holds, in the order of the case numbers: the right is asked again, and so is what of each case is seen
 * now. null for everybody but who asked for it, and until it is made.
 */
export async function readReport(deps: ReadDeps, caller: Caller, asked: OneReport): Promise<ReportRows | null> {
  const made: { readonly number: string; readonly cells: readonly StatisticsCell[] }[] = [];
  let report: Report | null = null;
  for (let after: string | null = ''; after !== null;) {
    const next = await readRows(deps, caller, { ...asked, after });
    if (!next) return null;
    made.push(...next.rows);
    report = next.report;
    after = next.last;
    await elapsed(1);
  }
  if (!report) return null;
  made.sort((one, other) => (one.number < other.number ? -1 : 1));
  return { report, rows: made.map(({ cells }) => cells), leftOut: report.rows - made.length };
}

function readRows({ store }: ReadDeps, caller: Caller, asked: OneReport & { readonly after: string }) {
  return inSnapshot(store, async (db) => {
    const reader = await reportReader({ store, db }, asked.portal, caller);
    const found = reader && (await own(reader).where('id', '=', asked.report).executeTakeFirst());
    if (!reader || found?.status !== 'made') return null;
    const rows = await db
      .selectFrom('report_row')
      .select(['case_id', 'number', 'hidden', 'cells'])
      .where('portal', '=', asked.portal)
      .where('report', '=', asked.report)
      .where('case_id', '>', asked.after)
      .orderBy('case_id')
      .limit(slice)
      .execute();
    const cases = rows.map(({ case_id }) => case_id);
    const seen = await readSeen(reader, asked.portal, { viewer: reader.viewer, cases });
    const hiddenNow = new Map(seen.map(({ case: view }) => [view.id, view.hidden]));
    return {
      report: asReport(found, reader),
      rows: rows.flatMap((row) => {
        const now = hiddenNow.get(row.case_id);
        if (!now) return [];
        const hidden = { before: readJson<readonly CasePart[]>(row.hidden), now };
        return [{ number: row.number, cells: withoutLost(readJson<readonly StatisticsCell[]>(row.cells), hidden) }];
      }),
      last: rows.length < slice ? null : (cases.at(-1) ?? null),
    };
  });
}

function own({ db, portal, standing }: ReportReader) {
  return db.selectFrom('report').selectAll().where('portal', '=', portal).where('member', '=', standing.member);
}

function asReport(row: ReportTable, { standing }: ReportReader): Report {
  return {
    id: row.id,
    from: row.from_day,
    to: row.to_day,
    state: row.state,
    askedAt: row.asked_at,
    askedBy: standing.name,
    status: row.status,
    done: row.done,
    total: row.total,
    rows: row.rows,
    madeAt: row.made_at,
    deletedAt: fromMilliseconds(toMilliseconds(row.asked_at) + reportsKeptFor),
  };
}
