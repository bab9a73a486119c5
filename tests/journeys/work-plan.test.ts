import { describe, expect, onTestFinished, test } from 'vitest';
import type { CaseCommand } from '../../shared/domain/command-book.ts';
import { revisionsOf } from '../../shared/domain/who-changed.ts';
import { addedByItems, waitingItems } from '../../shared/domain/work-plan/items-decided.ts';
import { aContent, aRole, aTask, carla } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { anApp, type App } from '../support/journeys/app.ts';
import { aMovableServer } from '../support/journeys/movable-server.ts';
import { smallNetwork } from '../support/small-network.ts';
import { aPut, editing, putOf } from '../support/work-plan.ts';

const portal = 'nordic-portal';
const subject = { kind: 'case', id: 'case-1' } as const;
/** A price that is in nothing else. */
const price = 7_654_321;
const network = {
  ...smallNetwork,
  portals: smallNetwork.portals.map((each) => ({
    ...each,
    settings: {
      ...each.settings,
      workPlans: true,
      externalCaseHandler: { ...each.settings.externalCaseHandler, defaultLimit: 3 * price },
    },
  })),
};
const claim = aContent({
  role: aRole({ user: { ...carla, name: 'Carla Person' }, userAssignedAt: '2026-11-23T08:30:00.000Z' }),
  tasks: [
    aTask({ status: '2' }),
    aTask({ id: 'painting-1', type: 'painting', status: '2', company: 'rival', office: 'rival-kuopio' }),
  ],
});

async function opened(app: App) {
  const open = await app.running().desk.openCase({ portal, case: subject.id });
  if (!open) throw new Error(`${app.member} does not see the case`);
  return open;
}

async function issue(app: App, command: CaseCommand) {
  const { content } = await opened(app);
  const draft = { portal, subject, ...command, seen: revisionsOf(content.case, command) };
  return app.running().desk.issue(draft as Parameters<ReturnType<App['running']>['desk']['issue']>[0]);
}

async function planOf(app: App) {
  const { case: seen } = (await opened(app)).content;
  return { ...seen, items: seen.workItems ?? [], values: seen.workValues ?? [] };
}

describe.each(engines)('a work plan, on $engine', ({ engine }) => {
  async function begin(...members: readonly string[]) {
    const world = await aMovableServer(engine, { network, cases: { [portal]: [claim] }, members });
    const apps: App[] = [];
    for (const member of members) apps.push(await anApp(world, member));
    onTestFinished(async () => {
      for (const app of apps) await app.close();
      await world.close();
    });
    for (const app of apps) await app.sync();
    return { world, apps };
  }

  test('is made offline, sent, approved as far as the limit goes, and accepted in part', async () => {
    const { world, apps } = await begin('anna', 'carla', 'bertil');
    const [anna, her, his] = apps as [App, App, App];
    anna.cable.pulled = true;
    const items = ['a', 'b', 'c', 'd'].map((id, order) =>
      aPut({ id, order, quantity: '1', unitPrice: price, room: 'hall' }),
    );
    const rooms = [{ id: 'hall', revision: null, name: 'Hall', order: 0 }];
    expect(await issue(anna, { name: 'edit-work-plan', input: editing({ rooms, items }) })).toMatchObject({ ok: true });
    expect(await issue(anna, { name: 'mark-plan-ready', input: { task: 'drying-1' } })).toMatchObject({ ok: true });
    const [first] = (await planOf(anna)).items;
    if (!first) throw new Error('nothing is planned');
    const again = editing({ items: [putOf(first, { quantity: '2-1', unitPrice: price })] });
    expect(await issue(anna, { name: 'edit-work-plan', input: again })).toMatchObject({ ok: true });
    const seen = (await planOf(anna)).items.map(({ id, revision }) => ({ id, revision }));
    expect(await issue(anna, { name: 'submit-work-items', input: { items: seen, comment: '' } })).toMatchObject({
      ok: true,
    });
    await anna.kill();
    await anna.start();
    anna.cable.heal();
    await anna.sync();
    await anna.sync();
    expect(anna.running().loop.state()).toMatchObject({ waiting: 0, attention: 0 });
    expect((await opened(anna)).content).toEqual((await opened(anna)).confirmed);

    await her.sync();
    const waits = await planOf(her);
    const [budget] = waits.budgets;
    if (!budget) throw new Error('nothing was sent');
    expect(budget.items).toHaveLength(4);
    const rule = (approved: readonly string[], rejected: readonly string[]): CaseCommand => ({
      name: 'decide-work-items',
      input: {
        budget: budget.id,
        version: 1,
        money: { amount: addedByItems(waits, approved), currency: 'EUR' },
        approved,
        rejected,
        reason: 'too much',
      },
    });
    expect(await issue(her, rule(['a', 'b', 'c', 'd'], []))).toMatchObject({ refusal: { code: 'limit-exceeded' } });
    expect(await issue(her, rule(['a', 'b', 'c'], []))).toMatchObject({ ok: true });
    await her.sync();
    await his.sync();
    expect(waitingItems(await planOf(his), budget)).toEqual(['d']);
    expect(await issue(his, rule([], ['d']))).toMatchObject({ ok: true });
    await his.sync();
    await anna.sync();
    expect((await planOf(anna)).tasks[0]?.status).toBe('B+');
    expect(await issue(anna, { name: 'accept-partial-approval', input: { task: 'drying-1' } })).toMatchObject({
      ok: true,
    });
    await anna.sync();
    const stored = await world.content(portal, subject.id);
    expect(stored?.case.tasks[0]).toMatchObject({ status: 'B++', planReady: { by: { member: 'anna' } } });
    expect(stored?.log.map(({ what }) => what)).toEqual([
      'work-plan-edited',
      'work-plan-ready',
      'work-plan-edited',
      'work-items-submitted',
      'work-items-decided',
      'work-items-decided',
      'partial-approval-accepted',
    ]);
  });

  test('two who change the same item at once: the second is told which, and what was typed is kept', async () => {
    const { apps } = await begin('anna', 'bertil');
    const [anna, his] = apps as [App, App];
    await issue(anna, { name: 'edit-work-plan', input: editing({ items: [aPut(), aPut({ id: 'roof' })] }) });
    for (const app of [anna, his]) await app.sync();
    for (const app of [anna, his]) {
      app.cable.pulled = true;
      const items = (await planOf(app)).items.map((item) =>
        putOf(item, { quantity: app.member === 'anna' ? '1' : '2' }),
      );
      const own = app === anna ? items : items.slice(0, 1);
      expect(await issue(app, { name: 'edit-work-plan', input: editing({ items: own }) })).toMatchObject({ ok: true });
    }
    for (const app of [his, anna]) {
      app.cable.heal();
      await app.sync();
    }
    const [refusal] = anna.running().desk.state().refusals;
    expect(refusal?.refusal).toMatchObject({
      code: 'plan-blocked',
      blockers: [{ thing: 'floor', because: 'changed' }],
    });
    expect((await planOf(anna)).items.map(({ quantity }) => quantity)).toEqual(['2', '4,2*2,2-1,6']);
  });

  test('who is outside sees quantities, and no value in a byte of what is told', async () => {
    const { world, apps } = await begin('anna', 'rita', 'bertil');
    const [anna, rita, his] = apps as [App, App, App];
    const items = [aPut({ unitPrice: price, quantity: '4', priceList: 'prices-of-kuivaus' })];
    await issue(anna, { name: 'edit-work-plan', input: editing({ items }) });
    const sending = { items: (await planOf(anna)).items.map(({ id, revision }) => ({ id, revision })), comment: '' };
    await issue(anna, { name: 'submit-work-items', input: sending });
    for (const app of [anna, rita, his]) await app.sync();
    expect((await planOf(rita)).items).toMatchObject([{ text: 'Dry the floor', quantity: '4', state: 'submitted' }]);
    const valueBytes = [String(price), String(4 * price), 'prices-of-kuivaus'];
    const told = async (member: string) => JSON.stringify(await (await world.as(member)).pages());
    for (const word of valueBytes) {
      expect(await told('anna')).toContain(word);
      expect(await told('bertil')).toContain(word);
      expect(await told('rita')).not.toContain(word);
    }
    // To change what is another's, or to send it, is refused without a word of what it costs.
    const answers = [
      await issue(rita, {
        name: 'edit-work-plan',
        input: editing({ items: (await planOf(rita)).items.map((item) => putOf(item)) }),
      }),
      await issue(rita, { name: 'submit-work-items', input: sending }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ refusal: { code: 'other-office-task' } });
  });
});
