import { z } from 'zod';
import { fileSchema } from '../../../shared/contract/parts.ts';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { SubmitBudget } from '../../../shared/domain/budget/submit-budget.ts';
import type { BudgetId, TaskId } from '../../../shared/domain/ids.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { amountText } from '../../words/figures.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';

/** A budget as it is being written: the amount as typed, the file already kept by the desk. */
export const budgetDraftSchema = z.object({
  description: z.string(),
  amount: z.string(),
  tasks: z.array(z.string()),
  file: fileSchema.nullable(),
  comment: z.string(),
  // Drafts of before versions had a reason have none.
  reason: z.string().default(''),
});

export type BudgetDraft = z.infer<typeof budgetDraftSchema>;

/** What the form begins with: nothing, or the earlier version without its calculation. */
export function emptyBudget(earlier: Budget | null, task: TaskId | null): BudgetDraft {
  if (!earlier) return { description: '', amount: '', tasks: task ? [task] : [], file: null, comment: '', reason: '' };
  return {
    description: earlier.description,
    amount: amountText(earlier.money),
    tasks: [...earlier.tasks],
    file: null,
    comment: '',
    reason: '',
  };
}

/** The form with what was refused in it, calculation and all. */
export function refusedBudget({ description, money, tasks, file, comment, reason = '' }: SubmitBudget): BudgetDraft {
  return { description, amount: amountText(money), tasks: [...tasks], file, comment, reason };
}

/** The command; where the file is still missing a placeholder stands in, so that the rules can be asked before. */
export function budgetCommand(draft: BudgetDraft, money: Money, revises: BudgetId | null): CaseCommand {
  const file = draft.file ?? { file: 'none', name: '', size: 0, sha256: '', mediaType: '' };
  const { tasks, description, comment } = draft;
  const reason = draft.reason.trim();
  return {
    name: 'submit-budget',
    input: {
      tasks,
      description: description.trim(),
      money,
      file,
      comment: comment.trim(),
      revises,
      ...(revises === null || reason === '' ? {} : { reason }),
    },
  };
}
