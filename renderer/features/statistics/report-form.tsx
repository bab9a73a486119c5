import { Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import type { Answer } from '../../portal/answer.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useToday } from '../../ui/use-today.ts';
import { reportTroubleWords } from './report-words.ts';
import classes from './statistics.module.css';

interface ReportFormProps {
  readonly onAsk: (request: ReportRequest) => Promise<Answer<unknown>>;
}

/** Which cases a new report is about. */
export function ReportForm({ onAsk }: ReportFormProps) {
  const { t } = useLingui();
  const today = useToday();
  const [typed, setTyped] = useState<ReportRequest>({ from: `${today.slice(0, 4)}-01-01`, to: today, state: 'all' });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const offline = isOffline(useSync().state);
  const wrong = typed.to !== '' && typed.from > typed.to ? t`The last day is before the first.` : null;
  const missing = typed.from === '' || typed.to === '' ? t`Enter the first and the last day.` : null;
  const reason = offline ? t`Reports are made by the portal, which is not reached now.` : (missing ?? wrong);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (reason !== null || busy) return;
    setBusy(true);
    const answer = await onAsk(typed);
    setBusy(false);
    setTrouble(answer.kind === 'ok' ? null : reportTroubleWords(answer));
  };
  const states = { all: t`All cases`, open: t`Open cases`, closed: t`Closed cases` };
  return (
    <form className={classes.form} onSubmit={(event) => void ask(event)}>
      <TextInput
        type="date"
        label={t`Created from`}
        value={typed.from}
        onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`Created until`}
        value={typed.to}
        error={wrong}
        onChange={(event) => setTyped({ ...typed, to: event.currentTarget.value })}
      />
      <Select
        label={t`Which cases`}
        allowDeselect={false}
        w={170}
        value={typed.state}
        data={(['all', 'open', 'closed'] as const).map((value) => ({ value, label: states[value] }))}
        onChange={(state) => state && setTyped({ ...typed, state })}
      />
      <div className={classes.send}>
        <ReasonButton type="submit" reason={reason} loading={busy} onClick={() => undefined}>
          <Trans>Make report</Trans>
        </ReasonButton>
      </div>
      {trouble && (
        <p role="alert" className={classes.trouble}>
          {trouble}
        </p>
      )}
    </form>
  );
}
