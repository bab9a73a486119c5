import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ErrorState } from '../../ui/error-state.tsx';
import { TroubleNote } from './asked.tsx';
import { FaultList } from './fault-list.tsx';
import type { ImportStep } from './use-import.ts';

interface UnansweredProps {
  readonly step: Extract<ImportStep<unknown>, { kind: 'unanswered' }>;
  /** What the document holds, to name places in it. */
  readonly parsed: unknown;
  readonly onAgain: () => void;
}

/** The portal server said no to a file, or nothing: what is wrong, and what may have come in all the same. */
export function Unanswered({ step: { trouble, doing }, parsed, onAgain }: UnansweredProps) {
  const { t } = useLingui();
  if (trouble.kind === 'problem' && trouble.problem.kind === 'not-understood') {
    const { issues = [], moreIssues = 0, detail } = trouble.problem;
    return (
      <ErrorState
        title={
          <Plural
            value={issues.length + moreIssues}
            one="# thing in it is wrong: nothing was brought in"
            other="# things in it are wrong: nothing was brought in"
          />
        }
        detail={issues.length === 0 ? detail : undefined}
        action={
          <Button variant="default" onClick={onAgain}>
            <Trans>Check again</Trans>
          </Button>
        }
      >
        <FaultList issues={issues} more={moreIssues} parsed={parsed} />
      </ErrorState>
    );
  }
  if (doing === 'check') return <TroubleNote trouble={trouble} onAgain={onAgain} />;
  return (
    <ErrorState
      title={t`No answer came: part of it may have been brought in`}
      action={
        <Button variant="default" onClick={onAgain}>
          <Trans>Check what is missing</Trans>
        </Button>
      }
    >
      <TroubleNote trouble={trouble} />
      <Trans>Check the file again: what is there already is left alone, and it says what is still to be added.</Trans>
    </ErrorState>
  );
}
