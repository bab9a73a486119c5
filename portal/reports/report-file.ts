import { setTimeout as elapsed } from 'node:timers/promises';
import { decimalSigns, separators, type ReportFileQuery } from '../../shared/contract/reports.ts';
import { statisticsColumns } from '../../shared/domain/statistics/columns.ts';
import { sheetCsvInTurns } from '../../shared/spreadsheet/sheet-csv.ts';
import { sheetXlsx } from '../../shared/spreadsheet/sheet-xlsx.ts';
import { headingWords } from './heading-words.ts';
import type { ReportRows } from './read-report.ts';

/** What stands over the columns of a report. */
export const reportHeadings: readonly string[] = statisticsColumns.map((column) => headingWords[column]);

/** A report as a file of its own. */
export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Writes the file of a report; between some rows and the next everybody else is answered. */
export async function reportFile({ report, rows }: ReportRows, written: ReportFileQuery): Promise<ReportFile> {
  const sheet = { name: 'Case statistics', headings: reportHeadings, rows };
  const pause = (): Promise<void> => elapsed(1);
  const name = `case-statistics-${report.from}-${report.to}.${written.format}`;
  if (written.format === 'csv') {
    const signs = { separator: separators[written.separator], decimalSign: decimalSigns[written.decimals] };
    const text = await sheetCsvInTurns(sheet, signs, pause);
    return { name, mediaType: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(text) };
  }
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mediaType, bytes: new Uint8Array(await sheetXlsx(sheet, pause)) };
}
