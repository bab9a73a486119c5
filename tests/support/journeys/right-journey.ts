import { describe, expect, onTestFinished, test } from 'vitest';
import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { CommandInputs, CommandNameFor } from '../../../shared/domain/command-book.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { rights } from '../../../shared/domain/rights/rights.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import { aContent, aRole, carla } from '../builders.ts';
import type { Engine } from '../../../portal/store/engine.ts';
import { engines } from '../engines.ts';
import { anApp, type App } from './app.ts';
import { aMovableServer, type MovableServer } from './movable-server.ts';

/** The portal of the journeys. */
export const portal = 'nordic-portal';
const subject = { kind: 'case', id: 'case-1' } as const;

type CaseCommandName = CommandNameFor<'case'>;

/** A command about the case with what it takes; made of the case as the one who issues it sees it. */
export type Deed = {
  readonly [Name in CaseCommandName]: {
    readonly name: Name;
    readonly input: CommandInputs[Name] | ((seen: CaseContent) => CommandInputs[Name]);
    /** The bytes of the file that it names. */
    readonly file?: Uint8Array;
  };
}[CaseCommandName];

/** What a right's journey is told of. Carla holds the role, Bertil and Birgit are the insurer’s. */
export interface RightJourney {
  readonly right: Right;
  /** The case at the beginning; Carla has the role in it. */
  readonly claim: Parameters<typeof aContent>[0];
  /** Companies and portals, where not the usual ones. */
  readonly network?: NetworkDraft;
  /** What the right lets her do. */
  readonly does: Deed;
  /** True of a case in which it is done, and once only. */
  readonly isDone: (stored: CaseContent) => boolean;
  /** Who else may do it, where that is not Bertil of the insurer. */
  readonly other?: string;
  /** What the other one does meanwhile, and what Carla is refused with when hers arrives; null where it goes through all the same. */
  readonly meanwhile: { readonly does: Deed; readonly refused: Refusal['code'] | null };
  /** What becomes of the same from a second desk at the same moment; null where it changes nothing and is no error. */
  readonly twice: { readonly refused: Refusal['code'] | null };
  /** What else the other one sees of it. */
  readonly otherSees?: (seen: CaseContent) => void;
}

/**
 * The journey of one of the sixteen rights, named as the seed does: with the right and without it, online, offline with the
 * right withdrawn before it arrives, decided on what is not so any more, and by two people at once; on both engines.
 */
export function tellRightJourney(label: string, journey: RightJourney): void {
  describe.each(engines)(`${label}, on $engine`, ({ engine }) => {
    const told = tellOn(engine, journey);
    test('with the right: online at once, offline on the way back', told(withTheRight));
    test('without the right: refused on the screen, nothing is written', told(withoutTheRight));
    test(
      'the right withdrawn while she is offline: refused by the portal server on arrival, what was entered is kept',
      told(withdrawn),
    );
    test('decided on what is not so any more', told(stale));
    test('by two people at the same moment: once', told(twice));
  });
}

interface Told {
  readonly journey: RightJourney;
  readonly world: MovableServer;
  readonly carla: App;
  readonly other: App;
}

function tellOn(engine: Engine, journey: RightJourney) {
  const { other = 'bertil' } = journey;
  return (tell: (told: Told) => Promise<void>) => async () => {
    const claim = aContent({
      role: aRole({ user: carla, userAssignedAt: '2026-11-23T08:30:00.000Z' }),
      ...journey.claim,
    });
    const network = journey.network ? { network: journey.network } : {};
    const members = ['carla', other, 'oona'];
    const world = await aMovableServer(engine, { ...network, cases: { [portal]: [claim] }, members });
    const [her, his] = [await anApp(world, 'carla'), await anApp(world, other)];
    onTestFinished(async () => {
      for (const app of [her, his]) await app.close();
      await world.close();
    });
    for (const app of [her, his]) await app.sync();
    await tell({ journey, world, carla: her, other: his });
  };
}

async function withTheRight({ journey, world, carla: her, other: his }: Told): Promise<void> {
  expect(await issue(her, journey.does)).toMatchObject({ ok: true });
  await her.sync();
  expect(journey.isDone(await storedIn(world))).toBe(true);
  await his.sync();
  journey.otherSees?.((await opened(his)).content);

  await world.beginAgain();
  const again = await anApp(world, 'carla');
  onTestFinished(again.close);
  await again.sync();
  again.cable.pulled = true;
  expect(await issue(again, journey.does)).toMatchObject({ ok: true });
  await again.kill();
  await again.start();
  await again.sync();
  expect(again.running().loop.state()).toMatchObject({ reach: 'offline', waiting: 1 });
  expect(journey.isDone(await storedIn(world))).toBe(false);
  again.cable.heal();
  await again.sync();
  await again.sync();
  expect(again.running().loop.state()).toMatchObject({ waiting: 0, attention: 0 });
  expect(journey.isDone(await storedIn(world))).toBe(true);
  expect((await opened(again)).content).toEqual((await opened(again)).confirmed);
}

async function withoutTheRight({ journey, world, carla: her }: Told): Promise<void> {
  await takeAway(world, journey.right);
  await her.sync();
  const before = await storedIn(world);
  expect(await issue(her, journey.does)).toMatchObject({
    ok: false,
    kind: 'refused',
    refusal: { code: 'right-missing', right: journey.right },
  });
  await her.sync();
  expect(her.running().loop.state()).toMatchObject({ waiting: 0, attention: 0 });
  expect(await storedIn(world)).toEqual(before);
}

async function withdrawn({ journey, world, carla: her }: Told): Promise<void> {
  her.cable.pulled = true;
  expect(await issue(her, journey.does)).toMatchObject({ ok: true });
  await takeAway(world, journey.right);
  her.cable.heal();
  await her.sync();
  expect(journey.isDone(await storedIn(world))).toBe(false);
  const [refusal] = her.running().desk.state().refusals;
  expect(refusal).toMatchObject({
    refusal: { code: 'right-missing', right: journey.right },
    command: { name: journey.does.name },
  });
  await her.sync();
  expect(her.running().desk.state().refusals).toHaveLength(1);
}

async function stale({ journey, world, carla: her, other: his }: Told): Promise<void> {
  const { does, refused } = journey.meanwhile;
  her.cable.pulled = true;
  expect(await issue(her, journey.does)).toMatchObject({ ok: true });
  expect(await issue(his, does)).toMatchObject({ ok: true });
  await his.sync();
  her.cable.heal();
  await her.sync();
  expect(
    her
      .running()
      .desk.state()
      .refusals.map(({ refusal }) => refusal?.code),
  ).toEqual(refused ? [refused] : []);
  expect(journey.isDone(await storedIn(world))).toBe(refused === null);
}

async function twice({ journey, world, carla: her, other: his }: Told): Promise<void> {
  const { refused } = journey.twice;
  for (const app of [her, his]) {
    app.cable.pulled = true;
    expect(await issue(app, journey.does)).toMatchObject({ ok: true });
  }
  for (const app of [his, her]) {
    app.cable.heal();
    await app.sync();
  }
  expect(his.running().desk.state().refusals).toEqual([]);
  expect(
    her
      .running()
      .desk.state()
      .refusals.map(({ refusal }) => refusal?.code),
  ).toEqual(refused ? [refused] : []);
  expect(journey.isDone(await storedIn(world))).toBe(true);
  expect(her.running().loop.state()).toMatchObject({ waiting: 0 });
}

/** Issues what is told from an app, with the file that it names kept before. */
export async function issue(app: App, { name, input, file }: Deed) {
  if (file) await app.running().at.desk.files.keep(file);
  const { content } = await opened(app);
  const command = { name, input: typeof input === 'function' ? input(content) : input };
  // Name and input were correlated where the deed was told.
  const draft = { portal, subject, ...command, seen: revisionsOf(content.case, command as never) };
  return app.running().desk.issue(draft as Parameters<ReturnType<App['running']>['desk']['issue']>[0]);
}

/** The case as the app shows it. */
async function opened(app: App) {
  const open = await app.running().desk.openCase({ portal, case: subject.id });
  if (!open) throw new Error(`${app.member} does not see the case`);
  return open;
}

/** The case as the portal server has it. */
export async function storedIn(world: MovableServer): Promise<CaseContent> {
  const stored = await world.content(portal, subject.id);
  if (!stored) throw new Error('the case is gone');
  return stored;
}

/** The operator takes the right out of the role's set; the apps learn of it when they next sync. */
async function takeAway(world: MovableServer, right: Right): Promise<void> {
  const oona = await world.as('oona');
  const outcome = await oona.issue(
    'change-rights',
    portal,
    { rights: rights.filter((each) => each !== right) },
    { basedOn: portal },
  );
  if (outcome.kind !== 'carried-out') throw new Error(`the right could not be taken away: ${outcome.kind}`);
}
