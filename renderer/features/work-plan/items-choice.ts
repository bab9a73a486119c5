import { z } from 'zod';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import { addedByItems, waitingItems } from '../../../shared/domain/work-plan/items-decided.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** What is meant with each item of a budget, as far as it was chosen; the others wait on. */
export const choiceSchema = z.object({
  choices: z.record(z.string(), z.enum(['approve', 'reject'])),
  reason: z.string(),
  note: z.string(),
});

export type ItemsChoice = z.infer<typeof choiceSchema>;

export const nothingChosen: ItemsChoice = { choices: {}, reason: '', note: '' };

/** The items that a choice was made for, of those that still wait. */
export interface ChosenItems {
  readonly approved: readonly WorkItemId[];
  readonly rejected: readonly WorkItemId[];
  readonly waiting: readonly WorkItemId[];
}

export function chosenItems({ choices }: ItemsChoice, { content }: OpenCase, budget: Budget): ChosenItems {
  const waiting = waitingItems(content.case, budget);
  return {
    approved: waiting.filter((id) => choices[id] === 'approve'),
    rejected: waiting.filter((id) => choices[id] === 'reject'),
    waiting,
  };
}

/** Some items with one choice, the others as they were. */
export function withChoice(
  { choices }: ItemsChoice,
  ids: readonly WorkItemId[],
  choice: 'approve' | 'reject' | null,
): Pick<ItemsChoice, 'choices'> {
  const kept = Object.entries(choices).filter(([id]) => !ids.includes(id));
  return { choices: Object.fromEntries([...kept, ...(choice ? ids.map((id) => [id, choice] as const) : [])]) };
}

/** The decision on what was chosen: with the money that the approved items add to what is in force. */
export function decidingCommand(choice: ItemsChoice, open: OpenCase, budget: Budget): CaseCommand {
  const { approved, rejected } = chosenItems(choice, open, budget);
  const { id, version, money } = budget;
  const reason = rejected.length > 0 ? choice.reason.trim() : '';
  const amount = addedByItems(open.content.case, approved);
  return {
    name: 'decide-work-items',
    input: { budget: id, version, money: { ...money, amount }, approved, rejected, reason },
  };
}

/** Sends what still waits of a budget on to the insurer. */
export function forwardingCommand({ note }: ItemsChoice, { id, version }: Budget): CaseCommand {
  return { name: 'forward-budget', input: { budget: id, version, note: note.trim() } };
}
