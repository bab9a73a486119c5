import { Trans } from '@lingui/react/macro';
import type { Task } from '../../../shared/domain/task/task.ts';
import { owingWords } from '../../words/status-words.ts';
import classes from './task-list.module.css';

/** What a task waits for: the question, by whom, and who owes the answer. */
export function Asked({ task: { inquiry, inquiryText } }: { readonly task: Task }) {
  const owedBy = inquiry && owingWords(inquiry.owedBy);
  return (
    <>
      {owedBy && (
        <p className={classes.owed}>
          <Trans>Owed by: {owedBy}. The clock stands still until it is given.</Trans>
        </p>
      )}
      {inquiryText && (
        <p className={classes.back}>
          <Trans>{inquiryText.by.name} asks:</Trans> <q>{inquiryText.question}</q>
        </p>
      )}
    </>
  );
}

/** The last question about a task and its answer, and why it was handed back, as far as the viewer reads them. */
export function SaidOfTask({ task }: { readonly task: Task }) {
  const { status, inquiry, inquiryText, handedBack } = task;
  const answer = inquiryText?.answer;
  return (
    <>
      {(inquiry ?? inquiryText) && status !== 'A' && <Asked task={task} />}
      {answer && status !== 'A' && (
        <p className={classes.back}>
          <Trans>{answer.by.name} answered:</Trans> <q>{answer.text}</q>
        </p>
      )}
      {handedBack && status === 'C' && (
        <p className={classes.back}>
          <Trans>
            {handedBack.by.name} ended the work of {handedBack.office}:
          </Trans>{' '}
          <q>{handedBack.reason}</q>
        </p>
      )}
    </>
  );
}
