import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContent, aRole, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, lineOf, piecesOf, type TestServer } from '../../support/portal-server.ts';

const carlaHasIt = aRole({ user: { member: 'carla', name: 'Carla Person', company: 'arvio' }, revision: 'seen' });

describe.each(engines)('deltas on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    const cases = ['case-1', 'case-2', 'case-3'].map((id) => aContent({ id, number: id, role: carlaHasIt }));
    await server.addCases('nordic-portal', cases);
  });
  afterEach(() => server.close());

  test('nothing changed is an answer without cases that leads to the same cursor', async () => {
    const anna = await server.as('anna');
    const start = cursorOf(await anna.pages());
    const delta = await anna.delta(start);
    expect(delta.map(({ kind }) => kind)).toEqual(['head', 'withdrawn', 'rows', 'own', 'contained', 'tail']);
    expect(cursorOf(delta)).toEqual(start);
  });

  test('what changed of a case comes alone, with the lines in their order', async () => {
    const [anna, carla] = [await server.as('anna'), await server.as('carla')];
    const start = cursorOf(await carla.pages());
    await anna.issue('confirm-received', 'case-2', { task: 'drying-1' });
    const delta = await carla.delta(start);
    expect([...piecesOf(delta).keys()]).toEqual(['case-2']);
    const piece = piecesOf(delta).get('case-2');
    expect(piece?.whole).toEqual([]);
    expect(Object.keys(piece?.parts ?? {}).sort()).toEqual(['log', 'tasks']);
    expect(lineOf(delta, 'tail')).toMatchObject({ more: false, next: null });
  });

  test('sync 18: an unknown number or another mark is answered with reset, never with an empty delta', async () => {
    const anna = await server.as('anna');
    const start = cursorOf(await anna.pages());
    for (const cursor of [
      { ...start, mark: randomUUID() },
      { ...start, number: start.number + 7 },
      { number: 0, mark: 'never' },
    ]) {
      const delta = await anna.delta(cursor);
      expect(delta.map(({ kind }) => kind)).toEqual(['head', 'reset', 'tail']);
      expect(lineOf(delta, 'reset')?.reason).toBe('unknown-cursor');
    }
  });

  test('sync 20: named commands are contained by number, refused and cancelled ones too, and lost ones are unknown', async () => {
    const anna = await server.as('anna');
    const start = cursorOf(await anna.pages());
    const done = await anna.issue('write-chat', 'case-1', { text: 'x' });
    const refused = await anna.issue('start-task', 'case-1', { task: 'drying-1' });
    const lost = randomUUID();
    const delta = await anna.delta(start, { named: [lost, refused.id, done.id] });
    expect(lineOf(delta, 'contained')?.commands).toEqual([
      { id: lost, kind: 'unknown' },
      { id: refused.id, kind: 'refused', refusal: expect.objectContaining({ code: 'status-conflict' }) },
      { id: done.id, kind: 'carried-out' },
    ]);
    const bertil = await server.as('bertil');
    const others = await bertil.delta(start, { named: [done.id] });
    expect(lineOf(others, 'contained')?.commands).toEqual([{ id: done.id, kind: 'unknown' }]);
  });

  test('sync 20: a delta in pages is cut between cases and says what it contains on the last page only', async () => {
    const anna = await server.as('anna');
    const cursor = cursorOf(await anna.pages());
    const named: string[] = [];
    for (const id of ['case-3', 'case-1', 'case-2', 'case-1']) {
      named.push((await anna.issue('write-chat', id, { text: id })).id);
    }
    const pages = [await anna.delta(cursor, { limit: 1, named })];
    // What comes while it is read is no part of it, and told by the next one.
    named.push((await anna.issue('write-chat', 'case-1', { text: 'later' })).id);
    for (let tail = lineOf(pages[0] ?? [], 'tail'); tail?.more; tail = lineOf(pages.at(-1) ?? [], 'tail'))
      pages.push(await anna.delta(cursor, { limit: 1, named, after: tail.next, upTo: tail.cursor }));
    const said = pages.map((page) => lineOf(page, 'contained')?.commands.map(({ id }) => id));
    expect(said).toEqual([undefined, undefined, named.slice(0, -1)]);
    const next = await anna.delta(cursorOf(pages.at(-1) ?? []), { named });
    expect([...piecesOf(next).keys()]).toEqual(['case-1']);
    expect(lineOf(next, 'contained')?.commands.map(({ id }) => id)).toEqual(named);
    const seen = pages.map((page) => [...piecesOf(page).keys()]);
    expect(seen).toEqual([['case-1'], ['case-2'], ['case-3']]);
  });

  test('sync 21: a role taken away withdraws the case with the reason, and only from who held it', async () => {
    const [bertil, carla, rita] = [await server.as('bertil'), await server.as('carla'), await server.as('rita')];
    const [carlas, ritas] = [cursorOf(await carla.pages()), cursorOf(await rita.pages())];
    const gone = await bertil.issue('remove-role', 'case-1', { reason: 'Not needed' }, { basedOn: 'seen' });
    expect(gone).toMatchObject({ kind: 'carried-out' });
    const delta = await carla.delta(carlas);
    expect(lineOf(delta, 'withdrawn')?.cases).toEqual([
      { case: 'case-1', number: 'case-1', at: expect.any(String), reason: 'role-removed', said: 'Not needed' },
    ]);
    expect(piecesOf(delta).size).toBe(0);
    expect(contentsOf(await carla.pages()).has('case-1')).toBe(false);
    expect(lineOf(await rita.delta(ritas), 'withdrawn')?.cases).toEqual([]);
  });

  test('the reason for taking the role back reaches the office it waited at, and nobody else whom the case leaves', async () => {
    const tasks = [aTask({ office: 'rival-kuopio', company: 'rival' })];
    await server.addCases('nordic-portal', [aContent({ id: 'case-8', tasks, role: aRole({ revision: 'seen' }) })]);
    const [bertil, cora, rita] = [await server.as('bertil'), await server.as('cora'), await server.as('rita')];
    const [coras, ritas] = [cursorOf(await cora.pages()), cursorOf(await rita.pages())];
    await bertil.issue('remove-role', 'case-8', { reason: 'We inspect it ourselves' }, { basedOn: 'seen' });
    expect(lineOf(await cora.delta(coras), 'withdrawn')?.cases).toMatchObject([
      { case: 'case-8', reason: 'role-removed', said: 'We inspect it ourselves' },
    ]);
    await server.changeCase('nordic-portal', 'case-8', { tasks: [aTask()] });
    const told = lineOf(await rita.delta(ritas), 'withdrawn')?.cases;
    expect(told).toEqual([
      { case: 'case-8', number: expect.any(String), at: expect.any(String), reason: 'task-moved' },
    ]);
  });

  test('a role that the office sent back itself leaves without a reason of the insurer', async () => {
    const cora = await server.as('cora');
    const start = cursorOf(await cora.pages());
    const declined = await cora.issue('decline-role', 'case-1', { reason: 'No time' }, { basedOn: 'seen' });
    expect(declined).toMatchObject({ kind: 'carried-out' });
    const told = lineOf(await cora.delta(start), 'withdrawn')?.cases;
    expect(told).toMatchObject([{ case: 'case-1', reason: 'role-removed' }]);
    expect(told?.[0]).not.toHaveProperty('said');
  });

  test('sync 21: a case lost and gained again comes whole, without a tombstone', async () => {
    const [bertil, cora, carla] = [await server.as('bertil'), await server.as('cora'), await server.as('carla')];
    const start = cursorOf(await carla.pages());
    await bertil.issue('remove-role', 'case-1', { reason: 'Not needed' }, { basedOn: 'seen' });
    const given = await bertil.issue('give-role-to-office', 'case-1', { office: 'arvio-kuopio' });
    await cora.issue('assign-role-user', 'case-1', { member: 'carla' }, { basedOn: given.id });
    const delta = await carla.delta(start);
    expect(lineOf(delta, 'withdrawn')?.cases).toEqual([]);
    expect(piecesOf(delta).get('case-1')?.parts).toMatchObject({ role: { user: { member: 'carla' } } });
  });

  test('sync 21: a downgrade says by what the case is still seen, and brings nothing that is not given any more', async () => {
    const [cora, carla] = [await server.as('cora'), await server.as('carla')];
    const start = cursorOf(await carla.pages());
    await cora.issue('assign-role-user', 'case-1', { member: 'cecil' }, { basedOn: 'seen' });
    const delta = await carla.delta(start);
    expect(lineOf(delta, 'withdrawn')?.cases).toEqual([]);
    const piece = piecesOf(delta).get('case-1');
    expect(piece?.ties).toEqual(['role-office']);
    expect(Object.keys(piece?.parts ?? {})).toEqual(['role']);
  });

  test('sync 22: a level or activity that changes whom one reads as is a reset with the reason', async () => {
    const [bertil, anna] = [await server.as('bertil'), await server.as('anna')];
    const start = cursorOf(await anna.pages());
    await bertil.issue('change-member', 'anna', { level: 4 });
    expect(lineOf(await anna.delta(start), 'reset')).toBeUndefined();
    await bertil.issue('change-member', 'anna', { level: 1 });
    expect(lineOf(await anna.delta(start), 'reset')?.reason).toBe('audience-changed');
    expect(contentsOf(await anna.pages()).size).toBe(0);
    await bertil.issue('change-member', 'anna', { active: false });
    const pages = await anna.pages();
    expect(lineOf(pages, 'standing')?.standing.active).toBe(false);
    expect(lineOf(pages, 'directory')).toMatchObject({ offices: [], members: [] });
  });

  test('sync 22: a right taken from the role is told by the standing alone, which takes the budgets out of its users’ cases', async () => {
    const [oona, carla] = [await server.as('oona'), await server.as('carla')];
    const start = cursorOf(await carla.pages());
    await oona.issue('change-rights', 'nordic-portal', { rights: ['tasks.approve'] });
    const delta = await carla.delta(start);
    expect(piecesOf(delta).size).toBe(0);
    expect(lineOf(delta, 'standing')?.standing.settings.externalCaseHandler.rights).toEqual(['tasks.approve']);
    const anna = await server.as('anna');
    expect(piecesOf(await anna.delta(start)).size).toBe(0);
    await oona.issue('change-rights', 'nordic-portal', { rights: ['budget.approve'] });
    const regained = piecesOf(await carla.delta(cursorOf(delta)));
    expect([...regained.keys()].sort()).toEqual(['case-1', 'case-2', 'case-3']);
    expect(new Set(regained.get('case-1')?.whole)).toEqual(
      new Set([
        'budgets',
        'budget-versions',
        'budget-items',
        'budget-forwards',
        'work-values',
        'invoices',
        'settlements',
      ]),
    );
  });

  test('standing, directory, reading marks and notices come when they changed, and once', async () => {
    const [bertil, carla] = [await server.as('bertil'), await server.as('carla')];
    for (const text of ['a', 'b', 'c']) await bertil.issue('write-chat', 'case-1', { text });
    const start = cursorOf(await carla.pages());
    await bertil.issue('mark-member', 'carla', { marked: true, limit: { kind: 'other', amount: 900_000 } });
    await carla.issue('mark-read', 'carla', { case: 'case-1', messages: 3 });
    await bertil.issue('write-chat', 'case-1', { text: 'x' });
    const delta = await carla.delta(start);
    expect(lineOf(delta, 'standing')?.standing.limit).toEqual({ kind: 'other', amount: 900_000 });
    expect(lineOf(delta, 'directory')?.members.map(({ id }) => id)).toEqual(['carla']);
    expect(lineOf(delta, 'reading')?.reading).toEqual({ 'case-1': 3 });
    expect(lineOf(delta, 'notices')?.notices).toMatchObject([{ kind: 'chat-written', case: 'case-1' }]);
    const next = await carla.delta(cursorOf(delta));
    expect(next.map(({ kind }) => kind)).toEqual(['head', 'withdrawn', 'rows', 'own', 'contained', 'tail']);
    expect(lineOf(await carla.pages(), 'notices')?.notices).toEqual(lineOf(delta, 'notices')?.notices);
    expect(lineOf(await carla.pages(), 'reading')?.reading).toEqual({ 'case-1': 3 });
    expect(lineOf(await (await server.as('birgit')).pages(), 'reading')?.reading).toEqual({});
  });

  test('a message is no news to its author, also behind one that is', async () => {
    const [bertil, carla] = [await server.as('bertil'), await server.as('carla')];
    const start = cursorOf(await carla.pages());
    await carla.issue('write-chat', 'case-1', { text: 'first' });
    expect(lineOf(await carla.delta(start), 'reading')?.reading).toEqual({ 'case-1': 1 });
    await bertil.issue('write-chat', 'case-1', { text: 'second' });
    await carla.issue('write-chat', 'case-1', { text: 'third' });
    expect(lineOf(await carla.delta(start), 'reading')?.reading).toEqual({ 'case-1': 2 });
    await bertil.issue('write-chat', 'case-1', { text: 'fourth' });
    await carla.issue('mark-read', 'carla', { case: 'case-1', messages: 2 });
    expect(lineOf(await carla.delta(start), 'reading')?.reading).toEqual({ 'case-1': 3 });
  });

  test('a case gained after the start number and lost after its page was read is withdrawn', async () => {
    const cora = await server.as('cora');
    const start = cursorOf(await cora.pages('&limit=1'));
    await server.addCases('nordic-portal', [aContent({ id: 'case-9', tasks: [aTask({ company: 'arvio' })] })]);
    expect(piecesOf(await cora.pages('&after=case-3')).has('case-9')).toBe(true);
    const moved = aTask({ office: 'rival-kuopio', company: 'rival' });
    await server.changeCase('nordic-portal', 'case-9', { tasks: [moved] });
    expect(lineOf(await cora.delta(start), 'withdrawn')?.cases).toMatchObject([
      { case: 'case-9', reason: 'task-moved' },
    ]);
  });
});
