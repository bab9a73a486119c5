import {
  reportAskedSchema,
  reportDroppedSchema,
  reportPreviewSchema,
  reportsSchema,
  rowsLeftOutHeader,
  type Report,
  type ReportFileQuery,
  type ReportPreview,
  type ReportRequest,
} from '../../shared/contract/reports.ts';
import type { Answer } from './answer.ts';
import type { Ask } from './ask.ts';
import { json, parsed } from './json-answer.ts';

/** What is asked of the portal server about one's own reports in a portal. */
export interface ReportClient {
  readonly list: (portal: string) => Promise<Answer<readonly Report[]>>;
  readonly ask: (portal: string, request: ReportRequest) => Promise<Answer<unknown>>;
  readonly look: (portal: string, report: string) => Promise<Answer<ReportPreview>>;
  readonly file: (portal: string, report: string, written: ReportFileQuery) => Promise<Answer<FetchedReport>>;
  /** Cancels one that is being made, deletes a made one. */
  readonly drop: (portal: string, report: string) => Promise<Answer<unknown>>;
}

/** The file of a report, and how many rows are not in it because their cases are no longer seen. */
export interface FetchedReport {
  readonly bytes: Uint8Array;
  readonly leftOut: number;
}

/** Makes it of the one way of asking. */
export function createReportClient(ask: Ask): ReportClient {
  const pathOf = (portal: string, report: string): string =>
    `/reports/${encodeURIComponent(portal)}/${encodeURIComponent(report)}`;
  return {
    list: (portal) => ask(`/reports/${encodeURIComponent(portal)}`, {}, (response) => parsed(response, reportsSchema)),
    ask: (portal, request) =>
      ask(`/reports/${encodeURIComponent(portal)}`, json(request), (response) => parsed(response, reportAskedSchema)),
    look: (portal, report) => ask(pathOf(portal, report), {}, (response) => parsed(response, reportPreviewSchema)),
    file: (portal, report, written) =>
      ask(`${pathOf(portal, report)}/file?${new URLSearchParams(written).toString()}`, {}, async (response) => ({
        kind: 'ok',
        value: {
          bytes: new Uint8Array(await response.arrayBuffer()),
          leftOut: Number(response.headers.get(rowsLeftOutHeader) ?? 0),
        },
      })),
    drop: (portal, report) =>
      ask(pathOf(portal, report), { method: 'DELETE' }, (response) => parsed(response, reportDroppedSchema)),
  };
}
