import { t } from '@lingui/core/macro';
import type { CustomerAnswer, SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import { customerAnswers } from '../../../shared/domain/settlement/settlement.ts';
import { itemAllocations, type ItemAllocation } from '../../../shared/domain/work-plan/work-plan.ts';

const allocations: Readonly<Record<ItemAllocation, () => string>> = {
  partner: () => t`Partner`,
  cashOffer: () => t`Cash offer`,
  customerOwnWork: () => t`Customer's own work`,
};

/** By whom an item is done, in a word. */
export function allocationWords(allocation: ItemAllocation): string {
  return allocations[allocation]();
}

/** As what items went to the customer, inside a sentence; empty where a newer portal server says something else. */
export function settledAsWords(kind: string | undefined): string {
  const known = itemAllocations.find((each): each is SettlementKind => each === kind && each !== 'partner');
  if (!known) return '';
  return known === 'cashOffer' ? t`as a cash offer` : t`as the customer's own work`;
}

const answers: Readonly<Record<CustomerAnswer, () => string>> = {
  accepted: () => t`The customer accepted`,
  declined: () => t`The customer declined`,
  question: () => t`The customer has a question`,
};

/** What the customer said. */
export function answerWords(answer: CustomerAnswer): string {
  return answers[answer]();
}

/** The same of a line of the log; empty where a newer portal server says something else. */
export function answerOfLine(answer: string | undefined): string {
  const known = customerAnswers.find((each) => each === answer);
  return known ? answerWords(known) : '';
}
