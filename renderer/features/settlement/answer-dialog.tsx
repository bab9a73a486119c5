import { Radio, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { z } from 'zod';
import { customerAnswers, type Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { answerWords } from '../../words/settlement/settlement-words.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import { findSettlement } from './find-settlement.ts';
import { GoneSettlement } from './gone-settlement.tsx';
import { answerCommand } from './settlement-commands.ts';
import classes from './settlement.module.css';

const answerSchema = z.object({ answer: z.enum(customerAnswers).nullable(), note: z.string() });
const noAnswer: z.infer<typeof answerSchema> = { answer: null, note: '' };

/** Writes down what the customer said to a settlement. */
export function AnswerDialog({ about: { settlement: id }, onClose }: DialogProps<'customer-answer'>) {
  const { open } = useCaseView();
  const settlement = findSettlement(open, id);
  return settlement ? <Answering settlement={settlement} onClose={onClose} /> : <GoneSettlement onClose={onClose} />;
}

function Answering({ settlement, onClose }: { readonly settlement: Settlement; readonly onClose: () => void }) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, `customer-answer/${settlement.id}`), noAnswer, answerSchema);
  const seen = useSeen(settlement.revision);
  const { answer, note } = draft.value;
  const command = answerCommand(settlement, answer ?? 'accepted', note);
  return (
    <DecisionDialog
      title={<Trans>Record the customer's answer</Trans>}
      primary={answer === null ? <Trans>Record the answer</Trans> : answerWords(answer)}
      destructive={answer === 'declined'}
      command={command}
      seen={seen}
      refusal={forecast({ open, now }, command)}
      missing={answer === null ? t`Choose first what the customer said.` : unkeptTextWords(note)}
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group
        label={t`What the customer said`}
        value={answer}
        onChange={(value) => draft.change({ answer: customerAnswers.find((each) => each === value) ?? null })}
      >
        <div className={classes.choices}>
          {customerAnswers.map((each) => (
            <Radio key={each} value={each} label={answerWords(each)} />
          ))}
        </div>
      </Radio.Group>
      {answer === 'declined' && (
        <p className={classes.provisional} role="status">
          <Trans>All its items go back to the partner, as they were; the partner is told.</Trans>
        </p>
      )}
      <Textarea
        label={t`Note`}
        maxLength={10_000}
        error={unkeptTextWords(note)}
        value={note}
        onChange={(event) => draft.change({ note: event.currentTarget.value })}
        onBlur={draft.keep}
      />
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}
