import type { Case } from '../../shared/domain/case/case.ts';
import { decideCase, type CaseCommand } from '../../shared/domain/command-book.ts';
import type { Decided, Decision } from '../../shared/domain/decision.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Right } from '../../shared/domain/rights/rights.ts';
import { sheetFor } from '../../shared/domain/settlement/make-settlement.ts';
import { settlementRulesIn, type SettlementRules } from '../../shared/domain/settlement/settlement-rules.ts';
import { settlementSheet } from '../../shared/domain/settlement/settlement-sheet.ts';
import {
  settlementsOf,
  type Settlement,
  type SettledItem,
  type SettlementEntered,
  type SettlementKind,
} from '../../shared/domain/settlement/settlement.ts';
import { revisionsOf } from '../../shared/domain/who-changed.ts';
import type { WorkItem, WorkItemState } from '../../shared/domain/work-plan/work-plan.ts';
import { aCase, aCaseHandler, aQuestion, aRole, aTask, bertil, carla, monday, someSettings } from './builders.ts';
import { aPlan } from './work-plan.ts';

/** What nobody entered anything else than that it is agreed. */
export function entered(change: Partial<SettlementEntered> = {}): SettlementEntered {
  return { deductible: 0, ageDeductions: [], hours: [], agreed: true, consent: true, ...change };
}

/** A portal with work plans, whose External case handler has these rights. */
export function settlingPortal(rights: readonly Right[], settlement?: SettlementRules) {
  const base = someSettings({ workPlans: true, decisionGate: 'none', settlement });
  return { ...base, externalCaseHandler: { ...base.externalCaseHandler, rights } };
}

/** The External case handler of that portal, with this limit. */
export function aSettler(rights: readonly Right[], limit = 1_000_000, settlement?: SettlementRules): Standing {
  return aCaseHandler({ settings: settlingPortal(rights, settlement), limit: { kind: 'other', amount: limit } });
}

interface Planned {
  readonly state?: WorkItemState;
  readonly amount?: number;
  readonly change?: Partial<WorkItem>;
}

/** An approved value of the same amount where the state says so. */
const approvedOf = (state: WorkItemState, amount: number) =>
  state === 'approved' || state === 'changed' ? { amount, quantity: 76_400, unitPrice: 10_000 } : null;

/** A case of carla's with a task of these items, in the order in which they are named. */
export function planned(items: readonly Planned[], change: Partial<Case> = {}): Case {
  return aCase({
    role: aRole({ user: carla }),
    tasks: [aTask({ status: '2' })],
    ...aPlan(
      items.map(({ state = 'draft', change: of }) => ({ state, ...of })),
      items.map(({ state = 'draft', amount = 1000 }) => ({ amount, approved: approvedOf(state, amount) })),
    ),
    ...change,
  });
}

/** The command that gives items to the customer, with what its sheet comes to for who decides. */
export function settling(
  subject: Case,
  standing: Standing,
  kind: SettlementKind,
  ids: readonly string[] = (subject.workItems ?? []).map(({ id }) => id),
  typed: SettlementEntered = entered(),
): Extract<CaseCommand, { name: 'settle-items' }> {
  const found = (subject.workItems ?? []).filter(({ id }) => ids.includes(id));
  const { result } = settlementSheet(sheetFor({ case: subject, standing }, found, { kind, entered: typed }));
  return {
    name: 'settle-items',
    input: {
      kind,
      items: found.map(({ id, revision }) => ({ id, revision })),
      entered: typed,
      result: { amount: result, currency: standing.settings.currency },
    },
  };
}

let commands = 0;

/** Decides on a case as it was seen, a second after what was decided before. */
export function decidedOn(subject: Case, standing: Standing, command: CaseCommand): Decision<Case> {
  commands += 1;
  const at = new Date(Date.UTC(2026, 10, 24, 8, 0, commands)).toISOString();
  const id = `0199dddd-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  return decideCase(
    aQuestion({ case: subject, standing, stamp: { id, at, basedOn: revisionsOf(subject, command) } }),
    command,
  );
}

/** The same, where nothing stands in the way. */
export function doneOn(subject: Case, standing: Standing, command: CaseCommand): Decided<Case> {
  const decision = decidedOn(subject, standing, command);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision;
}

/** The settlement that was made last. */
export function lastOf(subject: Case): Settlement {
  const last = settlementsOf(subject).at(-1);
  if (!last) throw new Error('Nothing is settled.');
  return last;
}

/** Names the settlement that was made last, as it is. */
export function onLast(subject: Case): { readonly settlement: string; readonly revision: string } {
  const { id, revision } = lastOf(subject);
  return { settlement: id, revision };
}

/** An item as it was settled: 100.00 of the drying company, never approved. */
export function aSettledItem(change: Partial<SettledItem> = {}): SettledItem {
  return {
    item: 'floor',
    task: 'drying-1',
    kind: 'item',
    code: 'DR-10',
    text: 'Dry the floor',
    unit: 'm²',
    trade: 'Drying',
    quantity: '1',
    amountOf: 10_000,
    room: null,
    unitPrice: 10_000,
    amount: 10_000,
    company: 'kuivaus',
    approved: null,
    asApproved: false,
    ...change,
  };
}

/** A cash offer that waits for who may bind what it adds. */
export function aSettlement(change: Partial<Settlement> = {}): Settlement {
  const { items = [aSettledItem()] } = change;
  const adds = items.reduce((sum, { amount }) => sum + amount, 0);
  return {
    id: 'settlement-1',
    kind: 'cashOffer',
    items,
    entered: entered(),
    rules: settlementRulesIn({}),
    before: { total: 0, byTrade: [] },
    currency: 'EUR',
    result: adds,
    adds,
    state: 'provisional',
    by: bertil,
    as: 'insurer',
    at: monday,
    bound: null,
    answer: null,
    ended: null,
    follows: null,
    revision: 'revision-of-settlement-1',
    ...change,
  };
}
