import { SegmentedControl, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { FileRef } from '../../../shared/domain/document/document.ts';
import { moneyText } from '../../words/figures.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  DocumentPreview,
  type Draft,
  draftKey,
  forecast,
  RestoredNote,
  SampledNote,
  useCaseIssue,
  useCaseView,
  useDocumentBytes,
  useDraft,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import { BudgetFacts } from './budget-facts.tsx';
import classes from './budget.module.css';
import { decisionCommand, type DecisionWay } from './decision-way.ts';
import { HeadroomMeter } from './headroom-meter.tsx';

const decisionSchema = z.object({ reason: z.string(), note: z.string() });
const nothingTyped = { reason: '', note: '' };

/** Which words go with a way. */
const wordsFor = { reject: 'reason', forward: 'note' } as const;

/** Decides on a budget with its calculation open beside it: approve, reject, or forward what is above the limit. */
export function BudgetDecision({ about: { budget: id, way }, onClose }: DialogProps<'decide-budget'>) {
  const { open } = useCaseView();
  const budget = open.content.case.budgets.find((each) => each.id === id);
  // It can vanish under the dialog, when the right to see budgets is withdrawn.
  // One of work items has no calculation file: it is decided on item by item.
  return budget?.file ? (
    <Decision budget={budget} file={budget.file} asked={way ?? null} onClose={onClose} />
  ) : (
    <Gone onClose={onClose} />
  );
}

interface DecisionProps {
  readonly budget: Budget;
  readonly file: FileRef;
  /** What it was opened for. */
  readonly asked: DecisionWay | null;
  readonly onClose: () => void;
}

function Decision({ budget, file, asked, onClose }: DecisionProps) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, `decide-budget/${budget.id}`), nothingTyped, decisionSchema);
  const seen = useSeen(budget.revision);
  const ask = (way: DecisionWay) => forecast({ open, now }, decisionCommand(way, budget, draft.value));
  const above = ask('approve')?.code === 'limit-exceeded';
  const forwards = above && ask('forward') === null;
  const [chosen, setChosen] = useState(asked);
  const fitting = chosen === 'forward' && !above ? null : chosen;
  const way: DecisionWay = fitting ?? (forwards ? 'forward' : 'approve');
  // An approval without its calculation was not seen (design.md §11); it is here once the preview beside it shows it.
  const calculation = useDocumentBytes(file);
  const unseen = way === 'approve' && !calculation.data;
  const reasonMissing = way === 'reject' && draft.value.reason.trim() === '';
  const unkept = way === 'approve' ? null : unkeptTextWords(draft.value[wordsFor[way]]);
  const missing = reasonMissing
    ? t`Write the reason first: the office reads it.`
    : unseen
      ? t`Look at the calculation first: it is not on this computer yet.`
      : unkept;
  return (
    <DecisionDialog
      title={<Trans>Decide on the budget</Trans>}
      primary={<Deed way={way} budget={budget} />}
      destructive={way === 'reject'}
      seen={seen}
      command={decisionCommand(way, budget, draft.value)}
      refusal={ask(way)}
      missing={missing}
      width={940}
      focusContent
      onDecide={() => issue(decisionCommand(way, budget, draft.value), seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.decision}>
        <div className={classes.side}>
          <BudgetFacts budget={budget} />
          <HeadroomMeter budget={budget} />
          {way === 'approve' && <SampledNote budget={budget} />}
          <SegmentedControl
            fullWidth
            aria-label={t`Your decision`}
            value={way}
            onChange={(value) => setChosen(wayOf(value))}
            data={[
              { value: 'approve', label: t`Approve` },
              { value: 'reject', label: t`Reject` },
              ...(above ? [{ value: 'forward', label: t`Forward to insurer` }] : []),
            ]}
          />
          <Words way={way} draft={draft} />
          <RestoredNote draft={draft} />
        </div>
        <DocumentPreview file={file} />
      </div>
    </DecisionDialog>
  );
}

function Deed({ way, budget }: { way: DecisionWay; budget: Budget }): ReactNode {
  const { open } = useCaseView();
  const amount = moneyText(budget.money);
  const insurer = open.standing.portalName;
  if (way === 'reject') return <Trans>Reject budget</Trans>;
  return way === 'forward' ? <Trans>Forward to {insurer}</Trans> : <Trans>Approve {amount}</Trans>;
}

function Words({ way, draft }: { way: DecisionWay; draft: Draft<z.infer<typeof decisionSchema>> }) {
  const { t } = useLingui();
  if (way === 'approve') return null;
  const name = wordsFor[way];
  return (
    <Textarea
      // A field of its own for each way: what was typed for one is not taken for the other.
      key={name}
      label={way === 'reject' ? t`Reason` : t`Note to the insurer`}
      required={way === 'reject'}
      maxLength={10_000}
      error={unkeptTextWords(draft.value[name])}
      value={draft.value[name]}
      onChange={(event) => draft.change({ [name]: event.currentTarget.value })}
      onBlur={draft.keep}
    />
  );
}

function Gone({ onClose }: { onClose: () => void }) {
  const seen = useSeen(null);
  return (
    <DecisionDialog
      title={<Trans>Decide on the budget</Trans>}
      primary={<Trans>Approve</Trans>}
      seen={seen}
      refusal={{ code: 'case-not-found', grantor: 'nobody' }}
      onDecide={async () => ({ ok: false, kind: 'refused', refusal: { code: 'case-not-found', grantor: 'nobody' } })}
      onDone={onClose}
      onClose={onClose}
    >
      <Trans>The budget is not shown to you any more.</Trans>
    </DecisionDialog>
  );
}

function wayOf(value: string): DecisionWay {
  return value === 'reject' || value === 'forward' ? value : 'approve';
}
