import { expect } from 'vitest';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { CasePiece } from '../../../shared/domain/case/parts/held-case.ts';
import { unpackRow } from '../../../shared/domain/case/row-line.ts';
import { foldDirectory } from '../../../shared/domain/office/fold-directory.ts';
import { openedRecords } from '../offline/on-disk.ts';
import { contentsOf, lineOf, linesOf } from '../portal-server.ts';
import type { App } from './app.ts';
import type { MovableServer } from './movable-server.ts';
import { retry, startAgain, workInTheBackground, type Play } from './play.ts';

/** Rounds that must be enough for everything to come to rest. */
const roundsToSettle = 12;

/** What waits in the background is done, the cable is whole again, everybody syncs, and what asks for a decision gets one. */
export async function settle(play: Play): Promise<void> {
  await workInTheBackground(play);
  for (const app of play.apps) {
    app.cable.heal();
    app.nextId = null;
    await startAgain(app);
    await app.sync();
  }
  for (let round = 0; round < roundsToSettle; round += 1) {
    const unsettled = [];
    for (const app of play.apps) if (await settleApp(play, app, round)) unsettled.push(app.member);
    if (unsettled.length === 0) return;
  }
  const left = play.apps.map((app) => [app.member, app.running().loop.state(), app.running().desk.state().outbox]);
  throw new Error(`did not come to rest: ${JSON.stringify(left)}`);
}

/** Retries first, and gives up what cannot go after some rounds; true while something was left. */
async function settleApp({ seen }: Play, app: App, round: number): Promise<boolean> {
  const { desk } = app.running();
  for (const item of desk.state().outbox) {
    if (item.state !== 'blocked' && item.state !== 'attention') continue;
    const again = round < roundsToSettle / 2 && (await retry(seen, app, item));
    if (!again) await desk.discard(item.position);
  }
  await app.sync();
  for (const { position } of desk.state().refusals) await desk.closeRefusal(position);
  return desk.state().outbox.length > 0;
}

/** Views = confirmed = SQL: what every app shows is what the portal server would tell somebody who starts afresh. */
export async function expectOneTruth(play: Play): Promise<void> {
  // Others wrote after an app's last round: one more for everybody.
  for (const app of play.apps) await app.sync();
  for (const app of play.apps) {
    const { desk, loop } = app.running();
    expect(loop.state()).toMatchObject({ reach: 'online', trouble: null, waiting: 0, attention: 0 });
    const portals = await portalsOf(play.world, app.member);
    expect(
      desk
        .state()
        .portals.map(({ portal }) => portal)
        .toSorted(),
    ).toEqual(portals.toSorted());
    const truths = await Promise.all(portals.map((portal) => truthOf(play.world, app.member, portal)));
    const rows = truths.flatMap((truth) => [...truth.contents.keys()]);
    expect(
      desk
        .state()
        .rows.map(({ row }) => row.id)
        .toSorted(),
    ).toEqual(rows.toSorted());
    for (const truth of truths) await expectPortal(app, truth);
    await expectNothingElseOnDisk(app, truths);
  }
}

interface Truth {
  readonly portal: string;
  readonly contents: ReadonlyMap<string, CaseContent>;
  readonly rows: ReadonlyMap<string, unknown>;
  readonly standing: unknown;
  readonly directory: unknown;
  readonly reading: Readonly<Record<string, number>>;
  /** The parts of each case that are given at all. */
  readonly given: ReadonlyMap<string, readonly string[]>;
}

async function portalsOf(world: MovableServer, member: string): Promise<readonly string[]> {
  const me: unknown = await (await world.request(member, '/me', {})).json();
  return (me as { portals: { id: string }[] }).portals.map(({ id }) => id);
}

async function truthOf(world: MovableServer, member: string, portal: string): Promise<Truth> {
  const response = await world.request(member, `/sync/${portal}/pages?protocol=${String(protocolVersion)}`, {});
  const lines = await linesOf(response);
  const directory = lineOf(lines, 'directory');
  return {
    portal,
    contents: contentsOf(lines),
    rows: new Map(lineOf(lines, 'rows')?.rows.map(([row]) => [row.id, unpackRow(row, portal)])),
    standing: lineOf(lines, 'standing')?.standing,
    directory: directory && foldDirectory(null, directory),
    reading: lineOf(lines, 'reading')?.reading ?? {},
    given: new Map(
      lines.flatMap((each) => (each.kind === 'pieces' ? each.pieces : [])).map((piece) => [piece.case, piece.whole]),
    ),
  };
}

async function expectPortal(app: App, truth: Truth): Promise<void> {
  const { desk } = app.running();
  const state = desk.state();
  const mine = state.portals.find(({ portal }) => portal === truth.portal);
  expect(mine?.standing).toEqual(truth.standing);
  expect(mine?.directory).toEqual(truth.directory);
  for (const [id, content] of truth.contents) {
    const open = await desk.openCase({ portal: truth.portal, case: id });
    expect(open?.confirmed).toEqual(content);
    expect(open?.content).toEqual(content);
    expect(open?.read).toBe(truth.reading[id] ?? 0);
    const facts = state.rows.find(({ row }) => row.portal === truth.portal && row.id === id);
    expect(facts?.row).toEqual(truth.rows.get(id));
  }
}

/** Records of the cache, opened with the account's key: no case that is not seen, and of none more than is seen. */
async function expectNothingElseOnDisk(app: App, truths: readonly Truth[]): Promise<void> {
  const seen = new Map(truths.flatMap(({ contents }) => [...contents]));
  const records = await openedRecords(app.disk, app.account);
  const ids = records.flatMap((record) =>
    [...record.matchAll(/"id":"((?:case|south)-\d+)"/g)].map(([, id]) => id ?? ''),
  );
  expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  const given = new Map(truths.flatMap((truth) => [...truth.given]));
  const idsOf = (things: readonly { readonly id: string }[] = []) => things.map(({ id }) => id);
  for (const { case: id, parts } of records.flatMap(piecesInRecord)) {
    expect(Object.keys(parts).filter((part) => !given.get(id)?.includes(part))).toEqual([]);
    const content = seen.get(id);
    const lines = new Set(idsOf(content?.log));
    const budgets = new Set(idsOf(content?.case.budgets));
    expect(idsOf(parts.log).filter((line) => !lines.has(line))).toEqual([]);
    expect(idsOf(parts.budgets).filter((budget) => !budgets.has(budget))).toEqual([]);
  }
}

function piecesInRecord(record: string): readonly CasePiece[] {
  const lines = record.split('\n').filter((line) => line.startsWith('{"kind":"pieces"'));
  return lines.flatMap((line) => {
    const { pieces } = JSON.parse(line) as { pieces: (CasePiece | null)[] };
    return pieces.filter((piece) => piece !== null);
  });
}

/** Every message that was durable once is in SQL exactly once, or its command ended otherwise and it is not there at all. */
export async function expectExactlyOnce(play: Play): Promise<void> {
  const ended = new Map<App, ReadonlyMap<unknown, string>>();
  for (const app of play.apps) {
    const { items } = app.running().at.journal.read();
    const states = items.map(({ command, state }) => [idOf(command), state] as const);
    ended.set(app, new Map(states));
  }
  for (const { id, app, portal, case: subject } of play.written) {
    const content = await play.world.content(portal, subject);
    const there = content?.chat.filter((entry) => entry.id === `${id}-0` && entry.by.member === app.member) ?? [];
    expect([id, there.length]).toEqual([id, ended.get(app)?.get(id) === 'done' ? 1 : 0]);
  }
}

function idOf(command: unknown): unknown {
  return typeof command === 'object' && command !== null && 'id' in command ? command.id : undefined;
}
