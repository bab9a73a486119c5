import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { settlementsOf, type SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import type { WorkItemState } from '../../../shared/domain/work-plan/work-plan.ts';
import { eur } from '../budget-commands.ts';
import { aTask } from '../builders.ts';
import { aSettledItem, aSettlement, aSettler, entered, onLast, settling } from '../settlements.ts';
import { smallNetwork } from '../small-network.ts';
import { aPlan } from '../work-plan.ts';
import { tellLimitJourney } from './limit-journey.ts';
import { portal, tellRightJourney, type Deed } from './right-journey.ts';

const network: NetworkDraft = {
  ...smallNetwork,
  portals: smallNetwork.portals.map((each) =>
    each.id === portal ? { ...each, settings: { ...each.settings, workPlans: true } } : each,
  ),
};

/** A right to settle, what goes to the customer by it, and how far that is approved. */
interface Settling {
  readonly right: Right;
  readonly kind: SettlementKind;
  readonly state: WorkItemState;
}

const amount = 76_400;
const inForce = { amount, quantity: 76_400, unitPrice: 10_000 };

/** The journey of a right by which work items go to the customer: all of it, and the rest of the plan stays. */
export function tellSettlingJourney(label: string, { right, kind, state }: Settling): void {
  const approved = state === 'approved' ? inForce : null;
  const claim = { tasks: [aTask({ status: '2' })], ...aPlan([{ state }, { state }], [{ approved }, { approved }]) };
  const gives =
    (as: SettlementKind): Extract<Deed, { name: 'settle-items' }>['input'] =>
    ({ case: seen }) =>
      settling(seen, aSettler([]), as, ['item-0'], entered({ hours: [{ item: 'item-0', hours: 20_000 }] })).input;
  tellRightJourney(label, {
    right,
    network,
    claim,
    does: { name: 'settle-items', input: gives(kind) },
    isDone: (stored) => isGiven(stored, kind),
    meanwhile: {
      does: { name: 'settle-items', input: gives(kind === 'cashOffer' ? 'customerOwnWork' : 'cashOffer') },
      refused: 'plan-blocked',
    },
    twice: { refused: 'plan-blocked' },
  });
}

/** What waits of a settlement of this kind is bound by Carla, at, just under and just above her limit. */
export function tellBindingJourney(label: string, kind: SettlementKind): void {
  tellLimitJourney(label, {
    network,
    claim: (money) => ({
      tasks: [aTask({ status: '2' })],
      ...aPlan([{ id: 'floor', allocation: kind }, {}]),
      settlements: [aSettlement({ kind, items: [aSettledItem({ amount: money })], adds: money })],
    }),
    does: (money) => ({ name: 'bind-settlement', input: ({ case: seen }) => ({ ...onLast(seen), money: eur(money) }) }),
    isDone: ({ case: stored }) => settlementsOf(stored).every(({ state }) => state === 'binding'),
    above: 'limit-exceeded',
  });
}

function isGiven({ case: stored, log }: CaseContent, kind: SettlementKind): boolean {
  const [settlement, ...more] = settlementsOf(stored);
  return (
    settlement?.kind === kind &&
    more.length === 0 &&
    stored.workItems?.map(({ allocation }) => allocation).join() === `${kind},partner` &&
    log.filter(({ what }) => what === 'items-settled').length === 1
  );
}
