import { createHash } from 'node:crypto';
import { noteDirectoryChange } from '../../portal/commands/directory-change.ts';
import { inChange } from '../../portal/commands/in-change.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { IssueAnswer } from '../../renderer/offline/offline-desk.ts';
import type { FileRef } from '../../shared/domain/document/document.ts';
import { aContent, aTask } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { anApp, type App } from '../support/journeys/app.ts';
import { aMovableServer, type Beginning, type MovableServer } from '../support/journeys/movable-server.ts';

const portal = 'nordic-portal';
const caseOf = (number: number) => ({ kind: 'case', id: `case-${String(number)}` }) as const;
const numbers = [1, 2, 3, 4, 5, 6];
const cases = {
  [portal]: numbers.map((number) =>
    aContent({ id: caseOf(number).id, number: `N-${String(number)}`, tasks: [aTask({ id: `t${String(number)}` })] }),
  ),
  'southern-portal': [aContent({ id: 'south-1', portal: 'southern-portal', number: 'S-1' })],
};

async function aWorld(engine: (typeof engines)[number]['engine'], change: Partial<Beginning> = {}) {
  const world = await aMovableServer(engine, { cases, members: ['anna', 'bertil', 'sven'], ...change });
  const anna = await anApp(world, 'anna');
  onTestFinished(async () => {
    await anna.close();
    await world.close();
  });
  await anna.sync();
  return { world, anna };
}

const chat = (app: App, number: number, text: string): Promise<IssueAnswer> =>
  app.running().desk.issue({ portal, name: 'write-chat', subject: caseOf(number), input: { text } });
const confirm = (app: App, number: number): Promise<IssueAnswer> =>
  app.running().desk.issue({
    portal,
    name: 'confirm-received',
    subject: caseOf(number),
    input: { task: `t${String(number)}` },
  });
const assign = (app: App, number: number): Promise<IssueAnswer> =>
  app.running().desk.issue({
    portal,
    name: 'assign-members',
    subject: caseOf(number),
    input: { task: `t${String(number)}`, members: ['anna'] },
  });

async function document(app: App, number: number, bytes: Uint8Array): Promise<FileRef> {
  await app.running().at.desk.files.keep(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { file: `f-${sha256.slice(0, 20)}`, name: 'a.csv', size: bytes.length, sha256, mediaType: 'text/csv' };
  const answer = await app
    .running()
    .desk.issue({ portal, name: 'add-document', subject: caseOf(number), input: { file } });
  expect(answer.ok).toBe(true);
  return file;
}

const textsOf = async (world: MovableServer, number: number) =>
  (await world.content(portal, caseOf(number).id))?.chat.map(({ text }) => text);
const statesOf = (app: App) =>
  app
    .running()
    .desk.state()
    .outbox.map(({ command, state }) => [command?.name, state]);

const strangers: readonly (readonly [string, () => Response])[] = [
  ['a gateway that cannot reach it', () => new Response('<html>Bad gateway</html>', { status: 502 })],
  ['the page of a hotel', () => new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } })],
  ['a gateway that has enough', () => new Response('<html>', { status: 429, headers: { 'retry-after': '99999999' } })],
  ['a gateway that wants a password', () => new Response('<html>', { status: 401 })],
  ['a proxy that wants a password', () => new Response('<html>', { status: 407 })],
  ['somebody who says nothing', () => new Response('')],
  ['another program', () => Response.json({ hello: 'world' })],
];

describe.each(engines)('hard times on $engine', ({ engine }) => {
  test.each(strangers)(
    '%s answers in place of the portal server, from any request on: nothing is lost',
    async (_who, answer) => {
      const { world, anna } = await aWorld(engine);
      for (let from = 0; from < 6; from += 1) {
        const number = from + 1;
        const bytes = new TextEncoder().encode(`cells ${String(from)}`);
        const { file } = await document(anna, number, bytes);
        await chat(anna, number, 'typed in a hotel');
        await confirm(anna, number);
        anna.cable.answerFrom(from, answer);
        await anna.sync();
        await anna.sync();
        expect(anna.running().loop.state()).toMatchObject({ reach: 'offline', attention: 0 });
        anna.cable.heal();
        await anna.sync();
        await anna.sync();
        expect(anna.running().loop.state()).toMatchObject({ reach: 'online', trouble: null, waiting: 0, attention: 0 });
        const there = await world.content(portal, caseOf(number).id);
        expect(there?.case.documents).toMatchObject([{ file }]);
        expect(there?.chat.map(({ text }) => text)).toEqual(['typed in a hotel']);
        expect(there?.case.tasks[0]?.status).toBe('0+');
      }
    },
  );

  test('a gateway that takes only small requests parks the large file with the reason, and lets all else through', async () => {
    const { world, anna } = await aWorld(engine);
    const bytes = new Uint8Array(200_000).fill(65);
    await document(anna, 1, bytes);
    for (let round = 0; round < 30; round += 1) await chat(anna, 2, `message ${String(round)} ${'x'.repeat(2000)}`);
    await confirm(anna, 3);
    const tooLarge = new Response('<html>Request Entity Too Large</html>', { status: 413 });
    anna.cable.answerFrom(0, (init) => (sizeOf(init) > 20_000 ? tooLarge.clone() : null));
    await anna.sync();
    await anna.sync();
    expect(anna.running().loop.state()).toMatchObject({ reach: 'online', waiting: 0, attention: 1 });
    expect(anna.running().desk.state().outbox).toMatchObject([
      { state: 'attention', trouble: { detail: 'a.csv: This is too large for a gateway on the way.' } },
    ]);
    expect(await textsOf(world, 2)).toHaveLength(30);
    anna.cable.heal();
    await anna.running().desk.retry(anna.running().desk.state().outbox[0]?.position ?? 0);
    await anna.sync();
    await anna.sync();
    expect((await world.content(portal, 'case-1'))?.case.documents).toHaveLength(1);
  });

  test('weeks offline: hundreds of commands with files arrive in their order, one refused holds only what follows from it', async () => {
    const { world, anna } = await aWorld(engine);
    anna.cable.pulled = true;
    const written = new Map<number, string[]>(numbers.map((number) => [number, []]));
    const kept: IssueAnswer[] = [];
    for (let round = 0; round < 40; round += 1)
      for (const number of numbers) {
        const text = `${String(number)} ${String(round)}`;
        kept.push(await chat(anna, number, text));
        written.get(number)?.push(text);
        if (round % 10 === 5) await document(anna, number, new TextEncoder().encode(`cells ${text}`));
        if (round === 10) kept.push(await confirm(anna, number));
        if (round === 20) kept.push(await assign(anna, number));
      }
    expect(kept.filter(({ ok }) => !ok)).toEqual([]);
    await anna.kill();
    await anna.start();
    const task = aTask({ id: 't3', office: 'rival-kuopio', company: 'rival' });
    // Meanwhile the task of case 3 is somebody else's, but Anna's office keeps another in it.
    await world.server().changeCase(portal, 'case-3', { tasks: [task, aTask({ id: 'other' })] });
    await anna.sync();
    expect(anna.running().loop.state()).toMatchObject({ reach: 'offline', waiting: 276 });
    anna.cable.heal();
    for (let round = 0; round < 3; round += 1) await anna.sync();
    for (const number of numbers) {
      expect(await textsOf(world, number)).toEqual(written.get(number));
      const content = await world.content(portal, caseOf(number).id);
      expect(content?.case.tasks[0]?.status).toBe(number === 3 ? '0' : '1');
    }
    expect(anna.running().desk.state().refusals).toMatchObject([{ command: { name: 'confirm-received' } }]);
    expect(statesOf(anna).every(([, state]) => state === 'blocked')).toBe(true);
    const blocked = anna.running().desk.state().outbox;
    expect(blocked.map(({ command }) => command?.subject.id)).toEqual(blocked.map(() => 'case-3'));
    expect(blocked.map(({ command }) => command?.name)).toContain('assign-members');
    const answers = [];
    for (const { position, command } of blocked)
      answers.push([command?.name, (await anna.running().desk.retry(position)).ok]);
    expect(answers).toContainEqual(['assign-members', false]);
    for (let round = 0; round < 3; round += 1) await anna.sync();
    expect((await world.content(portal, 'case-3'))?.case.documents).toHaveLength(4);
  });

  test('a large file whose upload breaks off is sent again and attached once', async () => {
    const { world, anna } = await aWorld(engine);
    const bytes = new Uint8Array(15_000_000);
    for (let at = 0; at < bytes.length; at += 4096) bytes[at] = at % 251;
    const { file } = await document(anna, 1, bytes);
    await confirm(anna, 1);
    await confirm(anna, 2);
    anna.cable.answerFrom(0, ({ method }) => {
      if (method === 'PUT') throw new TypeError('the connection was reset');
      return null;
    });
    await anna.sync();
    expect((await world.content(portal, 'case-2'))?.case.tasks[0]?.status).toBe('0+');
    expect((await world.content(portal, 'case-1'))?.case.documents).toEqual([]);
    await anna.kill();
    await anna.start();
    for (const cut of ['after', 'halfway'] as const) {
      anna.cable.heal();
      anna.cable.cutAt(1, cut);
      await anna.sync();
    }
    anna.cable.heal();
    await anna.sync();
    await anna.sync();
    expect(statesOf(anna)).toEqual([]);
    const content = await world.content(portal, 'case-1');
    expect(content?.case.documents).toMatchObject([{ file }]);
    expect(content?.case.tasks[0]?.status).toBe('0+');
    const answer = await world.request('anna', `/files/${portal}/${file}`, {});
    const sha256 = createHash('sha256')
      .update(new Uint8Array(await answer.arrayBuffer()))
      .digest('hex');
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('taken out of one portal with work under way, she goes on in the other, and what waited can be given up', async () => {
    const { world, anna } = await aWorld(engine);
    await chat(anna, 1, 'sent, then taken back');
    await chat(anna, 2, 'waits');
    anna.cable.cutAt(1, 'before');
    await anna.sync();
    anna.cable.heal();
    const { desk } = anna.running();
    await desk.discard(desk.state().outbox[0]?.position ?? 0);
    await takeOut(world, portal);
    const south = { portal: 'southern-portal', subject: { kind: 'case', id: 'south-1' } } as const;
    await desk.issue({ ...south, name: 'write-chat', input: { text: 'in the south' } });
    for (let round = 0; round < 6; round += 1) await anna.sync();
    expect((await world.content('southern-portal', 'south-1'))?.chat).toHaveLength(1);
    expect(desk.state().rows.map(({ row }) => row.id)).toEqual(['south-1']);
    expect(desk.state().portals.map((each) => each.portal)).toEqual(['southern-portal']);
    expect(desk.state().outbox).toMatchObject([{ state: 'attention', command: { input: { text: 'waits' } } }]);
    expect(
      anna
        .running()
        .at.forgotten.map((key) => key.case)
        .toSorted(),
    ).toEqual(numbers.map((each) => caseOf(each).id));
    await desk.discard(desk.state().outbox[0]?.position ?? 0);
    await anna.sync();
    expect(anna.running().loop.state()).toMatchObject({ reach: 'online', trouble: null, waiting: 0, attention: 0 });
    expect(await textsOf(world, 2)).toEqual([]);
  });

  test('a portal that is joined while the app runs is there with the next nudge', async () => {
    const { world, anna } = await aWorld(engine);
    const putBack = await takeOut(world, 'southern-portal');
    await anna.sync();
    expect(
      anna
        .running()
        .desk.state()
        .portals.map((each) => each.portal),
    ).toEqual([portal]);
    await putBack();
    await anna.sync();
    expect(
      anna
        .running()
        .desk.state()
        .portals.map((each) => each.portal),
    ).toEqual([portal, 'southern-portal']);
    expect(
      anna
        .running()
        .desk.state()
        .rows.map(({ row }) => row.id),
    ).toContain('south-1');
  });
});

function sizeOf({ body }: RequestInit): number {
  if (typeof body === 'string') return body.length;
  return body instanceof Uint8Array ? body.length : 0;
}

/** What an operator does by hand today: she is no member of a portal any more. */
async function takeOut(world: MovableServer, from: string): Promise<() => Promise<void>> {
  const { deps } = world.server();
  const row = await inChange(deps, from, async (change) => {
    const mine = change.db.deleteFrom('membership').where('portal', '=', from).where('member', '=', 'anna');
    const gone = await mine.returningAll().executeTakeFirstOrThrow();
    await noteDirectoryChange(change, { members: [{ id: 'anna', company: 'kuivaus' }] });
    return gone;
  });
  return () =>
    inChange(deps, from, async (change) => {
      const anew = { standing_changed: change.number, audience_changed: change.number };
      await change.db
        .insertInto('membership')
        .values({ ...row, ...anew })
        .execute();
      await noteDirectoryChange(change, { members: [{ id: 'anna', company: 'kuivaus' }] });
    });
}
