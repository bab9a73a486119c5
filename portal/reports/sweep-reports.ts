import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { seenCases } from '../reads/visibility.ts';
import type { Store } from '../store/open-store.ts';
import { dropReports } from './ask-report.ts';
import { reportReader } from './report-reader.ts';

/** So long a report is kept. */
export const reportsKeptFor = 7 * 86_400_000;

/**
 * Deletes reports that are over a week old or whose reader may read none any more, and of the others the rows of cases
 * that their readers no longer see: what was copied goes with what it was copied from.
 */
export async function sweepReports(store: Store, now: Moment): Promise<void> {
  const oldest = fromMilliseconds(toMilliseconds(now) - reportsKeptFor);
  const reports = await store.db.selectFrom('report').select(['portal', 'id', 'member', 'asked_at']).execute();
  for (const { portal, id, member, asked_at } of reports) {
    await store.db.transaction().execute(async (db) => {
      const reader = asked_at < oldest ? null : await reportReader({ store, db }, portal, { member });
      if (reader === null) return dropReports({ db, portal }, [{ id }]);
      const seen = seenCases(db, portal, reader.viewer);
      await db
        .deleteFrom('report_row')
        .where('portal', '=', portal)
        .where('report', '=', id)
        .where('case_id', 'not in', seen)
        .execute();
    });
  }
}
