import type { LogDraft } from '../case/log-lines.ts';
import { personRef } from '../member/standing.ts';
import type { WorkItemId } from '../ids.ts';
import { withoutPlans } from '../work-plan/edit-work-plan.ts';
import { mayTakeBack } from './may-settle.ts';
import { stepOfBack } from './return-items.ts';
import type { RecordCustomerAnswer } from './settle-inputs.ts';
import { replacedSettlement, settlementPage, type SettlementQuestion } from './settlement-page.ts';
import { linesOfBack, takenBack, toldOfBack } from './take-back.ts';

/** The page of `record-customer-answer`: a no gives every item back to its partner (domain.md §15 right 15). */
export const recordCustomerAnswer = settlementPage<RecordCustomerAnswer>({
  authority: 'cash.allTasks',
  rights: ['ownwork.beforeApproval'],
  ...stepOfBack,
  may: (asked) => mayTakeBack(asked, asked.settlement.kind),
  check: withoutPlans,
  apply: (asked, { answer, note }) => {
    const { settlement, standing, stamp } = asked;
    const said = { answer, note, by: personRef(standing), at: stamp.at };
    if (answer === 'declined') return takenBack(asked, itemsIn(asked), { because: 'declined', reason: note }, said);
    return { settlements: replacedSettlement(asked, { ...settlement, answer: said, revision: stamp.id }) };
  },
  log: (asked, { answer }) => {
    const { settlement, standing } = asked;
    // What the customer said is for who handles the case; its partners are told what is theirs again.
    const facts = { answer, kind: settlement.kind };
    const said: LogDraft = { what: 'customer-answered', facts, company: standing.company };
    return answer === 'declined' ? [said, ...linesOfBack(asked, itemsIn(asked), '')] : [said];
  },
  tells: (asked, { answer }) => (answer === 'declined' ? toldOfBack(asked, itemsIn(asked)) : []),
});

function itemsIn({ settlement: { items } }: SettlementQuestion): readonly WorkItemId[] {
  return items.map(({ item }) => item);
}
