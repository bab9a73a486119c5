import { describe, expect, test } from 'vitest';
import type { Budget } from '../../../../shared/domain/budget/budget.ts';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Settlement } from '../../../../shared/domain/settlement/settlement.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { revisionsOf } from '../../../../shared/domain/who-changed.ts';
import { anApproval, eur, handled } from '../../../support/budget-commands.ts';
import {
  aBudget,
  aCaseHandler,
  aQuestion,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';
import { aSettledItem, aSettlement } from '../../../support/settlements.ts';

/*
 * Every way in which money is bound by the External case handler meets the limit alike. Another way is a row more:
 * budgets in which exactly `total` would count against the limit, and the command that binds it.
 */

type Basis = 'cumulative' | 'per-budget';

interface Way {
  readonly way: string;
  readonly budgets: (total: number, basis: Basis) => readonly Budget[];
  /** What went to the customer beside them. */
  readonly settlements?: (total: number, basis: Basis) => readonly Settlement[];
  readonly command: (budgets: readonly Budget[], settlements: readonly Settlement[]) => CaseCommand;
  /** What raises nothing is never above a limit. */
  readonly above?: 'carried-out';
}

const before = 200_000;
const waiting = (change: Partial<Budget>) => aBudget({ revision: `revision-of-${change.id ?? 'budget-1'}`, ...change });
const carlas = waiting({ id: 'before', state: 'approved', approvals: [anApproval({ amount: before })] });
const inForce = (by: typeof bertil | undefined, amount: number) => ({
  version: 2,
  approvals: [anApproval({ amount, ...(by ? { by, as: 'insurer' } : {}) })],
});
/** What is left for one budget where others count as well. */
const rest = (total: number, basis: Basis): number => (basis === 'cumulative' ? total - before : total);

const asSeen = ({ id, version, money }: Budget) => ({ budget: id, version, money });
const one = (budgets: readonly Budget[]): CaseCommand => ({
  name: 'approve-budget',
  input: asSeen(budgets.at(-1) ?? aBudget()),
});
const several = (budgets: readonly Budget[]): CaseCommand => ({
  name: 'approve-budgets',
  input: { budgets: budgets.filter(({ state }) => state === 'submitted').map(asSeen) },
});

const offer = (amount: number, change: Partial<Settlement> = {}) =>
  aSettlement({ items: [aSettledItem({ amount })], ...change });
const boundByCarla = (amount: number) =>
  offer(amount, {
    id: 'bound',
    state: 'binding',
    bound: { by: carla, as: 'external-case-handler', amount, at: monday },
  });
const bind: Way['command'] = (_, settlements) => {
  const { id, revision, adds } = settlements.at(-1) ?? aSettlement();
  return { name: 'bind-settlement', input: { settlement: id, revision, money: eur(adds) } };
};

const ways: readonly Way[] = [
  { way: 'approving one', budgets: (total) => [waiting({ money: eur(total) })], command: one },
  {
    way: 'approving one after another',
    budgets: (total, basis) => [carlas, waiting({ money: eur(rest(total, basis)) })],
    command: one,
  },
  {
    way: 'approving several at once',
    budgets: (total, basis) => [
      waiting({ id: 'first', money: eur(before) }),
      waiting({ money: eur(rest(total, basis)) }),
    ],
    command: several,
  },
  {
    way: 'raising what one approved oneself',
    budgets: (total) => [waiting({ ...inForce(undefined, before), money: eur(total) })],
    command: one,
  },
  {
    way: 'raising what the insurer approved',
    budgets: (total, basis) => [
      waiting({ ...inForce(bertil, before), money: eur(basis === 'cumulative' ? before + total : total) }),
    ],
    command: one,
  },
  {
    way: 'lowering',
    budgets: (total) => [waiting({ ...inForce(bertil, 2 * total), money: eur(total) })],
    command: one,
    above: 'carried-out',
  },
  {
    way: 'binding a provisional cash offer',
    budgets: () => [],
    settlements: (total) => [offer(total)],
    command: bind,
  },
  {
    way: 'binding a provisional cash offer after a budget',
    budgets: () => [carlas],
    settlements: (total, basis) => [offer(rest(total, basis))],
    command: bind,
  },
  {
    way: 'binding one provisional cash offer after another',
    budgets: () => [],
    settlements: (total, basis) => [boundByCarla(before), offer(rest(total, basis))],
    command: bind,
  },
  {
    way: 'approving a budget after a provisional cash offer was bound',
    budgets: (total, basis) => [waiting({ money: eur(rest(total, basis)) })],
    settlements: () => [boundByCarla(before)],
    command: one,
  },
];

/** What became of the last thing that was to be bound. */
function bound({ budgets, settlements, command }: Way, total: number, standing: Standing, basis: Basis): string {
  const [those, offers] = [budgets(total, basis), settlements?.(total, basis) ?? []];
  const subject = { ...handled(), budgets: those, settlements: offers };
  const asked = command(those, offers);
  const stamp = { basedOn: revisionsOf(subject, asked) };
  const decision = decideCase(aQuestion({ case: subject, standing, stamp }), asked);
  const last = decision.kind === 'undecided' ? undefined : decision.items?.at(-1);
  if (last) return last.kind === 'refused' ? last.refusal.code : last.kind;
  return decision.kind === 'refused' ? decision.refusal.code : 'carried-out';
}

const limits = [
  ['the default', { defaultLimit: 500_000 }, { kind: 'default' }, 500_000],
  ['an Other value above it', { defaultLimit: 500_000 }, { kind: 'other', amount: 750_000 }, 750_000],
  ['an Other value below it', { defaultLimit: 500_000 }, { kind: 'other', amount: 250_000 }, 250_000],
] as const;

describe.each(limits)('%s', (_, role, limit, most) => {
  describe.each(['cumulative', 'per-budget'] as const)('%s', (basis) => {
    const standing = aCaseHandler({ limit, settings: settingsWithRole({ ...role, limitBasis: basis }) });
    test.each(ways)('$way: under and at the limit it binds, one cent above it does not', (way) => {
      expect(bound(way, most - 1, standing, basis)).toBe('carried-out');
      expect(bound(way, most, standing, basis)).toBe('carried-out');
      expect(bound(way, most + 1, standing, basis)).toBe(way.above ?? 'limit-exceeded');
    });
  });
});

test('of several at once those that fit are bound, in the order in which they were seen', () => {
  const standing = aCaseHandler({ limit: { kind: 'other', amount: 500_000 } });
  const budgets = [300_000, 250_000, 200_000, 1].map((amount, place) =>
    waiting({ id: `b${place}`, money: eur(amount) }),
  );
  const subject = { ...handled(), budgets };
  const command = several(budgets);
  const decision = decideCase(
    aQuestion({ case: subject, standing, stamp: { basedOn: revisionsOf(subject, command) } }),
    command,
  );
  expect(decision).toMatchObject({
    kind: 'decided',
    items: [
      { item: 'b0', kind: 'carried-out' },
      { item: 'b1', kind: 'refused', refusal: { code: 'limit-exceeded', already: 300_000, over: 50_000 } },
      { item: 'b2', kind: 'carried-out' },
      { item: 'b3', kind: 'refused', refusal: { code: 'limit-exceeded', already: 500_000, over: 1 } },
    ],
    after: {
      budgets: [{ state: 'approved' }, { state: 'submitted' }, { state: 'approved' }, { state: 'submitted' }],
    },
  });
});
