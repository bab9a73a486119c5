import { Radio, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { z } from 'zod';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { owingSides, type OwingSide } from '../../../shared/domain/task/task.ts';
import { owingWords } from '../../words/status-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  type DialogProps,
} from '../case/frame.ts';
import classes from './task-dialog.module.css';

const schema = z.object({ owedBy: z.enum(owingSides).nullable(), question: z.string() });
const untouched = { owedBy: null, question: '' };

/** It overwrites nothing: what it needs is a status. */
const nothingSeen = { changed: null, lookAgain: () => undefined };

/** Asks for information that a task waits for: who owes it, and what is wanted. */
export function AskInformationDialog({ about: { task: id }, onClose }: DialogProps<'ask-information'>) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  const draft = useDraft(draftKey(open, `ask-information/${id}`), untouched, schema);
  const { owedBy } = draft.value;
  const question = draft.value.question.trim();
  const unkept = unkeptTextWords(question);
  const input = { task: id, owedBy: owedBy ?? 'insurer', question };
  const command: CaseCommand = { name: 'ask-information', input };
  const missing = owedBy === null ? t`Choose who owes the information first.` : t`Write what you need to know first.`;
  return (
    <DecisionDialog
      title={<Trans>Ask for information about {name}</Trans>}
      primary={<Trans>Ask</Trans>}
      seen={nothingSeen}
      command={command}
      refusal={forecast({ open, now }, command)}
      missing={owedBy !== null && question ? unkept : missing}
      onDecide={() => issue(command, null)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div>
        <Trans>The task waits for the answer, and its clock stands still meanwhile.</Trans>
      </div>
      <Radio.Group
        label={t`Who owes it`}
        value={owedBy}
        onChange={(value) => draft.change({ owedBy: owingSides.find((each) => each === value) ?? null })}
      >
        <div className={classes.choices}>
          {owingSides.map((side, index) => (
            <Radio
              key={side}
              value={side}
              label={owingWords(side)}
              description={<Owes side={side} />}
              data-autofocus={index === 0 || undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t`What you need to know`}
        required
        maxLength={10_000}
        autosize
        minRows={3}
        error={unkept}
        value={draft.value.question}
        onChange={(event) => draft.change({ question: event.currentTarget.value })}
        onBlur={draft.keep}
      />
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}

/** Who is told, and who answers. */
function Owes({ side }: { readonly side: OwingSide }) {
  const { open } = useCaseView();
  const { portalName } = open.standing;
  if (side === 'insurer') return <Trans>{portalName} is told and answers.</Trans>;
  if (side === 'partner') return <Trans>The office that has the task is told and answers.</Trans>;
  return (
    <Trans>
      The customer has no account here: who speaks with the customer, the office or who decides on the task, writes down
      the answer.
    </Trans>
  );
}
