// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { OfflineDesk } from '../../../renderer/offline/offline-desk.ts';
import { outcomeMark } from '../../../renderer/sync/outcome-mark.ts';
import type { CommandOutcome } from '../../../shared/contract/outcomes.ts';
import { aContent, aDirectory, anInsurer, aTask } from '../../support/builders.ts';
import { aDisk, firstSync, openAccount, type OpenAccount } from '../../support/offline/an-account.ts';
import { key, portal, subject } from '../../support/offline/annas-desk.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';

const completed = (id: string) => aTask({ id, status: '4', revision: `revision-of-${id}` });
const tasks = [completed('t1'), completed('t2'), aTask({ id: 't3', revision: 'revision-of-t3' })];
const thing = (id: string) => ({ thing: `task:${id}`, revision: `revision-of-${id}` });
const pending = { code: 'pending-budget', grantor: 'insurer' };

const done = (item: string) => ({ item, kind: 'carried-out' as const });
const refused = (item: string) => ({ item, kind: 'refused' as const, refusal: pending });

async function bertilsDesk(disk = aDisk()): Promise<OpenAccount> {
  const account = await openAccount(disk);
  await firstSync(account.fed, { standing: anInsurer(), cases: [aContent({ tasks })] });
  return account;
}

async function approve(desk: OfflineDesk, ...ids: readonly string[]) {
  const draft = { portal, name: 'approve-tasks', subject, input: { tasks: ids }, seen: ids.map(thing) } as const;
  const answer = await desk.issue(draft);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

/** The portal server answers a command of `approve`. */
async function answers({ fed, desk }: OpenAccount, position: number, items: readonly unknown[]): Promise<void> {
  const id = desk.state().outbox.find((item) => item.position === position)?.command?.id ?? '';
  const outcome = { id, kind: 'decided', change: 7, items } as CommandOutcome;
  await fed.mark([outcomeMark({ position, detail: {} }, outcome, () => true)]);
}

const statuses = async (desk: OfflineDesk) =>
  (await desk.openCase(key))?.content.case.tasks.map(({ status }) => status);
const itemsIn = (items: OfflineDesk extends { state: () => infer State } ? State : never) =>
  [...items.outbox, ...items.refusals].map((each) => each.items.map(({ item, kind }) => [item, kind]));

describe('a command with items', () => {
  test('waits as a whole; replay shows what each makes, and what will be refused is forecast an item', async () => {
    const { desk } = await bertilsDesk();
    await approve(desk, 't1', 't2', 't3');
    expect(await statuses(desk)).toEqual(['A', 'A', '0']);
    const [item] = desk.state().outbox;
    expect(item).toMatchObject({ state: 'waiting', forecast: null });
    expect(item?.items).toMatchObject([
      { item: 't1', kind: 'waiting', forecast: null, command: { name: 'approve-task', input: { task: 't1' } } },
      { item: 't2', kind: 'waiting', forecast: null },
      { item: 't3', kind: 'waiting', forecast: { code: 'status-conflict' } },
    ]);
  });

  test('none of which can be carried out is refused on the spot, and nothing is written', async () => {
    const { desk } = await bertilsDesk();
    const answer = await desk.issue({
      portal,
      name: 'approve-tasks',
      subject,
      input: { tasks: ['t3'] },
      seen: [thing('t3')],
    });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'status-conflict' } });
    expect(desk.state().outbox).toEqual([]);
  });

  test('answered, shows a refused item as not done, and an item that was carried out as done once it is contained', async () => {
    const account = await bertilsDesk();
    const { desk, fed } = account;
    const { id, position } = await approve(desk, 't1', 't2');
    await answers(account, position, [done('t1'), refused('t2')]);
    expect(await statuses(desk)).toEqual(['A', '4', '0']);
    expect((await desk.openCase(key))?.confirmed.case.tasks[0]?.status).toBe('4');
    expect(desk.state()).toMatchObject({ refusals: [], outbox: [{ state: 'carried-out' }] });
    expect(itemsIn(desk.state())).toEqual([
      [
        ['t1', 'carried-out'],
        ['t2', 'refused'],
      ],
    ]);
    const after = aContent({ tasks: [{ ...completed('t1'), status: 'A', revision: id }, ...tasks.slice(1)] });
    const contained = [{ id, kind: 'carried-out' as const, items: [done('t1'), refused('t2')] }];
    await fed.applyDelta(portal, await anAnswer({ cases: [after], own: [id], contained }));
    expect(desk.state().outbox).toEqual([]);
    expect(desk.state().refusals).toMatchObject([{ refusal: pending, items: [done('t1'), refused('t2')] }]);
    expect(await statuses(desk)).toEqual(['A', '4', '0']);
  });

  test('sync 1, 20: after a crash without an answer the delta tells of each item', async () => {
    const disk = aDisk();
    const before = await bertilsDesk(disk);
    const { id, position } = await approve(before.desk, 't1', 't2');
    await before.fed.mark([{ position, state: 'sent' }]);
    const contained = [{ id, kind: 'carried-out' as const, items: [refused('t1'), done('t2')] }];
    await before.fed.applyDelta(portal, await anAnswer({ contained }));
    await before.at.kill();
    const { desk } = await openAccount(disk);
    expect(itemsIn(desk.state())).toEqual([
      [
        ['t1', 'refused'],
        ['t2', 'carried-out'],
      ],
    ]);
    expect(await statuses(desk)).toEqual(['4', '4', '0']);
  });

  test('all of which were carried out leaves nothing to read', async () => {
    const { desk, fed, at } = await bertilsDesk();
    const { id } = await approve(desk, 't1', 't2');
    await fed.applyDelta(
      portal,
      await anAnswer({ contained: [{ id, kind: 'carried-out', items: [done('t1'), done('t2')] }] }),
    );
    expect(desk.state()).toMatchObject({ outbox: [], refusals: [] });
    expect(at.journal.read().items).toMatchObject([{ state: 'done' }]);
  });
});

describe('a refused item', () => {
  async function partlyRefused() {
    const account = await bertilsDesk();
    const { position, id } = await approve(account.desk, 't1', 't2');
    await answers(account, position, [refused('t1'), refused('t2')]);
    return { ...account, position, id };
  }

  test('is tried anew by a command with it alone, based on what was seen; the others stay to be read', async () => {
    const { desk, at, position, id } = await partlyRefused();
    const answer = await desk.tryItemAnew(position, 't2');
    expect(answer.ok).toBe(true);
    const [waiting] = desk.state().outbox;
    expect(waiting?.command).toMatchObject({ name: 'approve-tasks', input: { tasks: ['t2'] }, basedOn: [thing('t2')] });
    expect(waiting?.command?.id).not.toBe(id);
    expect(await statuses(desk)).toEqual(['4', 'A', '0']);
    expect(desk.state().refusals[0]?.items.map(({ item }) => item)).toEqual(['t1']);
    await desk.tryItemAnew(position, 't1');
    expect(desk.state().refusals).toEqual([]);
    expect(at.journal.read().items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  });

  test('that was changed meanwhile is refused on the spot, and stays to be read', async () => {
    const { desk, fed, position } = await partlyRefused();
    const changed = aContent({ tasks: tasks.map((task) => ({ ...task, revision: 'by-birgit' })) });
    await fed.applyDelta(portal, await anAnswer({ cases: [changed] }));
    expect(await desk.tryItemAnew(position, 't2')).toMatchObject({ ok: false, refusal: { code: 'stale' } });
    expect(desk.state().refusals[0]?.items).toHaveLength(2);
    expect(desk.state().outbox).toEqual([]);
  });

  test('sync 18: read beside one that was done, the whole is asked about as what is done when the portal server is set back', async () => {
    const account = await bertilsDesk();
    const { desk, fed } = account;
    const { id } = await approve(desk, 't1', 't2');
    const contained = [{ id, kind: 'carried-out' as const, items: [done('t1'), refused('t2')] }];
    for (const read of [false, true]) {
      await fed.applyDelta(portal, await anAnswer({ contained }));
      if (read) await desk.closeRefusal(desk.state().refusals[0]?.position ?? 0);
      expect(fed.toName(portal)).toEqual([]);
      await fed.startAgain(portal, 'unknown-cursor');
      await fed.storePage(
        portal,
        await anAnswer({ standing: anInsurer(), directory: aDirectory(), cases: [aContent({ tasks })] }),
      );
      expect(fed.toName(portal)).toEqual([id]);
      await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: read ? 'unknown' : 'carried-out' }] }));
    }
    expect(desk.state()).toMatchObject({ refusals: [], outbox: [{ state: 'attention' }] });
  });
});

test('what was held back is replaced only where all of it is decided anew', async () => {
  const { desk, fed } = await bertilsDesk();
  const both = await approve(desk, 't1', 't2');
  await fed.mark([{ position: both.position, state: 'blocked' }]);
  const one = await approve(desk, 't1', 't3');
  await fed.mark([{ position: one.position, state: 'blocked' }]);
  const anew = await approve(desk, 't2', 't1');
  const cancelling = desk.state().outbox.map((item) => [item.position, item.cancelling]);
  expect(cancelling).toEqual([
    [both.position, true],
    [one.position, false],
    [anew.position, false],
  ]);
});
