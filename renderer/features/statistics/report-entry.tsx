import { Button, Progress } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Report } from '../../../shared/contract/reports.ts';
import type { ReportClient } from '../../portal/report-client.ts';
import { MomentText, DayText } from '../../ui/moment-text.tsx';
import type { CsvSigns } from './csv-signs.tsx';
import { ReportRows } from './report-rows.tsx';
import { reportTroubleWords, reportWords } from './report-words.ts';
import { SaveReport } from './save-report.tsx';
import classes from './statistics.module.css';

interface ReportEntryProps {
  readonly portal: string;
  readonly report: Report;
  readonly client: ReportClient;
  readonly signs: CsvSigns;
  /** Cancelled or deleted. */
  readonly onDropped: () => void;
}

/** A report: how far it is, and once it is made, what can be done with it. */
export function ReportEntry({ portal, report, client, signs, onDropped }: ReportEntryProps) {
  const [shown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const words = reportWords(report);
  const drop = async () => {
    const answer = await client.drop(portal, report.id);
    // Gone already is what was wanted.
    const gone = answer.kind === 'ok' || (answer.kind === 'problem' && answer.problem.kind === 'not-found');
    if (gone) onDropped();
    else setTrouble(reportTroubleWords(answer));
  };
  return (
    <li className={classes.entry} aria-label={words}>
      <div className={classes.what}>
        <span className={classes.label}>{words}</span>
        <HowFar report={report} />
      </div>
      <div className={classes.buttons}>
        {report.status === 'made' && (
          <>
            <SaveReport portal={portal} report={report} client={client} signs={signs} />
            <Button variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? <Trans>Hide first rows</Trans> : <Trans>Show first rows</Trans>}
            </Button>
          </>
        )}
        <Button variant="default" onClick={() => void drop()}>
          {report.status === 'waiting' ? <Trans>Cancel report</Trans> : <Trans>Delete report</Trans>}
        </Button>
      </div>
      {trouble && (
        <p role="alert" className={classes.trouble}>
          {trouble}
        </p>
      )}
      {shown && <ReportRows portal={portal} report={report} client={client} />}
    </li>
  );
}

function HowFar({ report }: { readonly report: Report }) {
  const { t, i18n } = useLingui();
  const { status, done, total, rows } = report;
  if (status === 'failed')
    return (
      <span>
        <Trans>It could not be made. Delete it and ask for a new one; if that fails too, tell the operator.</Trans>
      </span>
    );
  if (status === 'made')
    return (
      <span className={classes.dimmed}>
        <Plural value={rows} one="# case" other="# cases" /> ·{' '}
        <Trans>
          made <MomentText moment={report.madeAt ?? report.askedAt} />, kept until <DayText moment={report.deletedAt} />
        </Trans>
      </span>
    );
  const [looked, all] = [i18n.number(done), i18n.number(total)];
  return (
    <>
      <span className={classes.dimmed}>
        <Trans>
          {looked} of {all} cases looked at
        </Trans>
      </span>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t`How far the report is`} maw={320} />
    </>
  );
}
