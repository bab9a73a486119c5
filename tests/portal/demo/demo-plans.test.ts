import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { demoPeople } from '../../../portal/demo/demo-accounts.ts';
import { makeDemo } from '../../../portal/demo/make-demo.ts';
import { readNetwork, standingOf } from '../../../portal/reads/network.ts';
import { priceListHeads } from '../../../portal/reads/price-lists.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import { bindingAmount } from '../../../shared/domain/budget/budget.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import { isInForce } from '../../../shared/domain/price-list/price-list.ts';
import { headroom, may } from '../../../shared/domain/rights/may.ts';
import { settlementsOf } from '../../../shared/domain/settlement/settlement.ts';
import { itemsOfTask, valuesOf } from '../../../shared/domain/work-plan/plan-items.ts';
import { fittingItems } from '../../../shared/domain/work-plan/fitting-items.ts';
import { emptyStore } from '../../support/engines.ts';
import { storedContents } from '../../support/stored-case.ts';

describe.each(['2026-02-28', '2026-11-23'])('the work plans of the demo of %s', (day) => {
  let store: Store;
  let cases: readonly Case[];

  beforeAll(async () => {
    store = await emptyStore('sqlite');
    const now = () => `${day}T12:00:00.000Z`;
    await makeDemo({ store, now, newId: uuidv7, mark: uuidv7, publicUrl: () => '' }, day);
    cases = (await storedContents(store)).map((each) => each.case);
  });

  afterAll(() => store.close());

  const of = (portal: string): readonly Case[] => cases.filter((each) => each.portal === portal);

  const james = async () => {
    const network = await readNetwork({ store, db: store.db }, 'nordic');
    const standing = network && standingOf(network, network.members.get(demoPeople.marked.id));
    if (!standing) throw new Error('James is not there');
    return standing;
  };

  const withPlan = (): Case => {
    const [most] = of('nordic').toSorted((one, other) => (other.workItems?.length ?? 0) - (one.workItems?.length ?? 0));
    if (!most) throw new Error('There is no case.');
    return most;
  };

  test('are of one insurer; the other one has budgets with a file', () => {
    expect(of('atlantic').flatMap(({ workItems = [] }) => workItems)).toEqual([]);
    expect(of('atlantic').every(({ budgets }) => budgets.every(({ file }) => file !== null))).toBe(true);
    expect(of('nordic').every(({ budgets }) => budgets.every(({ file }) => file === null))).toBe(true);
    expect(of('nordic').filter(({ budgets }) => budgets.length > 0).length).toBeGreaterThan(20);
  });

  test('take their prices from the price list that is in force', async () => {
    const [list, ...more] = await priceListHeads(store.db, 'nordic');
    expect(more).toEqual([]);
    expect(list && isInForce(list, day)).toBe(true);
    expect(list).toMatchObject({ currency: 'EUR', name: 'Repair prices' });
    expect(await priceListHeads(store.db, 'atlantic')).toEqual([]);
    const lists = of('nordic').flatMap(({ workValues = [] }) => workValues.map(({ priceList }) => priceList));
    expect(new Set(lists)).toEqual(new Set([list?.id]));
  });

  test('show one with rooms and some thirty items in every state, partly approved, and one invoiced while it goes on', async () => {
    const subject = withPlan();
    expect(subject.role?.user?.member).toBe((await james()).member);
    expect(subject.rooms).toHaveLength(4);
    expect(subject.workItems?.length).toBeGreaterThanOrEqual(25);
    const states = (type: string): readonly string[] => {
      const task = subject.tasks.find((each) => each.type === type);
      return [...new Set(itemsOfTask(subject, task?.id ?? '').map(({ state }) => state))].sort();
    };
    const standing = subject.tasks.map(({ type, status }) => `${type} ${status}`).sort();
    expect(standing).toEqual(expect.arrayContaining(['carpentry B+', 'demolition B++', 'drying 3']));
    expect(standing).toEqual(expect.arrayContaining(['flooring 2', 'painting B']));
    expect(states('drying')).toEqual(['approved']);
    expect(states('carpentry')).toEqual(['approved', 'rejected']);
    expect(states('painting')).toEqual(['submitted']);
    expect(states('flooring')).toEqual(['draft']);
    const [invoice] = invoicesOf(subject);
    const drying = subject.tasks.find(({ type }) => type === 'drying');
    const budget = subject.budgets.find(({ tasks }) => tasks.includes(drying?.id ?? ''));
    expect(invoice).toMatchObject({ state: 'entered', tasks: [drying?.id] });
    expect(invoice?.money.amount).toBe(Math.round(((budget && bindingAmount(budget)) ?? 0) / 2));
  });

  test('show what went to the customer: an offer that was accepted, and one that waits for who may approve it', () => {
    const subject = withPlan();
    const offers = settlementsOf(subject).map(({ state, answer }) => [state, answer?.answer ?? null]);
    expect(offers.toSorted()).toEqual([
      ['binding', 'accepted'],
      ['provisional', null],
    ]);
    const gone = (subject.workItems ?? []).filter(({ allocation }) => allocation === 'cashOffer');
    expect(gone.map(({ state }) => state).sort()).toEqual(['approved', 'draft']);
  });

  test('show one that waits a little above the limit of its External case handler, of which most items fit', async () => {
    const me = await james();
    const waiting = of('nordic')
      .filter((each) => each.role?.user?.member === me.member)
      .flatMap((subject) =>
        subject.budgets
          .filter(({ state }) => state === 'submitted')
          .filter((budget) => may(me, 'budget.approve', { case: subject, budget }).allowed)
          .map((budget) => ({ subject, budget, over: headroom(me, subject, budget).over })),
      );
    const near = waiting.find(({ over }) => over > 0 && over < 10_000);
    expect(near).toBeDefined();
    if (!near) return;
    const fitting = fittingItems({ standing: me, case: near.subject }, near.budget);
    expect(fitting.length).toBeGreaterThan(3);
    expect(fitting.length).toBeLessThan(near.budget.items?.length ?? 0);
  });

  test('add up: what is in force of the items is what is in force of the budgets', () => {
    for (const subject of of('nordic')) {
      const items = [...valuesOf(subject).values()].reduce((sum, { approved }) => sum + (approved?.amount ?? 0), 0);
      const budgets = subject.budgets.reduce((sum, budget) => sum + (bindingAmount(budget) ?? 0), 0);
      expect(items).toBe(budgets);
    }
  });
});
