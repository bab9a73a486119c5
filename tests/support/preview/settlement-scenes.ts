import type { Case } from '../../../shared/domain/case/case.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { usualSettlementRules } from '../../../shared/domain/settlement/settlement-rules.ts';
import { settlementSheet } from '../../../shared/domain/settlement/settlement-sheet.ts';
import { settledItems } from '../../../shared/domain/settlement/make-settlement.ts';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { aContent, aDirectory, anInsurer, anna, aStanding, carla, monday, someSettings } from '../builders.ts';
import { aSession, deskInMemory } from '../renderer/in-memory-desk.ts';
import { workplaceInMemory, aPortalState } from '../renderer/in-memory-workplace.ts';
import { livingCase, type LivingStart } from '../renderer/living-case.ts';
import { aSettlement, aSettler, entered, planned } from '../settlements.ts';

const works = [
  ['Remove the wet floor covering and dispose of it', 'Demolition', 136_500, 'approved'],
  ['Fill, sand and paint walls twice, washable', 'Painting', 84_420, 'approved'],
  ['Lay oak parquet, three strips, oiled', 'Flooring', 698_880, 'draft'],
  ['Take off and put up again sockets and switches', 'Electrical', 16_800, 'approved'],
  ['Skirting, painted white', 'Carpentry', 12_573, 'draft'],
  ['Set up a dehumidifier', 'Drying', 67_200, 'approved'],
] as const;

const plan = (settled: readonly number[]): Case =>
  planned(
    works.map(([text, trade, amount, state], at) => ({
      amount,
      state,
      change: { text, trade, ...(settled.includes(at) ? { allocation: 'cashOffer' as const } : {}) },
    })),
  );

/** A cash offer of the items in these places, worked out as the portal server does. */
function offered(subject: Case, places: readonly number[], change: Partial<Settlement> = {}): Settlement {
  const found = (subject.workItems ?? []).filter((_, at) => places.includes(at));
  const of = {
    kind: 'cashOffer',
    items: settledItems(subject, found),
    entered: entered({ deductible: 30_000, ageDeductions: [{ item: found[0]?.id ?? '', percent: 2000 }] }),
    rules: { ...usualSettlementRules, cash: { ...usualSettlementRules.cash, percent: 9000, capTotal: 500_000 } },
    before: { total: 0, byTrade: [] },
  } as const;
  const { result, adds } = settlementSheet(of);
  const state = adds > 0 ? 'provisional' : 'binding';
  return aSettlement({ ...of, result, adds, state, by: carla, as: 'external-case-handler', ...change });
}

const scene = (standing: LivingStart['standing'], subject: Case) => () => ({
  desk: deskInMemory({ session: aSession }),
  workplace: livingCase({ content: aContent(subject), directory: aDirectory(), standing }).workplace,
});

const all: readonly Right[] = ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval', 'budget.approve'];
const handler = aSettler(all, 600_000);
const settled = plan([0, 1, 2, 3]);
const ended: Settlement['ended'] = {
  because: 'returned',
  reason: 'The customer keeps the sockets.',
  by: carla,
  at: monday,
};
const several: Case = {
  ...settled,
  settlements: [
    offered(settled, [0, 1, 3], { id: 'settlement-0', state: 'ended', ended }),
    offered(settled, [0, 1], {
      id: 'settlement-1',
      follows: 'settlement-0',
      answer: { answer: 'accepted', note: 'By telephone, sends the receipt later.', by: carla, at: monday },
    }),
    offered(settled, [2], { id: 'settlement-2' }),
  ],
};

/** What went to the customer, as each sees it. */
export const settlementScenes = {
  settling: scene(handler, plan([])),
  settlements: scene(handler, several),
  'settlements-gone': scene(aStanding({ settings: someSettings({ workPlans: true }) }), {
    ...settled,
    tasks: settled.tasks.map((task) => ({ ...task, responsibles: [anna] })),
  }),
  'settlement-rules': () => ({
    desk: deskInMemory({ session: aSession }),
    workplace: workplaceInMemory({
      state: {
        portals: [aPortalState({ standing: anInsurer({ level: 5, settings: someSettings({ workPlans: true }) }) })],
      },
    }),
  }),
} as const;
