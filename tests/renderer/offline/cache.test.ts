// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { boundTo } from '../../../renderer/offline/generation.ts';
import { createSealer } from '../../../renderer/offline/sealed.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aRole,
  aTask,
  anInsurer,
  carla,
  settingsWithRole,
} from '../../support/builders.ts';
import { aDisk, firstSync, openAccount, testKey, type Disk } from '../../support/offline/an-account.ts';
import { allBytes, openedRecords } from '../../support/offline/on-disk.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';
import { key, named, portal } from '../../support/offline/named-case.ts';

describe('first sync', () => {
  test('sync 19: pages are kept apart until the delta from the start number is there, then all is read at once', async () => {
    const { fed, desk } = await openAccount(aDisk());
    await fed.keepPortals([portal]);
    await fed.storePage(
      portal,
      await anAnswer({ standing: anInsurer(), directory: aDirectory(), cases: [named('a'), named('b')], next: 'b' }),
    );
    expect(desk.state().phase).toBe('first-sync');
    expect(desk.state().portals[0]?.received).toBe(2);
    expect(fed.place(portal)).toEqual({ kind: 'pages', after: 'b' });
    await fed.storePage(portal, await anAnswer({ cases: [named('c')], cursor: { number: 9, mark: 'm9' } }));
    expect(desk.state().rows).toEqual([]);
    // The start number is the first page's, whatever the later pages say.
    expect(fed.place(portal)).toEqual({ kind: 'delta', cursor: { number: 1, mark: 'm1' } });
    await fed.applyDelta(portal, await anAnswer({ cursor: { number: 9, mark: 'm9' }, cases: [named('c', 'Hail')] }));
    expect(desk.state().phase).toBe('ready');
    expect(desk.state().rows.map(({ row }) => [row.id, row.cause])).toEqual([
      ['a', 'Storm'],
      ['b', 'Storm'],
      ['c', 'Hail'],
    ]);
  });

  test('sync 19: a first sync goes on after a crash where it was', async () => {
    const disk = aDisk();
    const before = await openAccount(disk);
    await before.fed.keepPortals([portal]);
    await before.fed.storePage(
      portal,
      await anAnswer({ standing: anInsurer(), directory: aDirectory(), cases: [named('a')], next: 'a' }),
    );
    await before.at.kill();
    const { fed, desk } = await openAccount(disk);
    expect(fed.place(portal)).toEqual({ kind: 'pages', after: 'a' });
    await fed.storePage(portal, await anAnswer({ cases: [named('b')] }));
    await fed.applyDelta(portal, await anAnswer({}));
    expect(desk.state().rows.map(({ row }) => row.id)).toEqual(['a', 'b']);
  });

  test('sync 19: until a reset is whole, the older rows are read with their own moment', async () => {
    const { fed, desk } = await openAccount(aDisk());
    await firstSync(fed, { cases: [named('a'), named('b')] });
    await fed.startAgain(portal, 'unknown-cursor');
    await fed.storePage(
      portal,
      await anAnswer({ standing: anInsurer(), directory: aDirectory(), cases: [named('a')] }),
    );
    expect(desk.state().rows).toHaveLength(2);
    expect(desk.state().portals[0]).toMatchObject({ asOf: '2026-11-23T09:00:00.000Z', received: 1 });
    await fed.applyDelta(portal, await anAnswer({ at: '2026-11-23T10:00:00.000Z' }));
    expect(desk.state().rows.map(({ row }) => row.id)).toEqual(['a']);
    expect(desk.state().portals[0]).toMatchObject({ asOf: '2026-11-23T10:00:00.000Z', received: null });
  });

  test('sync 19: a new generation is not read while a part of its delta is missing', async () => {
    const disk = aDisk();
    const before = await openAccount(disk);
    await firstSync(before.fed, { cases: [named('a'), named('b')] });
    await before.fed.startAgain(portal, 'unknown-cursor');
    const pages = { standing: anInsurer(), directory: aDirectory(), cases: [named('a', 'Hail'), named('b', 'Hail')] };
    await before.fed.storePage(portal, await anAnswer(pages));
    const some = { cursor: { number: 2, mark: 'm2' }, cases: [named('a', 'Ice')], more: true };
    await before.fed.applyDelta(portal, await anAnswer(some));
    const causes = ({ desk }: typeof before) => desk.state().rows.map(({ row }) => row.cause);
    expect(causes(before)).toEqual(['Storm', 'Storm']);
    await before.at.kill();
    const again = await openAccount(disk);
    expect(causes(again)).toEqual(['Storm', 'Storm']);
    expect(again.fed.place(portal)).toEqual({
      kind: 'delta',
      cursor: { number: 1, mark: 'm1' },
      after: 'key',
      upTo: { number: 2, mark: 'm2' },
    });
    await again.fed.applyDelta(portal, await anAnswer({ cursor: { number: 3, mark: 'm3' } }));
    expect(causes(again)).toEqual(['Ice', 'Hail']);
  });

  test('sync 22: what a reset takes away is forgotten everywhere and the user is told', async () => {
    const { fed, desk, at } = await openAccount(aDisk());
    await firstSync(fed, { cases: [named('a'), named('b')] });
    await fed.startAgain(portal, 'audience-changed');
    await fed.storePage(
      portal,
      await anAnswer({ standing: anInsurer(), directory: aDirectory(), cases: [named('a')] }),
    );
    await fed.applyDelta(portal, await anAnswer({}));
    expect(at.forgotten).toEqual([key('b')]);
    expect(desk.state().withdrawn).toMatchObject([{ case: 'b', number: 'NM-b', reason: 'level-changed', portal }]);
  });
});

describe('deltas', () => {
  test('changed, gained and withdrawn cases are there after a restart', async () => {
    const disk = aDisk();
    const before = await openAccount(disk);
    await firstSync(before.fed, { cases: [named('a'), named('b'), named('c')] });
    await before.fed.applyDelta(
      portal,
      await anAnswer({
        cursor: { number: 2, mark: 'm2' },
        cases: [named('b', 'Hail'), named('d')],
        withdrawn: [{ case: 'c', number: 'NM-c', at: '2026-11-23T09:00:00.000Z', reason: 'role-removed' }],
      }),
    );
    await before.at.kill();
    const { desk, fed } = await openAccount(disk);
    expect(desk.state().rows.map(({ row }) => [row.id, row.cause])).toEqual([
      ['a', 'Storm'],
      ['b', 'Hail'],
      ['d', 'Storm'],
    ]);
    expect(fed.place(portal)).toEqual({ kind: 'delta', cursor: { number: 2, mark: 'm2' } });
    expect((await desk.openCase(key('b')))?.content.case.damage.cause).toBe('Hail');
    expect(await desk.openCase(key('c'))).toBeNull();
    expect(desk.state().withdrawn).toMatchObject([{ case: 'c', reason: 'role-removed' }]);
  });

  test('sync 21: a case that comes back whole has no tombstone any more, after a restart either', async () => {
    const disk = aDisk();
    const { fed, desk, at } = await openAccount(disk);
    await firstSync(fed, { cases: [named('a')] });
    const withdrawn = [{ case: 'a', number: 'NM-a', at: '2026-11-23T09:00:00.000Z', reason: 'other' }] as const;
    await fed.applyDelta(portal, await anAnswer({ withdrawn }));
    expect(desk.state().rows).toEqual([]);
    await fed.applyDelta(portal, await anAnswer({ withdrawn, cases: [named('a', 'Hail')] }));
    expect(desk.state().rows.map(({ row }) => row.cause)).toEqual(['Hail']);
    expect(desk.state().withdrawn).toEqual([]);
    await at.kill();
    const again = await openAccount(disk);
    expect(again.desk.state().rows.map(({ row }) => row.cause)).toEqual(['Hail']);
    expect((await again.desk.openCase(key('a')))?.content.case.damage.cause).toBe('Hail');
  });

  test('sync 23: many deltas are compacted into pages, and everything still opens', async () => {
    const disk = aDisk();
    const before = await openAccount(disk);
    const ids = Array.from({ length: 10 }, (_, index) => `case-${String(index)}`);
    await firstSync(before.fed, { cases: ids.map((id) => named(id)) });
    for (let round = 0; round < 70; round += 1) {
      const id = ids[round % 10] ?? '';
      await before.fed.applyDelta(portal, await anAnswer({ cases: [named(id, `cause ${String(round)}`)] }));
      if (round % 7 === 0) await before.fed.tidy();
    }
    await before.fed.tidy();
    const bytes = await allBytes(disk);
    expect(bytes.length).toBeLessThan(30);
    await before.at.kill();
    const { desk } = await openAccount(disk);
    expect(
      desk
        .state()
        .rows.map(({ row }) => row.cause)
        .toSorted(),
    ).toEqual(Array.from({ length: 10 }, (_, index) => `cause ${String(60 + index)}`));
    for (const id of ids) expect((await desk.openCase(key(id)))?.content.case.id).toBe(id);
  });

  test('sync 29: a withdrawn case is in no record of the cache any more, from now or from before', async () => {
    const disk = aDisk();
    const { fed } = await openAccount(disk);
    await firstSync(fed, { cases: [named('a'), named('b'), named('c')], chunkSize: 2 });
    await fed.applyDelta(portal, await anAnswer({ cases: [named('a', 'Hail'), named('b', 'Hail')] }));
    await fed.applyDelta(portal, await anAnswer({ cases: [named('b', 'Ice')] }));
    expect(await casesOnDisk(disk)).toMatchObject({ a: 2, b: 3, c: 1 });
    await fed.applyDelta(
      portal,
      await anAnswer({ withdrawn: [{ case: 'b', number: 'NM-b', at: '2026-11-23T09:00:00.000Z', reason: 'other' }] }),
    );
    expect(await casesOnDisk(disk)).toEqual({ a: 2, c: 1 });
  });

  test('who completed a task that does not keep it is read from the log that came with the case', async () => {
    const { fed, desk } = await openAccount(aDisk());
    const { completedBy: _, ...task } = aTask({ status: '4', revision: 'completion' });
    const entry = { id: 'e', command: 'completion', what: 'task-completed' as const, by: carla, as: 'office' as const };
    const at = '2026-11-20T08:00:00.000Z';
    const log = [{ ...entry, at, receivedAt: at, facts: {}, company: null }];
    await firstSync(fed, { cases: [{ ...aContent({ id: 'a', tasks: [task] }), log }] });
    expect((await desk.openCase(key('a')))?.content.case.tasks[0]?.completedBy).toEqual(carla);
  });

  test('sync 21: content that shrank leaves nothing of the richer content behind', async () => {
    const disk = aDisk();
    const reader = aCaseHandler();
    const handled = (id: string) => aContent({ ...named(id).case, role: aRole({ user: carla }) });
    const { fed, desk } = await openAccount(disk);
    await firstSync(fed, { standing: reader, reader, cases: [handled('a'), handled('b')] });
    await fed.applyDelta(portal, await anAnswer({ reader, cases: [aContent({ ...named('a').case, role: aRole() })] }));
    expect(await casesOnDisk(disk)).toEqual({ a: 1, b: 1 });
    expect((await desk.openCase(key('a')))?.content.case.customer).toBeNull();
    expect((await openedRecords(disk)).join('').match(/A. Customer/g)).toHaveLength(1);
  });

  test('sync 21: after a right was lost, every case that comes again replaces what was rendered with it', async () => {
    const disk = aDisk();
    const reader = aCaseHandler();
    const without = aCaseHandler({ marked: false });
    const handled = (id: string) => aContent({ ...named(id).case, role: aRole({ user: carla }) });
    const before = await openAccount(disk);
    await firstSync(before.fed, { standing: reader, reader, cases: [handled('a'), handled('b')] });
    await before.fed.applyDelta(portal, await anAnswer({ standing: without }));
    await before.at.kill();
    const { fed } = await openAccount(disk);
    await fed.applyDelta(portal, await anAnswer({ reader: without, cases: [handled('a')] }));
    await fed.tidy();
    expect((await openedRecords(disk)).join('')).not.toContain('A. Customer');
    expect(await casesOnDisk(disk)).toEqual({ a: 2, b: 1 });
  });

  test('sync 32: a case that goes because the portal uses the role no more says nothing of a mark or level', async () => {
    const reader = aCaseHandler({ level: 1 });
    const { fed, desk } = await openAccount(aDisk());
    await firstSync(fed, {
      standing: reader,
      reader,
      cases: [aContent({ ...named('a').case, role: aRole({ user: carla }) })],
    });
    await fed.applyDelta(
      portal,
      await anAnswer({ standing: { ...reader, settings: settingsWithRole({ enabled: false }) } }),
    );
    expect(desk.state().withdrawn).toMatchObject([{ case: 'a', reason: 'other' }]);
  });

  test('sync 21: what a new standing does not give is off the screen and off the disk with it, whatever follows', async () => {
    const disk = aDisk();
    const reader = aCaseHandler({ level: 1 });
    const other = aTask({ id: 'painting-1', company: carla.company, responsibles: [carla] });
    const handled = (id: string, tasks = [aTask()]) =>
      aContent({ ...named(id).case, role: aRole({ user: carla }), tasks, budgets: [aBudget()] });
    const { fed, desk, at } = await openAccount(disk);
    await firstSync(fed, { standing: reader, reader, cases: [handled('a'), handled('b', [aTask(), other])] });
    await fed.applyDelta(portal, await anAnswer({ standing: { ...reader, marked: false } }));
    expect(desk.state().rows.map(({ row }) => row.id)).toEqual(['b']);
    expect(desk.state().withdrawn).toMatchObject([{ case: 'a', reason: 'mark-removed' }]);
    expect(at.forgotten).toEqual([key('a'), key('b')]);
    expect(await casesOnDisk(disk)).toEqual({ b: 1 });
    expect((await openedRecords(disk)).join('')).not.toContain('Drying of the cellar');
    const open = await desk.openCase(key('b'));
    expect(open?.content.case).toMatchObject({ budgets: [], cover: null, customer: { name: 'A. Customer' } });
    await at.kill();
    const again = await openAccount(disk);
    expect((await again.desk.openCase(key('b')))?.content).toEqual(open?.content);
    expect(again.desk.state().rows[0]?.row).toEqual(desk.state().rows[0]?.row);
  });
});

test('sync 23: a record opens for its own account, portal, generation, page and chunk only', async () => {
  const sealer = await createSealer(testKey);
  const own = ['account', portal, 'chunk', 1, 2, 3] as const;
  const [account, of, ...place] = own;
  const sealed = await sealer.seal(new TextEncoder().encode('content'), boundTo(account, of, ...place));
  expect(await sealer.open(sealed, boundTo(account, of, ...place))).not.toBeNull();
  for (const index of own.keys()) {
    const [whose, where, ...elsewhere] = own.map((part, at) => (at === index ? `${String(part)}9` : part));
    expect(await sealer.open(sealed, boundTo(String(whose), String(where), ...elsewhere))).toBeNull();
  }
});

test('sync 1: the cache holds nothing in clear and nothing that was typed', async () => {
  const disk = aDisk();
  const { fed, desk } = await openAccount(disk);
  await firstSync(fed, { cases: [named('a')] });
  await desk.issue({ portal, name: 'write-chat', subject: { kind: 'case', id: 'a' }, input: { text: 'only typed' } });
  const before = (await allBytes(disk)).length;
  const text = (await allBytes(disk)).map((bytes) => new TextDecoder('latin1').decode(bytes)).join('');
  expect(before).toBeGreaterThan(3);
  expect(text).not.toContain('sentinel');
  const opened = await openedRecords(disk);
  expect(opened.join('')).toContain('sentinel of a');
  expect(opened.join('')).not.toContain('only typed');
});

test('the External case handler sees the rows with her own actions', async () => {
  const { fed, desk } = await openAccount(aDisk());
  const cases = [aContent({ role: aRole({ user: carla }), tasks: [aTask({ status: 'B' })], budgets: [aBudget()] })];
  await firstSync(fed, { standing: aCaseHandler(), cases });
  expect(desk.state().rows[0]?.actions).toMatchObject([{ kind: 'decide-budgets', mine: true }]);
});

/** How many contents of each case lie on the disk. */
async function casesOnDisk(disk: Disk): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const record of await openedRecords(disk))
    for (const [, id = ''] of record.matchAll(/sentinel of (\w+)/g)) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
