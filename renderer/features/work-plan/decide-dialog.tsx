import { SegmentedControl, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { plural } from '@lingui/core/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  RestoredNote,
  SampledNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  type DialogProps,
  type Draft,
} from '../case/frame.ts';
import { DecidedItems } from './decided-items.tsx';
import {
  choiceSchema,
  chosenItems,
  decidingCommand,
  forwardingCommand,
  nothingChosen,
  type ChosenItems,
  type ItemsChoice,
} from './items-choice.ts';
import { LimitNote } from './limit-note.tsx';
import classes from './plan.module.css';

/** Decides on the items of a budget one by one: some at once, the others wait on (domain.md §15 right 8). */
export function DecideDialog({ about: { budget: id }, onClose }: DialogProps<'decide-work-items'>) {
  const { open } = useCaseView();
  const budget = open.content.case.budgets.find((each) => each.id === id);
  // It can vanish under the dialog, when the right to see budgets is withdrawn.
  return budget ? <Deciding budget={budget} onClose={onClose} /> : <Gone onClose={onClose} />;
}

function Deciding({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, `decide-work-items/${budget.id}`), nothingChosen, choiceSchema);
  const seen = useSeen(budget.revision);
  const [forwards, setForwards] = useState(false);
  const chosen = chosenItems(draft.value, open, budget);
  const forwarding = forwardingCommand(draft.value, budget);
  const mayForward = forecast({ open, now }, forwarding) === null;
  const isForward = forwards && mayForward;
  const command = isForward ? forwarding : decidingCommand(draft.value, open, budget);
  const isEmpty = chosen.approved.length + chosen.rejected.length === 0;
  const missing = useMissing(draft.value, chosen, isForward);
  return (
    <DecisionDialog
      title={<Trans>Decide on work items</Trans>}
      primary={isForward ? <Trans>Forward to {open.standing.portalName}</Trans> : deedWords(chosen)}
      destructive={!isForward && chosen.approved.length === 0 && chosen.rejected.length > 0}
      seen={seen}
      command={command}
      refusal={!isForward && isEmpty ? null : forecast({ open, now }, command)}
      missing={missing}
      width={980}
      focusContent
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.form}>
        {budget.comment !== '' && <q>{budget.comment}</q>}
        <LimitNote budget={budget} chosen={chosen} />
        {!isForward && chosen.approved.length > 0 && <SampledNote budget={budget} />}
        {mayForward && (
          <SegmentedControl
            aria-label={t`Your decision`}
            value={isForward ? 'forward' : 'decide'}
            onChange={(value) => setForwards(value === 'forward')}
            data={[
              { value: 'decide', label: t`Decide by item` },
              { value: 'forward', label: t`Forward what waits to the insurer` },
            ]}
          />
        )}
        {!isForward && <DecidedItems budget={budget} draft={draft} chosen={chosen} />}
        <Words part={isForward ? 'note' : chosen.rejected.length > 0 ? 'reason' : null} draft={draft} />
        <RestoredNote draft={draft} />
      </div>
    </DecisionDialog>
  );
}

function deedWords({ approved, rejected }: ChosenItems): string {
  const yes = plural(approved.length, { one: 'Approve # item', other: 'Approve # items' });
  const no = plural(rejected.length, { one: 'Reject # item', other: 'Reject # items' });
  const also = plural(rejected.length, { one: 'reject # item', other: 'reject # items' });
  if (rejected.length === 0) return yes;
  return approved.length === 0 ? no : `${yes}, ${also}`;
}

function useMissing(choice: ItemsChoice, { approved, rejected }: ChosenItems, isForward: boolean): string | null {
  const { t } = useLingui();
  if (isForward) return unkeptTextWords(choice.note);
  if (approved.length + rejected.length === 0) return t`Choose first what is approved and what is rejected.`;
  if (rejected.length === 0) return null;
  return choice.reason.trim() === '' ? t`Write the reason first: the office reads it.` : unkeptTextWords(choice.reason);
}

function Words({ part, draft }: { part: 'reason' | 'note' | null; draft: Draft<ItemsChoice> }) {
  const { t } = useLingui();
  if (part === null) return null;
  return (
    <Textarea
      // A field of its own for each: what was typed for one is not taken for the other.
      key={part}
      label={part === 'reason' ? t`Why these are rejected` : t`Note to the insurer`}
      required={part === 'reason'}
      maxLength={10_000}
      error={unkeptTextWords(draft.value[part])}
      value={draft.value[part]}
      onChange={(event) => draft.change({ [part]: event.currentTarget.value })}
      onBlur={draft.keep}
    />
  );
}

function Gone({ onClose }: { onClose: () => void }) {
  const seen = useSeen(null);
  const refusal = { code: 'case-not-found', grantor: 'nobody' } as const;
  return (
    <DecisionDialog
      title={<Trans>Decide on work items</Trans>}
      primary={<Trans>Approve</Trans>}
      seen={seen}
      refusal={refusal}
      onDecide={async () => ({ ok: false, kind: 'refused', refusal })}
      onDone={onClose}
      onClose={onClose}
    >
      <Trans>The budget is not shown to you any more.</Trans>
    </DecisionDialog>
  );
}
