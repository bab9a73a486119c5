import { Trans } from '@lingui/react/macro';
import { IconCircleCheck } from '@tabler/icons-react';
import { ErrorState } from '../../ui/error-state.tsx';
import { serverTroubleWords } from '../../words/server-trouble-words.ts';
import { AcceptStore } from './accept-store.tsx';
import classes from './connection.module.css';
import type { ServerChecking } from './use-server-check.ts';

interface ServerAnswerProps {
  readonly check: ServerChecking;
  readonly address: string;
  /** The user said that the other store is right. */
  readonly onAccepted: () => void;
}

/** What a check found, in words. */
export function ServerAnswer({ check: { answer }, address, onAccepted }: ServerAnswerProps) {
  if (!answer) return null;
  if (answer.ok) {
    return (
      <p className={classes.found} role="status">
        <IconCircleCheck size={16} aria-hidden />
        <Trans>A portal server answers, version {answer.version}.</Trans>
      </p>
    );
  }
  const { title, next } = serverTroubleWords(answer.trouble);
  const other = answer.trouble === 'other-store';
  return (
    <ErrorState
      title={title}
      detail={other ? undefined : answer.detail}
      action={other && <AcceptStore address={address} store={answer.detail} onAccepted={onAccepted} />}
    >
      {next}
    </ErrorState>
  );
}
