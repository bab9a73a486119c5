import { personRef } from '../member/standing.ts';
import { stale } from '../overwriting.ts';
import { headroomFor, may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { isExternalCaseHandler } from '../rights/roles-in-case.ts';
import type { Verdict } from '../rights/verdict.ts';
import { gateRefusal } from '../task/change-task.ts';
import { byCompany, ownItemsFlag } from './make-settlement.ts';
import type { BindSettlement } from './settle-inputs.ts';
import { alreadySettled, replacedSettlement, settlementPage, type SettlementQuestion } from './settlement-page.ts';

/**
 * The page of `bind-settlement`: what a provisional settlement adds is money that is bound, so right, own work, gate and
 * limit are asked as of a budget (domain.md §7.1, §15 right 6).
 */
export const bindSettlement = settlementPage<BindSettlement>({
  authority: 'budget.approve',
  reads: ['head', 'tasks', 'role', 'decision', 'budgets', 'settlements'],
  changes: ['settlements', 'log'],
  // What is not seen is not there, as of a budget.
  absent: ({ standing, case: subject }) => {
    const verdict = may(standing, 'budget.approve', { case: subject });
    return verdict.allowed ? { code: 'case-not-found', grantor: 'nobody' } : verdict.refusal;
  },
  may: mayBind,
  check: (asked) => {
    const { settlement } = asked;
    return settlement.state === 'provisional' ? gateOf(asked) : alreadySettled(settlement);
  },
  wholly: 'other-budgets',
  limits: (asked, input) => otherMoney(asked, input) ?? limitOf(asked),
  apply: (asked) => {
    const { settlement, standing, stamp, as } = asked;
    const bound = { by: personRef(standing), as, amount: settlement.adds, at: stamp.at };
    return { settlements: replacedSettlement(asked, { ...settlement, state: 'binding', bound, revision: stamp.id }) };
  },
  // No partner is told that there is a settlement: beside who handles the case only the own company reads it.
  log: (asked) => ({
    what: 'settlement-bound',
    facts: { kind: asked.settlement.kind, ...ownItemsFlag(asked, asked.settlement.items) },
    company: asked.standing.company,
  }),
});

/** Own work and own company are asked of the items of each company, as of its budgets. */
function mayBind({ standing, case: subject, settlement: { items } }: SettlementQuestion): Verdict {
  const verdicts = byCompany(items).map(({ company, items: own }) => {
    const tasks = [...new Set(own.map(({ task }) => task))];
    return may(standing, 'budget.approve', { case: subject, budget: { company, tasks, submittedBy: null } });
  });
  return verdicts.find(({ allowed }) => !allowed) ?? verdicts[0] ?? may(standing, 'budget.approve', { case: subject });
}

/** One repair that waits for the compensation decision holds all of it. */
function gateOf(asked: SettlementQuestion): Refusal | null {
  const ids = new Set(asked.settlement.items.map(({ task }) => task));
  const tasks = asked.case.tasks.filter(({ id }) => ids.has(id));
  return tasks.map((task) => gateRefusal(asked, task)).find((refusal) => refusal !== null) ?? null;
}

function otherMoney({ settlement }: SettlementQuestion, { money }: BindSettlement): Refusal | null {
  const { currency, adds, by, at, revision } = settlement;
  if (money.currency !== currency) return { code: 'currency-differs', grantor: 'nobody', expected: currency };
  return money.amount === adds ? null : stale({ revision, by: by.name, at });
}

/** The limit binds the person, whatever money is bound by. */
function limitOf({ standing, case: subject, settlement }: SettlementQuestion): Refusal | null {
  if (!isExternalCaseHandler({ standing, case: subject })) return null;
  const { currency, adds } = settlement;
  const expected = standing.settings.currency;
  if (currency !== expected) return { code: 'currency-differs', grantor: 'nobody', expected };
  const room = headroomFor(standing, subject, adds);
  return room.over === 0 ? null : { code: 'limit-exceeded', grantor: 'insurer', currency, ...room };
}
