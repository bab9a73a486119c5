import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import type { CustomerAnswer, Settlement } from '../../../shared/domain/settlement/settlement.ts';

/** Approves what a provisional settlement adds, as it is seen. */
export function bindCommand({ id, revision, adds, currency }: Settlement): CaseCommand {
  return { name: 'bind-settlement', input: { settlement: id, revision, money: { amount: adds, currency } } };
}

/** Gives items of a settlement back to the partner. */
export function returnCommand({ id, revision }: Settlement, items: readonly WorkItemId[], reason: string): CaseCommand {
  return { name: 'return-items', input: { settlement: id, revision, items, reason: reason.trim() } };
}

/** Writes down what the customer said. */
export function answerCommand({ id, revision }: Settlement, answer: CustomerAnswer, note: string): CaseCommand {
  return { name: 'record-customer-answer', input: { settlement: id, revision, answer, note: note.trim() } };
}
