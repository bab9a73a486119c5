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
  useCaseIssue,
  useCaseView,
  useDocumentBytes,
  useDraft,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { BudgetFacts } from './budget-facts.tsx';
import classes from './budget.module.css';
import { HeadroomMeter } from './headroom-meter.tsx';

const decisionSchema = z.object({ reason: z.string(), note: z.string() });
const nothingTyped = { reason: '', note: '' };

type Way = 'approve' | 'reject' | 'forward';

/** Which words go with a way. */
const wordsFor = { reject: 'reason', forward: 'note' } as const;

/** Decides on a budget with its calculation open beside it: approve, reject, or forward what is above the limit. */
export function BudgetDecision({ about: { budget: id }, onClose }: DialogProps<'decide-budget'>) {
  const { open } = useCaseView();
  const budget = open.content.case.budgets.find((each) => each.id === id);
  // It can vanish under the dialog, when the right to see budgets is withdrawn.
  // One of work items has no calculation file: it is decided on item by item.
  return budget?.file ? <Decision budget={budget} file={budget.file} onClose={onClose} /> : <Gone onClose={onClose} />;
}

function Decision({ budget, file, onClose }: { budget: Budget; file: FileRef; onClose: () => void }) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, `decide-budget/${budget.id}`), nothingTyped, decisionSchema);
  const seen = useSeen(budget.revision);
  const ask = (way: Way) => forecast({ open, now }, commandFor(way, budget, draft.value));
  const above = ask('approve')?.code === 'limit-exceeded';
  const forwards = above && ask('forward') === null;
  const [chosen, setChosen] = useState<Way | null>(null);
  const way: Way = chosen ?? (forwards ? 'forward' : 'approve');
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
      command={commandFor(way, budget, draft.value)}
      refusal={ask(way)}
      missing={missing}
      width={940}
      focusContent
      onDecide={() => issue(commandFor(way, budget, draft.value), seen.revision)}
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

function Deed({ way, budget }: { way: Way; budget: Budget }): ReactNode {
  const { open } = useCaseView();
  const amount = moneyText(budget.money);
  const insurer = open.standing.portalName;
  if (way === 'reject') return <Trans>Reject budget</Trans>;
  return way === 'forward' ? <Trans>Forward to {insurer}</Trans> : <Trans>Approve {amount}</Trans>;
}

function Words({ way, draft }: { way: Way; draft: Draft<z.infer<typeof decisionSchema>> }) {
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

function commandFor(way: Way, budget: Budget, typed: z.infer<typeof decisionSchema>): CaseCommand {
  const of = { budget: budget.id, version: budget.version };
  if (way === 'reject') return { name: 'reject-budget', input: { ...of, reason: typed.reason.trim() } };
  if (way === 'forward') return { name: 'forward-budget', input: { ...of, note: typed.note.trim() } };
  return { name: 'approve-budget', input: { ...of, money: budget.money } };
}

function wayOf(value: string): Way {
  return value === 'reject' || value === 'forward' ? value : 'approve';
}
