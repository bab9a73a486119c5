import { Textarea } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { z } from 'zod';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import { addedBy, valuesOf } from '../../../shared/domain/work-plan/plan-items.ts';
import type { WorkItem } from '../../../shared/domain/work-plan/work-plan.ts';
import { amountText, moneyText } from '../../words/figures.ts';
import { statusWords } from '../../words/status-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';
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
import classes from './plan.module.css';

const commentSchema = z.object({ comment: z.string() });
const noComment = { comment: '' };

/** Sends a selection of items for approval, which makes a budget of them: what goes, what it comes to, and what follows. */
export function SubmitDialog({ about: { items: seen }, onClose }: DialogProps<'submit-work-items'>) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, 'submit-work-items'), noComment, commentSchema);
  // An item that somebody changed under the dialog is looked at again with all others.
  const [revisions, setRevisions] = useState(seen);
  const named = new Set(seen.map(({ id }) => id));
  const items = (open.content.case.workItems ?? []).filter(({ id }) => named.has(id));
  const isOther = items.some(({ id, revision }) => revisions.find((each) => each.id === id)?.revision !== revision);
  const comment = draft.value.comment.trim();
  const command: CaseCommand = { name: 'submit-work-items', input: { items: revisions, comment } };
  return (
    <DecisionDialog
      title={<Trans>Submit work items</Trans>}
      primary={<Plural value={items.length} one="Submit # item" other="Submit # items" />}
      command={command}
      seen={{
        changed: isOther ? { revision: null, by: null, at: null } : null,
        lookAgain: () => setRevisions(items.map(({ id, revision }) => ({ id, revision }))),
      }}
      refusal={isOther ? null : forecast({ open, now }, command)}
      missing={unkeptTextWords(comment)}
      width={720}
      onDecide={() => issue(command, revisionsOf(open.content.case, command))}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.form}>
        <Going items={items} />
        <Textarea
          label={t`Comment`}
          description={t`Read by who decides`}
          maxLength={10_000}
          error={unkeptTextWords(draft.value.comment)}
          value={draft.value.comment}
          onChange={(event) => draft.change({ comment: event.currentTarget.value })}
          onBlur={draft.keep}
        />
        <RestoredNote draft={draft} />
      </div>
    </DecisionDialog>
  );
}

/** What is sent, what it comes to, and what becomes of the tasks. */
function Going({ items }: { items: readonly WorkItem[] }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { settings } = open.standing;
  const { currency } = settings;
  const values = valuesOf(open.content.case);
  const amounts = items.map(({ id }) => values.get(id)?.amount ?? 0);
  const sum = moneyText({ amount: amounts.reduce((one, other) => one + other, 0), currency });
  const adds = items.reduce((total, { id }) => {
    const value = values.get(id);
    return total + (value ? addedBy(value) : 0);
  }, 0);
  const added = moneyText({ amount: adds, currency });
  const tasks = open.content.case.tasks.filter(({ id }) => items.some(({ task }) => task === id));
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={t`What is submitted`}>
          <thead>
            <tr>
              <th scope="col">{t`Work`}</th>
              <th scope="col" data-figure>{t`Quantity`}</th>
              <th scope="col" data-figure>{t`Amount, ${currency}`}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, text, unit, amountOf }, at) => (
              <tr key={id}>
                <td>{text}</td>
                <td data-figure>{`${quantityText(amountOf)} ${unit}`}</td>
                <td data-figure>{amountText({ amount: amounts[at] ?? 0, currency })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.whole}>
        <Trans>Together {sum}</Trans>
        {added !== sum && (
          <span className={classes.beside}>
            <Trans>{added} more than what is approved</Trans>
          </span>
        )}
      </p>
      <ul className={classes.follows}>
        {tasks.map((task) => {
          const { id, type, status } = task;
          const name = taskTypeName(type, settings);
          const after = status === '3' || status === '3-' ? '3-' : 'B';
          const { word } = statusWords({ ...task, status: after });
          return <li key={id}>{after === status ? t`${name} stays: ${word}` : t`${name} becomes: ${word}`}</li>;
        })}
      </ul>
    </>
  );
}
