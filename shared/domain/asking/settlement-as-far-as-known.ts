import type { Case } from '../case/case.ts';
import type { CaseQuestion } from '../decision.ts';
import { sheetFor } from '../settlement/make-settlement.ts';
import { settlementSheet } from '../settlement/settlement-sheet.ts';
import { settlementsOf, type Settlement, type SettlementKind } from '../settlement/settlement.ts';

/** The settlement that a person would decide on: of those that wait the one that binds most, else any in force. */
export function settlementAsFarAsKnown(subject: Case): Settlement | undefined {
  const inForce = settlementsOf(subject).filter(({ state }) => state !== 'ended');
  const waiting = ({ state, adds }: Settlement): number => (state === 'provisional' ? adds : 0);
  return inForce.toSorted((one, other) => waiting(other) - waiting(one))[0];
}

/** What a person would give to the customer as this: all that is still the partners'. */
export function settlingAsFarAsKnown(question: CaseQuestion, kind: SettlementKind) {
  const { workItems = [] } = question.case;
  const items = workItems.filter(({ allocation }) => allocation === 'partner');
  const entered = { deductible: 0, ageDeductions: [], hours: [], agreed: true, consent: true };
  const amount = settlementSheet(sheetFor(question, items, { kind, entered })).result;
  return {
    kind,
    items: items.map(({ id, revision }) => ({ id, revision })),
    entered,
    result: { amount, currency: question.standing.settings.currency },
  };
}
