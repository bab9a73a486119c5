import type { Case } from '../case/case.ts';
import type { As } from '../case/case-page.ts';
import type { LogDraft } from '../case/log-lines.ts';
import type { Told } from '../decision.ts';
import { createdId, type WorkItemId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { replacing } from '../work-plan/plan-items.ts';
import { byCompany, enteredFor } from './make-settlement.ts';
import { tasksGoingOn, toldOffices } from './settled-tasks.ts';
import { replacedSettlement, type SettlementQuestion } from './settlement-page.ts';
import { settlementSheet } from './settlement-sheet.ts';
import type { Settlement, SettlementEnd } from './settlement.ts';

/** What becomes of the items that come back, and of the settlement that they were in. */
export type TakenBack = Pick<Case, 'tasks' | 'workItems' | 'settlements'>;

/**
 * A case with items of a settlement back at their partners. The settlement has ended, with what it was; what remains of it
 * is another one that follows it.
 */
export function takenBack(
  asked: SettlementQuestion & As,
  ids: readonly WorkItemId[],
  why: Pick<SettlementEnd, 'because' | 'reason'>,
  answer = asked.settlement.answer,
): TakenBack {
  const { case: subject, settlement, standing, stamp } = asked;
  const { workItems = [], budgets } = subject;
  const back = workItems.filter(({ id }) => ids.includes(id));
  const after = replacing(
    workItems,
    back.map((item) => ({ ...item, allocation: 'partner', revision: stamp.id })),
  );
  const ended = { ...why, by: personRef(standing), at: stamp.at };
  const before = replacedSettlement(asked, { ...settlement, state: 'ended', answer, ended, revision: stamp.id });
  const follows = successor(asked, ids);
  const tasks = [...new Set(back.map(({ task }) => task))];
  return {
    workItems: after,
    settlements: follows ? [...before, follows] : before,
    tasks: tasksGoingOn(asked, tasks, { workItems: after, budgets }),
  };
}

/** Tells each company how many of its items came back. */
export function linesOfBack(
  { settlement: { items, kind } }: SettlementQuestion,
  ids: readonly WorkItemId[],
  reason: string,
): readonly LogDraft[] {
  return byCompany(items.filter(({ item }) => ids.includes(item))).map(({ company, items: own }) => ({
    what: 'items-returned',
    facts: { kind, count: String(own.length), ...(reason === '' ? {} : { reason }) },
    company,
    item: company,
  }));
}

/** Tells the offices that have the work again. */
export function toldOfBack(
  { settlement, case: subject }: SettlementQuestion,
  ids: readonly WorkItemId[],
): readonly Told[] {
  const tasks = new Set(settlement.items.filter(({ item }) => ids.includes(item)).map(({ task }) => task));
  return toldOffices(
    subject.tasks.filter(({ id }) => tasks.has(id)),
    () => 'items-returned',
  );
}

/**
 * What remains is worked out anew by what was entered and by the rules of then. It stays bound as far as it was; where it
 * would bind more, as where all trips together are paid with one sum, it waits again.
 */
function successor(asked: SettlementQuestion & As, ids: readonly WorkItemId[]): Settlement | null {
  const { settlement, stamp, standing, as } = asked;
  const items = settlement.items.filter(({ item }) => !ids.includes(item));
  if (items.length === 0) return null;
  const of = { ...settlement, items, entered: enteredFor(settlement.entered, items) };
  const { result, adds } = settlementSheet(of);
  const { bound } = settlement;
  const binding = adds <= (bound?.amount ?? 0);
  return {
    ...of,
    id: createdId<'settlement'>(stamp.id),
    result,
    adds,
    state: binding ? 'binding' : 'provisional',
    by: personRef(standing),
    as,
    at: stamp.at,
    bound: binding && bound && adds > 0 ? { ...bound, amount: adds } : null,
    // Another amount is another offer.
    answer: null,
    ended: null,
    follows: settlement.id,
    revision: stamp.id,
  };
}
