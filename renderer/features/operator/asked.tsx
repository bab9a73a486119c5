import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import type { Answer, Trouble } from '../../portal/answer.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Working } from '../../ui/working.tsx';
import { troubleWords } from './trouble-words.ts';

interface AskedProps<Value> {
  /** undefined until there is one. */
  readonly answer: Answer<Value> | undefined;
  readonly working: string;
  readonly onAgain: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** What the portal server answered; that it is being asked, or why it did not, in its place. */
export function Asked<Value>({ answer, working, onAgain, children }: AskedProps<Value>) {
  const isAway = isOffline(useSync().state);
  if (!answer)
    return isAway ? (
      <Trans>Nothing is known before the portal server can be asked.</Trans>
    ) : (
      <Working>{working}</Working>
    );
  return answer.kind === 'ok' ? children(answer.value) : <TroubleNote trouble={answer} onAgain={onAgain} />;
}

interface TroubleNoteProps {
  readonly trouble: Trouble;
  readonly onAgain?: () => void;
}

/** Why the portal server did not do what was asked, with the way to ask again. */
export function TroubleNote({ trouble, onAgain }: TroubleNoteProps) {
  const { title, next, detail } = troubleWords(trouble);
  return (
    <ErrorState
      title={title}
      detail={detail}
      action={
        onAgain && (
          <Button variant="default" onClick={onAgain}>
            <Trans>Try again</Trans>
          </Button>
        )
      }
    >
      {next}
    </ErrorState>
  );
}
