import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { decideCase } from '../../../shared/domain/command-book.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import type { CaseView } from '../case/frame.ts';
import { approvalOf } from './decision-way.ts';

/** A budget of several, and why it would not be approved; null where it would. */
export interface DryLine {
  readonly budget: Budget;
  readonly refusal: Refusal | null;
}

/** What would become of each, one after the other, by the rules that decide it: each against what the ones before leave of the limit. */
export function dryRun({ open, now }: Pick<CaseView, 'open' | 'now'>, budgets: readonly Budget[]): readonly DryLine[] {
  if (budgets.length === 0) return [];
  const { standing, directory, content } = open;
  const command = approvalOf(budgets);
  const stamp = { id: 'forecast', at: now, receivedAt: null, basedOn: revisionsOf(content.case, command) };
  const decision = decideCase({ actor: standing, directory, case: content.case, stamp }, command);
  const fates = decision.kind === 'undecided' ? [] : (decision.items ?? []);
  return budgets.map((budget) => {
    const fate = fates.find(({ item }) => item === budget.id);
    return { budget, refusal: fate?.kind === 'refused' ? fate.refusal : null };
  });
}
