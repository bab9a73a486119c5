import { Checkbox, Fieldset, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { moneyText } from '../../words/figures.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
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
import { budgetCommand, budgetDraftSchema, emptyBudget, type BudgetDraft } from './budget-draft.ts';
import classes from './budget.module.css';
import { CalculationField } from './calculation-field.tsx';
import { tasksForBudget } from './budget-tasks.ts';

/** Sends a budget, or a new version of one, for approval: an amount, its calculation and the tasks it is for (domain.md §6.1). */
export function BudgetForm({ about: { revises, task }, onClose }: DialogProps<'submit-budget'>) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const { currency } = open.standing.settings;
  const earlier = open.content.case.budgets.find((each) => each.id === revises) ?? null;
  const draft = useDraft(draftKey(open, `budget/${revises ?? 'new'}`), emptyBudget(earlier, task), budgetDraftSchema);
  const seen = useSeen(earlier?.revision ?? null);
  const typed = readAmount(draft.value.amount, currency);
  const amount = typed.kind === 'read' ? typed.amount : null;
  const missing = useMissing(draft.value, amount);
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
      <Fields draft={draft} />
      {!earlier && <TaskChoice draft={draft} />}
      <CalculationField draft={draft} />
      <Comment draft={draft} />
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}

function useMissing({ description, comment, tasks, file }: BudgetDraft, amount: number | null): string | null {
  const { t } = useLingui();
  if (description.trim() === '') return t`Describe in a few words what the budget is for.`;
  if (amount === null || amount === 0) return t`Enter the amount, excluding material and VAT.`;
  if (tasks.length === 0) return t`Choose at least one task.`;
  if (file === null) return t`Add the calculation file: no budget is sent without it.`;
  return unkeptTextWords(description) ?? unkeptTextWords(comment);
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

function TaskChoice({ draft }: Part) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const tasks = tasksForBudget(open);
  const { settings } = open.standing;
  const several = (type: string) => tasks.filter((each) => each.type === type).length > 1;
  return (
    <Fieldset legend={t`Tasks it is for`} className={classes.tasks}>
      {tasks.length === 0 && <Trans>No task of your company waits for a budget now.</Trans>}
      {tasks.map((task) => {
        const chosen = draft.value.tasks.includes(task.id);
        const tasksNow = chosen
          ? draft.value.tasks.filter((each) => each !== task.id)
          : [...draft.value.tasks, task.id];
        const people = task.responsibles.map((each) => each.name).join(', ');
        const name = taskTypeName(task.type, settings);
        return (
          <Checkbox
            key={task.id}
            label={several(task.type) && people ? `${name} (${people})` : name}
            checked={chosen}
            onChange={() => draft.change({ tasks: tasksNow })}
          />
        );
      })}
    </Fieldset>
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
