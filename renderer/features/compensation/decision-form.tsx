import { Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { compensationResults, resultOf } from '../../../shared/domain/compensation/compensation.ts';
import { decidesByPart } from '../../../shared/domain/compensation/compensation-settings.ts';
import { mainInspection } from '../../../shared/domain/compensation/compensation-page.ts';
import { isEarly } from '../../../shared/domain/compensation/decide-compensation.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { resultWords } from '../../words/compensation/compensation-words.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeenItems,
  type DialogProps,
  type Draft,
} from '../case/frame.ts';
import {
  decisionDraftSchema,
  decisionInput,
  draftResult,
  emptyDecision,
  type DecisionDraft,
} from './decision-draft.ts';
import classes from './decision.module.css';
import { EarlyWarning } from './early-warning.tsx';
import { PartsEditor } from './parts-editor.tsx';
import { ResultNote } from './result-note.tsx';
import { useMissing } from './use-missing.ts';
import { WhatIsSeen } from './what-is-seen.tsx';

/** Decides on the compensation: part by part with the result that follows, or as a whole (domain.md §9). */
export function DecisionForm({ onClose }: DialogProps<'decide-compensation'>) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, 'decide-compensation'), emptyDecision(open), decisionDraftSchema);
  const [confirmed, setConfirmed] = useState(false);
  const task = mainInspection(open.content.case);
  // What was meant stays what was meant: an inspection that is done meanwhile is looked at again.
  const [early] = useState(task !== undefined && isEarly(task));
  const command: CaseCommand = { name: 'decide-compensation', input: decisionInput(draft.value, open, task, early) };
  const seen = useSeenItems(command);
  const missing = useMissing(draft.value, confirmed);
  const { word } = resultWords(draftResult(draft.value));
  const byPart = decidesByPart(open.standing.settings);
  return (
    <DecisionDialog
      title={early ? <Trans>Decide on the compensation early</Trans> : <Trans>Decide on the compensation</Trans>}
      primary={<Trans>Decide: {word}</Trans>}
      destructive={draftResult(draft.value) === 'rejected'}
      seen={seen}
      command={command}
      refusal={byPart && draft.value.parts.length === 0 ? null : forecast({ open, now }, command)}
      missing={missing}
      width={860}
      onDecide={() => issue(command, seen.revisions)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.form}>
        {early && task && <EarlyWarning task={task} />}
        <WhatIsSeen />
        {byPart || draft.value.parts.length > 0 ? <PartsEditor draft={draft} /> : <WholeResult draft={draft} />}
        <ResultNote
          result={byPart && draft.value.parts.length === 0 ? null : draftResult(draft.value)}
          parts={draft.value.parts}
        />
        <Words draft={draft} />
        <RestoredNote draft={draft} />
        <Checkbox
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
          label={
            early ? (
              <Trans>I decide although the inspection is not done. Only the insurer can take the decision back.</Trans>
            ) : (
              <Trans>I have checked what was reported. Only the insurer can take the decision back.</Trans>
            )
          }
        />
      </div>
    </DecisionDialog>
  );
}

interface Part {
  readonly draft: Draft<DecisionDraft>;
}

/** Where a portal has no parts the result is set. */
function WholeResult({ draft }: Part) {
  const { t } = useLingui();
  return (
    <SegmentedControl
      fullWidth
      aria-label={t`Decision`}
      value={draft.value.whole}
      onChange={(value) => {
        const whole = compensationResults.find((each) => each === value);
        if (whole) draft.change({ whole });
      }}
      data={compensationResults.map((value) => ({ value, label: resultWords(value).word }))}
    />
  );
}

/** Reasons, what the customer reads, and on whose authority it is decided. */
function Words({ draft }: Part) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const insurer = open.standing.portalName;
  const followed = resultOf(draft.value.parts) !== null;
  return (
    <>
      <Textarea
        label={followed ? t`Reasons beside those of the parts` : t`Reasons`}
        description={t`Read by who decides and who handles the case, and printed in the letter`}
        required={!followed}
        maxLength={10_000}
        error={unkeptTextWords(draft.value.reason)}
        value={draft.value.reason}
        onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        onBlur={draft.keep}
      />
      <Textarea
        label={t`Text to the customer`}
        description={t`Stands in the letter, before the parts`}
        maxLength={10_000}
        error={unkeptTextWords(draft.value.customerText)}
        value={draft.value.customerText}
        onChange={(event) => draft.change({ customerText: event.currentTarget.value })}
        onBlur={draft.keep}
      />
      <TextInput
        label={t`On whose authority`}
        description={t`As the letter is signed; usually ${insurer}`}
        required
        maxLength={200}
        error={unkeptTextWords(draft.value.authority)}
        value={draft.value.authority}
        onChange={(event) => draft.change({ authority: event.currentTarget.value })}
        onBlur={draft.keep}
      />
    </>
  );
}
