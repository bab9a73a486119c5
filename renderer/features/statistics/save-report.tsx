import { Button } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Report, ReportFileQuery } from '../../../shared/contract/reports.ts';
import { useDesk } from '../../bindings/contexts.ts';
import type { ReportClient } from '../../portal/report-client.ts';
import { fileTroubleWords, saveTrouble } from '../../words/file-trouble-words.ts';
import type { CsvSigns } from './csv-signs.tsx';
import { reportTroubleWords } from './report-words.ts';
import classes from './statistics.module.css';

interface SaveReportProps {
  readonly portal: string;
  readonly report: Report;
  readonly client: ReportClient;
  readonly signs: CsvSigns;
}

/** Fetches the file of a report and saves it where the user picks; what is not in it any more is said. */
export function SaveReport({ portal, report, client, signs }: SaveReportProps) {
  const { files } = useDesk();
  const [told, setTold] = useState<ReactNode>(null);
  const [busy, setBusy] = useState<ReportFileQuery['format'] | null>(null);
  const save = async (format: ReportFileQuery['format']): Promise<ReactNode> => {
    const answer = await client.file(portal, report.id, { ...signs, format });
    if (answer.kind !== 'ok') return <span role="alert">{reportTroubleWords(answer)}</span>;
    const { bytes, leftOut } = answer.value;
    const saved = await files.saveAs(`case-statistics-${report.from}-${report.to}.${format}`, bytes);
    const trouble = saveTrouble(saved);
    if (trouble) return <span role="alert">{fileTroubleWords(trouble)}</span>;
    return saved.ok && <Saved leftOut={leftOut} />;
  };
  const press = async (format: ReportFileQuery['format']) => {
    if (busy) return;
    setBusy(format);
    setTold(await save(format));
    setBusy(null);
  };
  return (
    <>
      {told && <span className={classes.told}>{told}</span>}
      <Button
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        loading={busy === 'xlsx'}
        onClick={() => void press('xlsx')}
      >
        <Trans>Save as XLSX…</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        loading={busy === 'csv'}
        onClick={() => void press('csv')}
      >
        <Trans>Save as CSV…</Trans>
      </Button>
    </>
  );
}

function Saved({ leftOut }: { readonly leftOut: number }) {
  return (
    <span role="status">
      <Trans>Saved.</Trans> <LeftOut count={leftOut} />
    </span>
  );
}

/** How many rows of a report are not given any more. */
export function LeftOut({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Plural
      value={count}
      one="# row left out: you no longer see its case."
      other="# rows left out: you no longer see their cases."
    />
  );
}
