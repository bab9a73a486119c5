/** A report that somebody asked for: made case by case in the order of their ids, by the job of its id. */
export interface ReportTable {
  readonly portal: string;
  readonly id: string;
  /** Who asked for it, and reads it. */
  readonly member: string;
  readonly asked_at: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly state: 'open' | 'closed' | 'all';
  readonly status: 'waiting' | 'made' | 'failed';
  /** Cases to look at, looked at, and taken. */
  readonly total: number;
  readonly done: number;
  readonly rows: number;
  /** The last case that was looked at; empty before the first. */
  readonly after_case: string;
  readonly made_at: string | null;
}

/** A case in a report, as its reader saw it then. */
export interface ReportRowTable {
  readonly portal: string;
  readonly report: string;
  readonly case_id: string;
  readonly number: string;
  /** JSON of the parts of the case that were hidden. */
  readonly hidden: string;
  /** JSON of StatisticsCell[]. */
  readonly cells: string;
}
