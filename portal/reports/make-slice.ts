import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { statisticsRow, type StatisticsSource } from '../../shared/domain/statistics/columns.ts';
import { offsetAt } from '../../shared/domain/task/target.ts';
import { readSeen } from '../reads/seen-case.ts';
import { directoryFor } from '../reads/network.ts';
import { pageOf } from '../reads/pages.ts';
import { inSnapshot } from '../reads/snapshot.ts';
import type { Store } from '../store/open-store.ts';
import type { ReportRowTable, ReportTable } from '../store/report-tables.ts';
import { reportReader, type ReportReader } from './report-reader.ts';

/** The next cases of a report. */
export interface Slice {
  readonly rows: readonly ReportRowTable[];
  /** How many cases were looked at, and the last of them. */
  readonly looked: number;
  readonly last: string;
  readonly isLast: boolean;
}

/** Cases a slice: some milliseconds, in which nobody else is answered. */
const sliceLength = 50;

/** Makes the next rows of a report, as its reader sees the cases now; null where nobody may read it any more. */
export function makeSlice(store: Store, report: ReportTable): Promise<Slice | null> {
  return inSnapshot(store, async (db) => {
    const reader = await reportReader({ store, db }, report.portal, { member: report.member });
    if (!reader) return null;
    const { cases, next } = await pageOf(reader, report.after_case, sliceLength);
    const seen = await readSeen(reader, reader.portal, { viewer: reader.viewer, cases });
    const names = namesFor(reader);
    const rows = seen.flatMap(({ case: view }) => rowOf(report, { ...names, view }));
    return { rows, looked: cases.length, last: cases.at(-1) ?? report.after_case, isLast: next === null };
  });
}

/** What the reader's own directory names: addresses of the own company's people, all for the insurer. */
function namesFor({ network, standing }: ReportReader): Omit<StatisticsSource, 'view'> {
  const { companies, offices, members } = directoryFor(network, standing);
  return {
    companies: new Map(companies.map(({ id, name }) => [id, name])),
    offices: new Map(offices.map(({ id, name }) => [id, name])),
    emails: new Map(members.map(({ id, email }) => [id, email])),
    settings: network.settings,
  };
}

function rowOf(report: ReportTable, source: StatisticsSource): readonly ReportRowTable[] {
  const { view, settings } = source;
  const created = dayIn(view.createdAt, settings.timeZone);
  if (created < report.from_day || created > report.to_day) return [];
  if (report.state !== 'all' && report.state !== view.state) return [];
  return [
    {
      portal: report.portal,
      report: report.id,
      case_id: view.id,
      number: view.number,
      hidden: JSON.stringify(view.hidden),
      cells: JSON.stringify(statisticsRow(source)),
    },
  ];
}

/** The calendar day of a moment by the portal's clock. */
function dayIn(moment: Moment, timeZone: string): string {
  const milliseconds = toMilliseconds(moment);
  return fromMilliseconds(milliseconds + offsetAt(milliseconds, timeZone)).slice(0, 10);
}
