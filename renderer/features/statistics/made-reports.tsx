import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { ErrorState } from '../../ui/error-state.tsx';
import { Working } from '../../ui/working.tsx';
import { CsvSignFields, usualSigns } from './csv-signs.tsx';
import { ReportEntry } from './report-entry.tsx';
import { reportTroubleWords } from './report-words.ts';
import classes from './statistics.module.css';
import type { useReports } from './use-reports.ts';

interface MadeReportsProps {
  readonly portal: string;
  readonly reports: ReturnType<typeof useReports>;
}

/** The reports one has asked for, newest first. */
export function MadeReports({ portal, reports: { client, answer, lookAgain } }: MadeReportsProps) {
  const { t } = useLingui();
  const [signs, setSigns] = useState(usualSigns);
  const list = useRef<HTMLUListElement>(null);
  if (!answer)
    return (
      <Working>
        <Trans>Reading your reports…</Trans>
      </Working>
    );
  if (answer.kind !== 'ok')
    return (
      <ErrorState
        title={t`Your reports cannot be read now`}
        action={
          <Button variant="default" onClick={() => void lookAgain()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {reportTroubleWords(answer)}
      </ErrorState>
    );
  const dropped = async () => {
    await lookAgain();
    // The button that had the focus has gone with its report.
    list.current?.focus();
  };
  return (
    <>
      {answer.value.length > 0 && <CsvSignFields signs={signs} onChange={setSigns} />}
      {answer.value.length === 0 && (
        <p className={classes.note}>
          <Trans>None yet. Choose a period above and make one; it is kept for seven days.</Trans>
        </p>
      )}
      <ul className={classes.list} ref={list} tabIndex={-1} aria-label={t`Your reports`}>
        {answer.value.map((report) => (
          <ReportEntry
            key={report.id}
            portal={portal}
            report={report}
            client={client}
            signs={signs}
            onDropped={() => void dropped()}
          />
        ))}
      </ul>
    </>
  );
}
