import type { Case } from '../case/case.ts';
import { casePage, type As } from '../case/case-page.ts';
import type { LogDraft } from '../case/log-lines.ts';
import { ownCompanyFlag, tellDeciders, type CaseQuestion, type Told } from '../decision.ts';
import { createdId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { stale } from '../overwriting.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Task } from '../task/task.ts';
import { blockedBy } from '../work-plan/blocked-by.ts';
import { budgetsLeft } from '../work-plan/budgets-left.ts';
import { withoutPlans } from '../work-plan/edit-work-plan.ts';
import { replacing, valuesOf } from '../work-plan/plan-items.ts';
import type { WorkItem } from '../work-plan/work-plan.ts';
import { byCompany, settledItems, sheetFor } from './make-settlement.ts';
import { maySettle } from './may-settle.ts';
import type { SettleItems } from './settle-inputs.ts';
import { tasksLeft, toldOffices } from './settled-tasks.ts';
import { settlementRulesIn } from './settlement-rules.ts';
import { settlementSheet } from './settlement-sheet.ts';
import { settlementsOf, type Settlement } from './settlement.ts';
import { settlingBlockers } from './settling-blockers.ts';

/** The items that were found, of whichever companies, and their tasks. */
interface Found {
  readonly items: readonly WorkItem[];
  readonly tasks: readonly Task[];
}

type Asked = CaseQuestion & Found;

/** The page of `settle-items`: all of them or none, by the right that the state of each asks for. */
export const settleItems = casePage<SettleItems, Found>({
  authority: 'cash.allTasks',
  rights: ['cash.beforeApproval', 'ownwork.beforeApproval'],
  reads: ['head', 'tasks', 'role', 'budgets', 'invoices', 'rooms', 'work-items', 'work-values', 'settlements'],
  changes: ['tasks', 'budgets', 'budget-forwards', 'work-items', 'settlements', 'log'],
  find: ({ case: { tasks, workItems = [] } }, input) => {
    const named = new Set(input.items.map(({ id }) => id));
    const items = workItems.filter(({ id }) => named.has(id));
    const touched = tasks.filter(({ id }) => items.some(({ task }) => task === id));
    return items.length > 0 ? { items, tasks: touched } : null;
  },
  since: ({ tasks }) => tasks.map(({ since }) => since),
  may: (asked, { kind }) => maySettle(asked, kind, asked.items),
  check: withoutPlans,
  wholly: 'other-budgets',
  limits: (asked, input) => {
    const { withoutAmount, result } = settlementSheet(sheetFor(asked, asked.items, input));
    const blocked = blockedBy(settlingBlockers(asked, input, withoutAmount));
    return blocked ?? withoutCondition(asked, input) ?? otherResult(asked, input, result);
  },
  apply: (asked, input) => {
    const { case: subject } = asked;
    const workItems = replacing(subject.workItems ?? [], asked.items.map(givenTo(asked, input)));
    const left = new Set(asked.items.flatMap(({ state, budget }) => (state === 'submitted' && budget ? [budget] : [])));
    const after = { workItems, budgets: budgetsLeft(asked, left, { workItems }) };
    const tasks = tasksLeft(
      asked,
      asked.tasks.map(({ id }) => id),
      after,
    );
    return { ...after, tasks, settlements: [...settlementsOf(subject), settlementOf(asked, input)] };
  },
  log: (asked, { kind }, after) => [
    // Each company is told how many of its own.
    ...byCompany(settledItems(asked.case, asked.items)).map(({ company, items }): LogDraft => {
      const facts = { kind, count: String(items.length), ...ownCompanyFlag(asked, company) };
      return { what: 'items-settled', facts, company, item: company };
    }),
    ...settledNow(asked, after).map(({ id, type }): LogDraft => ({
      what: 'task-settled',
      facts: { task: type },
      item: id,
    })),
  ],
  tells: (asked, _, after) => {
    const done = new Set(settledNow(asked, after).map(({ id }) => id));
    const offices = toldOffices(asked.tasks, ({ id }) => (done.has(id) ? 'task-settled' : 'items-to-customer'));
    const waits = settlementsOf(after).at(-1)?.state === 'provisional';
    const deciders: readonly Told[] = waits ? tellDeciders(asked, 'settlement-provisional', 'budget.approve') : [];
    return [...offices, ...deciders];
  },
});

/** What the portal's rules ask for before: that the customer agreed on own work, that others consent to cash. */
function withoutCondition({ standing }: Asked, { kind, entered }: SettleItems): Refusal | null {
  const { cash, ownWork } = settlementRulesIn(standing.settings);
  if (kind === 'cashOffer')
    return cash.consentNeeded && !entered.consent
      ? { code: 'settlement-condition', grantor: 'nobody', condition: 'consent' }
      : null;
  return ownWork.agreedBefore && !entered.agreed
    ? { code: 'settlement-condition', grantor: 'nobody', condition: 'agreed-before' }
    : null;
}

/** Another amount is another sheet than the one that was seen: prices, approvals or rules are other ones by now. */
function otherResult({ standing }: Asked, { result }: SettleItems, now: number): Refusal | null {
  const { currency } = standing.settings;
  if (result.currency !== currency) return { code: 'currency-differs', grantor: 'nobody', expected: currency };
  return result.amount === now ? null : stale({ revision: null, by: null, at: null });
}

/** An item as it is when it went: one that waited is back as it was before it was sent. */
function givenTo({ case: subject, stamp }: Asked, { kind }: SettleItems): (item: WorkItem) => WorkItem {
  const values = valuesOf(subject);
  return (item) => {
    const back = values.get(item.id)?.approved ? 'changed' : 'draft';
    const state = item.state === 'submitted' ? back : item.state;
    return { ...item, allocation: kind, state, revision: stamp.id };
  };
}

function settlementOf(asked: Asked & As, input: SettleItems): Settlement {
  const { standing, stamp, as } = asked;
  const of = sheetFor(asked, asked.items, input);
  const { result, adds } = settlementSheet(of);
  return {
    ...of,
    id: createdId<'settlement'>(stamp.id),
    currency: standing.settings.currency,
    result,
    adds,
    state: adds > 0 ? 'provisional' : 'binding',
    by: personRef(standing),
    as,
    at: stamp.at,
    bound: null,
    answer: null,
    ended: null,
    follows: null,
    revision: stamp.id,
  };
}

function settledNow({ tasks, stamp }: Asked, after: Case): readonly Task[] {
  const ids = new Set(tasks.map(({ id }) => id));
  return after.tasks.filter(({ id, settled }) => ids.has(id) && settled?.command === stamp.id);
}
