import { useQuery } from '@tanstack/react-query';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Report } from '../../../shared/contract/reports.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import type { ReportClient } from '../../portal/report-client.ts';
import { Working } from '../../ui/working.tsx';
import { cellText, reportTroubleWords } from './report-words.ts';
import { LeftOut } from './save-report.tsx';
import classes from './statistics.module.css';

interface ReportRowsProps {
  readonly portal: string;
  readonly report: Report;
  readonly client: ReportClient;
}

/** The first rows of a report, as its file has them now. */
export function ReportRows({ portal, report, client }: ReportRowsProps) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const { data } = useQuery({
    queryKey: ['report rows', session.account, portal, report.id],
    queryFn: () => client.look(portal, report.id),
    staleTime: 0,
    gcTime: 0,
  });
  if (!data)
    return (
      <Working>
        <Trans>Reading the first rows…</Trans>
      </Working>
    );
  if (data.kind !== 'ok')
    return (
      <p role="alert" className={classes.trouble}>
        {reportTroubleWords(data)}
      </p>
    );
  const { headings, rows, leftOut } = data.value;
  return (
    <>
      <p className={classes.dimmed}>
        {rows.length === 0 ? (
          <Trans>No case is in it.</Trans>
        ) : (
          <Plural
            value={rows.length}
            one="The first row; the file has them all."
            other="The first # rows; the file has them all."
          />
        )}{' '}
        <LeftOut count={leftOut} />
      </p>
      {rows.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        <div className={classes.table} tabIndex={0} role="region" aria-label={t`First rows`}>
          <table>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- the rows of a report never move
                <tr key={place}>
                  {row.map((cell, column) => (
                    <td
                      key={headings[column]}
                      data-figure={cell?.kind === 'count' || cell?.kind === 'money' || undefined}
                    >
                      {cellText(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
