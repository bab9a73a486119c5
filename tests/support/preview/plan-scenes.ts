import type { Case } from '../../../shared/domain/case/case.ts';
import { lineAmount } from '../../../shared/domain/work-plan/line-amount.ts';
import { readQuantity } from '../../../shared/domain/work-plan/quantity.ts';
import type { SentItem, WorkItem, WorkItemState } from '../../../shared/domain/work-plan/work-plan.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  anna,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
  settingsWithRole,
  someSettings,
} from '../builders.ts';
import { aSession, deskInMemory } from '../renderer/in-memory-desk.ts';
import { livingCase, type LivingStart } from '../renderer/living-case.ts';
import { aRoom, aWorkItem, aWorkValue } from '../work-plan.ts';

const works = [
  ['DR-10', 'Remove the wet floor covering and dispose of it', 'm²', 'Demolition', '4,2*2,6-1,6', 1250],
  ['DR-20', 'Set up a dehumidifier', 'day', 'Drying', '14', 4800],
  ['PA-11', 'Fill, sand and paint walls twice, washable', 'm²', 'Painting', '2*(4,2+2,6)*2,5-1,6*2', 1890],
  ['FL-30', 'Lay oak parquet, three strips, oiled', 'm²', 'Flooring', '4,2*2,6', 6400],
  ['EL-05', 'Take off and put up again sockets and switches', 'pcs', 'Electrical', '8', 2100],
  ['CA-02', 'Skirting, painted white', 'm', 'Carpentry', '2*(4,2+2,6)-0,9', 990],
] as const;
const rooms = ['Kitchen', 'Hall', 'Living room', 'Bedroom facing the yard', 'Bathroom'].map((name, order) =>
  aRoom({
    id: `room-${String(order)}`,
    name,
    order,
    length: 42_000,
    width: 26_000,
    height: 25_000,
    revision: `revision-of-room-${String(order)}`,
  }),
);

/** A plan of so many items in five rooms, each in the state that is said of its place. */
function aLargePlan(
  count: number,
  stateOf: (at: number) => WorkItemState,
): Pick<Case, 'rooms' | 'workItems' | 'workValues'> {
  const workItems = Array.from({ length: count }, (_, at): WorkItem => {
    const [code, text, unit, trade, quantity] = works[at % works.length] ?? works[0];
    const read = readQuantity(quantity);
    const amountOf = typeof read === 'number' ? read : 0;
    const state = stateOf(at);
    const room = at % 29 === 28 ? null : `room-${String(Math.floor((at * rooms.length) / count))}`;
    const task = at % 2 === 0 ? 'drying-1' : 'drying-2';
    const item = {
      id: `item-${String(at)}`,
      room,
      task,
      code,
      text,
      unit,
      trade,
      quantity,
      amountOf,
      order: at,
      state,
    };
    return aWorkItem({ ...item, budget: state === 'draft' ? null : 'budget-1' });
  });
  const workValues = workItems.map(({ id, amountOf, state }, at) => {
    const [, , , , , unitPrice] = works[at % works.length] ?? works[0];
    const amount = lineAmount(amountOf, unitPrice);
    const approved = state === 'approved' ? { amount, quantity: amountOf, unitPrice } : null;
    return aWorkValue({ id, unitPrice, amount, approved });
  });
  return { rooms, workItems, workValues };
}

const planning = someSettings({ workPlans: true });
const states = ['draft', 'draft', 'submitted', 'approved', 'rejected', 'changed'] as const;
const mixed = (at: number): WorkItemState => states[Math.floor(at / 7) % states.length] ?? 'draft';
const tasks = [
  aTask({ status: 'B+', responsibles: [anna] }),
  aTask({ id: 'drying-2', status: '2', responsibles: [anna], revision: 'revision-of-drying-2' }),
];

function budgetOf({ workItems = [], workValues = [] }: ReturnType<typeof aLargePlan>) {
  const sent = workItems.filter(({ state }) => state === 'submitted');
  const items = sent.map(({ id, room: _, ...item }): SentItem => {
    const { unitPrice = 0, amount = 0 } = workValues.find((value) => value.id === id) ?? {};
    return { ...item, item: id, room: null, unitPrice, amount, before: 0 };
  });
  const amount = items.reduce((sum, item) => sum + item.amount, 0);
  return aBudget({ money: { amount, currency: 'EUR' }, file: null, items, waiting: amount, description: 'Drying' });
}

function planned(count: number, stateOf: (at: number) => WorkItemState, change: Partial<Case> = {}) {
  const plan = aLargePlan(count, stateOf);
  const budgets = [budgetOf(plan)];
  return aContent({ ...plan, budgets, tasks, role: aRole({ user: carla, userAssignedAt: monday }), ...change });
}

const scene = (standing: LivingStart['standing'], content: LivingStart['content']) => () => ({
  desk: deskInMemory({ session: aSession }),
  workplace: livingCase({ content, directory: aDirectory(), standing }).workplace,
});

const handler = aCaseHandler({ settings: { ...settingsWithRole({ rights: ['budget.approve'] }), workPlans: true } });
const outside = aStanding({ company: 'saneeraus', member: 'otto', office: 'mikkeli', settings: planning });
const unseen = planned(120, mixed);

/** The work plan of a case, as each sees it. */
export const planScenes = {
  'plan-120': scene(aStanding({ settings: planning }), planned(120, mixed)),
  'plan-400': scene(
    aStanding({ settings: planning }),
    planned(400, () => 'draft'),
  ),
  'plan-waits': scene(
    handler,
    planned(60, () => 'submitted'),
  ),
  'plan-empty': scene(
    aStanding({ settings: planning }),
    aContent({ tasks: [aTask({ status: '2', responsibles: [anna] })] }),
  ),
  'plan-quantities': scene(outside, {
    ...unseen,
    case: { ...unseen.case, workValues: [], budgets: [], hidden: ['budgets', 'other-budgets', 'cover', 'other-log'] },
  }),
} as const;
