import { Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { SubmitBudget } from '../../../shared/domain/budget/submit-budget.ts';
import type { BudgetId, TaskId } from '../../../shared/domain/ids.ts';
import { moneyText } from '../../words/figures.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  AmountField,
  DecisionDialog,
  type Draft,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import { budgetCommand, budgetDraftSchema, emptyBudget, refusedBudget, type BudgetDraft } from './budget-draft.ts';
import classes from './budget.module.css';
import { CalculationField } from './calculation-field.tsx';
import { OnBehalfNote } from './on-behalf-note.tsx';
import { TaskChoice } from './task-choice.tsx';
import { useRefusedBudgets } from './use-refused-budgets.ts';

/** Sends a budget, or a new version of one, for approval: an amount, its calculation and the tasks it is for (domain.md §6.1). */
export function BudgetForm({ about: { revises, task }, onClose }: DialogProps<'submit-budget'>) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const { currency } = open.standing.settings;
  const earlier = open.content.case.budgets.find((each) => each.id === revises) ?? null;
  const refused = useRefusedBudgets().find(({ input }) => isFor(input, revises, task));
  const start = refused ? refusedBudget(refused.input) : emptyBudget(earlier, task);
  const draft = useDraft(draftKey(open, `budget/${revises ?? 'new'}`), start, budgetDraftSchema);
  const seen = useSeen(earlier?.revision ?? null);
  const typed = readAmount(draft.value.amount, currency);
  const amount = typed.kind === 'read' ? typed.amount : null;
  const missing = useMissing(draft.value, amount, earlier !== null);
  const probe = budgetCommand(draft.value, { amount: amount ?? 1, currency }, revises);
  const shown = amount === null || amount === 0 ? null : moneyText({ amount, currency });
  const version = (earlier?.version ?? 0) + 1;
  return (
    <DecisionDialog
      title={earlier ? <Trans>New version of the budget</Trans> : <Trans>Budget for tasks</Trans>}
      primary={shown ? <Trans>Send {shown} for approval</Trans> : <Trans>Send for approval</Trans>}
      seen={seen}
      refusal={draft.value.tasks.length > 0 ? forecast({ open, now }, probe) : null}
      missing={missing}
      width={600}
      onDecide={() => issue(probe, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      {earlier && (
        <p className={classes.lead}>
          <Trans>It becomes version {version} and is sent for approval again.</Trans>{' '}
          {earlier.approvals.length > 0 && <Trans>The approved amount holds until then.</Trans>}
        </p>
      )}
      <OnBehalfNote tasks={draft.value.tasks} />
      <Fields draft={draft} />
      {earlier ? <Reason draft={draft} /> : <TaskChoice draft={draft} />}
      <CalculationField draft={draft} />
      <Comment draft={draft} />
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}

function useMissing(
  { description, comment, reason, tasks, file }: BudgetDraft,
  amount: number | null,
  revises: boolean,
): string | null {
  const { t } = useLingui();
  if (description.trim() === '') return t`Describe in a few words what the budget is for.`;
  if (amount === null || amount === 0) return t`Enter the amount, excluding material and VAT.`;
  if (revises && reason.trim() === '') return t`Write why it changes: whoever decides reads it.`;
  if (tasks.length === 0) return t`Choose at least one task.`;
  if (file === null) return t`Add the calculation file: no budget is sent without it.`;
  return unkeptTextWords(description) ?? unkeptTextWords(reason) ?? unkeptTextWords(comment);
}

interface Part {
  readonly draft: Draft<BudgetDraft>;
}

function Fields({ draft }: Part) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { currency } = open.standing.settings;
  return (
    <div className={classes.fields}>
      <TextInput
        label={t`Description`}
        required
        data-autofocus
        maxLength={200}
        error={unkeptTextWords(draft.value.description)}
        value={draft.value.description}
        onChange={(event) => draft.change({ description: event.currentTarget.value })}
        onBlur={draft.keep}
      />
      <AmountField
        label={t`Amount in ${currency}`}
        description={t`Excluding material and VAT`}
        required
        currency={currency}
        value={draft.value.amount}
        onChange={(amount) => draft.change({ amount })}
        onBlur={draft.keep}
      />
    </div>
  );
}

/** Is it what was refused of this: the same budget anew, or a new one for the same task? */
function isFor(input: SubmitBudget, revises: BudgetId | null, task: TaskId | null): boolean {
  return input.revises === revises && (revises !== null || task === null || input.tasks.includes(task));
}

function Reason({ draft }: Part) {
  const { t } = useLingui();
  return (
    <Textarea
      label={t`Reason for the change`}
      required
      maxLength={10_000}
      error={unkeptTextWords(draft.value.reason)}
      value={draft.value.reason}
      onChange={(event) => draft.change({ reason: event.currentTarget.value })}
      onBlur={draft.keep}
    />
  );
}

function Comment({ draft }: Part) {
  const { t } = useLingui();
  return (
    <Textarea
      label={t`Comment`}
      maxLength={10_000}
      error={unkeptTextWords(draft.value.comment)}
      value={draft.value.comment}
      onChange={(event) => draft.change({ comment: event.currentTarget.value })}
      onBlur={draft.keep}
    />
  );
}
