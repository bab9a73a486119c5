import { Trans } from '@lingui/react/macro';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { useCaseView } from './case-view.ts';

/** Why what was asked for did not happen; nothing where it did. */
export function AnswerAlert({ answer }: { answer: IssueAnswer | null }) {
  const { open } = useCaseView();
  if (answer === null || answer.ok) return null;
  if (answer.kind === 'refused') {
    const words = refusalWords(answer.refusal, open.standing);
    return <ErrorState title={words.sentence}>{words.wayOn}</ErrorState>;
  }
  return (
    <ErrorState title={<Trans>This could not be kept on this computer, so it was not sent.</Trans>}>
      {notKeptWords(answer.reason)}
    </ErrorState>
  );
}
