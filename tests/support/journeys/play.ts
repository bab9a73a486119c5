import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import type { BasedOn } from '../../../shared/domain/revision.ts';
import { rights } from '../../../shared/domain/rights/rights.ts';
import { anApp, type App } from './app.ts';
import type { Happenings } from './happenings.ts';
import type { MovableServer } from './movable-server.ts';
import type { OutboxItem } from '../../../renderer/offline/offline-desk.ts';
import type { Plan, Step } from './steps.ts';
import { approveAll, draftsFor, issueAny } from './what-can-be-done.ts';

/** A history under way. */
export interface Play {
  readonly world: MovableServer;
  readonly seen: Happenings;
  readonly apps: readonly App[];
  /** Chat messages that were durable once, with who wrote them. */
  readonly written: { readonly id: string; readonly app: App; readonly portal: string; readonly case: string }[];
  texts: number;
}

const partners = ['anna', 'carla', 'aki', 'cora'] as const;
const nordic = 'nordic-portal';
const anHour = 3_600_000;

export async function beginPlay(world: MovableServer, plan: Plan, seen: Happenings): Promise<Play> {
  seen.begin(plan);
  const apps: App[] = [];
  for (const { member, pageSize, hoursOff } of plan.apps)
    apps.push(await anApp(world, member, { pageSize, clockOff: hoursOff * anHour, watch: seen.watch }));
  return { world, seen, apps, written: [], texts: 0 };
}

/** Does one step; a killed app is started again when it is needed next. */
export async function playStep(play: Play, step: Step): Promise<void> {
  if (!('app' in step)) return playOnServer(play, step);
  const app = await appOf(play, step.app);
  const before = app.running();
  await playOnApp(play, app, step).catch((error: unknown) => {
    // What was under way when the process was killed fails with it; nobody is left to see that.
    if (app.isRunning() && app.running() === before) throw error;
  });
}

async function appOf(play: Play, number: number): Promise<App> {
  const app = play.apps[number % play.apps.length];
  if (!app) throw new Error('a history without apps');
  await startAgain(app);
  return app;
}

/** Starts an app that does not run. */
export async function startAgain(app: App): Promise<void> {
  if (!app.isRunning()) await app.start();
}

async function playOnApp(play: Play, app: App, step: Extract<Step, { readonly app: number }>): Promise<void> {
  switch (step.do) {
    case 'issue':
      await issueSomething(play, app, step);
      return;
    case 'approve-several':
      return approveSeveral(play.seen, app);
    case 'sync':
      return app.sync();
    case 'sync-together':
      await Promise.all([app.sync(), (await appOf(play, step.other)).sync()]);
      return;
    case 'issue-while-syncing':
      await Promise.all([app.sync(), issueSomething(play, app, step)]);
      return;
    case 'cut':
      app.cable.cutAt(step.at, step.cut, async () => play.seen.note('a cable cut'));
      await app.sync();
      return app.cable.heal();
    case 'crash':
      app.cable.cutAt(step.at, step.cut, app.kill);
      await app.sync();
      if (!app.isRunning()) play.seen.note('killed while syncing');
      return app.cable.heal();
    case 'crash-marking':
      await issueSomething(play, app, step);
      app.running().at.killAtWrite(step.at, step.durable, app.kill);
      await app.sync();
      if (app.isRunning()) app.running().at.spare();
      else play.seen.note('killed while the journal was written');
      return;
    case 'wipe':
      await app.kill();
      play.seen.note('the cache wiped');
      return app.wipeCache();
    case 'retry':
      return onItem(app, step.pick, (item) => retry(play.seen, app, item));
    case 'discard':
      return discardSomething(play, app, step);
    case 'close-refusal': {
      const [refusal] = app.running().desk.state().refusals;
      if (refusal) await app.running().desk.closeRefusal(refusal.position);
      return;
    }
    case 'clock':
      play.seen.note('a clock set');
      return app.setClock(step.hours * anHour);
    case 'tidy':
      return (await app.running().feed).tidy();
    case 'lose-acknowledged':
      // Posted and acknowledged, then the cable goes before the pull and the database is set back to before it.
      await app.sync();
      await play.world.snapshot();
      await issueSomething(play, app, step);
      // After `me` and the post.
      app.cable.cutAt(2, 'before');
      await app.sync();
      app.cable.heal();
      return play.world.setBack();
    case 'same-id': {
      const other = await appOf(play, step.other);
      // One account never makes an id twice; two accounts may, and neither may harm the other.
      if (other.account === app.account) return;
      // A message is what everybody may always write.
      app.nextId = await issueSomething(play, other, { on: step.on, what: 0 });
      await issueSomething(play, app, { on: step.on, what: 0 });
      app.nextId = null;
      return;
    }
  }
}

/** Takes something back, before it was posted or after. */
async function discardSomething(play: Play, app: App, step: Extract<Step, { readonly do: 'discard' }>): Promise<void> {
  const { desk } = app.running();
  if (desk.state().outbox.length === 0) await issueSomething(play, app, { on: step.on, what: step.pick });
  if (step.sent) {
    // After `me`: the post.
    app.cable.cutAt(1, step.sent);
    await app.sync();
    app.cable.heal();
  }
  await onItem(app, step.pick, ({ position, state }) => {
    if (state === 'waiting') play.seen.note('an unsent command taken back');
    return desk.discard(position);
  });
}

async function onItem(app: App, pick: number, act: (item: OutboxItem) => Promise<unknown>): Promise<void> {
  const { outbox } = app.running().desk.state();
  const item = outbox[pick % Math.max(1, outbox.length)];
  if (item) await act(item);
}

/** Offers a parked or blocked command again. */
export async function retry(seen: Happenings, app: App, { position, state }: OutboxItem): Promise<boolean> {
  if (state === 'blocked' || state === 'attention') seen.note('a blocked or parked command tried again');
  return (await app.running().desk.retry(position)).ok;
}

/** Approves all tasks of a case at once, where there is one with several of which one is completed. */
async function approveSeveral(seen: Happenings, app: App): Promise<void> {
  const { desk } = app.running();
  const found = desk
    .state()
    .rows.find(({ row: { tasks } }) => tasks.length > 1 && tasks.some(({ status }) => status === '4'));
  const open = found && (await desk.openCase({ portal: found.row.portal, case: found.row.id }));
  const answer = open && (await desk.issue(approveAll(open)));
  if (answer?.ok) seen.note('a command issued');
}

/** Tries things in a case until the rules allow one; the id of its command, null when nothing was allowed. */
async function issueSomething(
  play: Play,
  app: App,
  { on, what }: { readonly on: number; readonly what: number },
): Promise<string | null> {
  const { desk, at } = app.running();
  const { rows } = desk.state();
  const row = rows[on % Math.max(1, rows.length)]?.row;
  const open = row && (await desk.openCase({ portal: row.portal, case: row.id }));
  if (!open) return null;
  play.texts += 1;
  const bytes = new TextEncoder().encode(`calculation ${String(play.texts)} of ${app.account}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { file: uuidv7(), name: 'calculation.csv', size: bytes.length, sha256, mediaType: 'text/csv' };
  await at.desk.files.keep(bytes);
  const drafts = draftsFor(open, file, `text ${String(play.texts)}`);
  for (let tried = 0; tried < drafts.length; tried += 1) {
    const draft = drafts[(what + tried) % drafts.length];
    const answer = draft ? await issueAny(desk, draft) : null;
    if (!draft || !answer?.ok) continue;
    play.seen.note('a command issued');
    if (draft.name === 'write-chat')
      play.written.push({ id: answer.id, app, portal: draft.portal, case: draft.subject.id });
    return answer.id;
  }
  return null;
}

type ServerStep = Exclude<Step, { readonly app: number }>;

/** What waits for the portal server to do by itself: what is told of roles after a right changed, reports. */
export async function workInTheBackground({ world, seen }: Play): Promise<void> {
  if ((await world.server().jobs.runDue()) > 0) seen.note('work done in the background');
}

async function playOnServer(play: Play, step: ServerStep): Promise<void> {
  const { world, seen } = play;
  switch (step.do) {
    case 'snapshot':
      return world.snapshot();
    case 'set-back':
      seen.note('the portal server set back');
      return world.setBack();
    case 'work-in-the-background':
      return workInTheBackground(play);
    case 'move': {
      const to = { kuivaus: ['kuivaus', 'kuopio'], rival: ['rival', 'rival-kuopio'], nobody: [null, null] } as const;
      const [company, office] = to[step.to];
      const id = caseNumber(step.on);
      const task = (await world.content(nordic, id))?.case.tasks[0];
      if (!task) return;
      const moved = {
        ...task,
        company,
        office,
        responsibles: [],
        status: company === null ? 'C' : '0',
        revision: uuidv7(),
      } as const;
      return world.server().changeCase(nordic, id, { tasks: [moved] });
    }
    case 'role':
      return changeRole(world, step.on, step.how);
    case 'lose-and-gain':
      return loseAndGain(play, step);
    case 'right': {
      const given = rights.filter((right) => step.given || right !== 'budget.approve');
      return command(world, 'oona', { kind: 'portal', id: nordic }, 'change-rights', { rights: given });
    }
    case 'level':
      return command(world, 'bertil', memberOf(step.member), 'change-member', { level: step.level });
    case 'budget-permission':
      return command(world, 'bertil', memberOf(step.member), 'change-member', { budgetPermission: step.given });
    case 'mark': {
      const input = { marked: step.marked, limit: { kind: 'default' } };
      return command(world, 'bertil', memberOf(step.member), 'mark-member', input);
    }
  }
}

type LoseAndGain = Extract<Step, { readonly do: 'lose-and-gain' }>;

/** Something is taken from somebody and given back; `told`: her computers hear of both. */
async function loseAndGain(play: Play, { what, member, on, told }: LoseAndGain): Promise<void> {
  const { world } = play;
  const who = what === 'level' ? memberOf(member) : memberOf(partners.indexOf('carla'));
  const hear = async (): Promise<void> => {
    for (const app of play.apps) {
      if (!told || app.member !== who.id) continue;
      await startAgain(app);
      await app.sync();
    }
  };
  const change = (name: string, has: object, lost: object) => async (gained: boolean) =>
    command(world, 'bertil', who, name, gained ? has : lost);
  const mark = (marked: boolean) => ({ marked, limit: { kind: 'default' } });
  const set = {
    level: change('change-member', { level: 3 }, { level: 0 }),
    mark: change('mark-member', mark(true), mark(false)),
    role: async (gained: boolean) => {
      await changeRole(world, on, gained ? 'give' : 'remove');
      if (gained) await changeRole(world, on, 'assign');
    },
  }[what];
  for (const gained of [true, false, true]) {
    await set(gained);
    await hear();
  }
}

async function changeRole(world: MovableServer, on: number, how: 'give' | 'assign' | 'remove'): Promise<void> {
  const id = caseNumber(on);
  const subject = { kind: 'case', id };
  const revision = (await world.content(nordic, id))?.case.role?.revision;
  const basedOn = revision === undefined ? [] : [{ thing: 'role', revision }];
  if (how === 'give')
    return command(world, 'bertil', subject, 'give-role-to-office', { office: 'arvio-kuopio' }, basedOn);
  if (how === 'remove') return command(world, 'bertil', subject, 'remove-role', { reason: 'other plans' }, basedOn);
  return command(world, 'cora', subject, 'assign-role-user', { member: 'carla' }, basedOn);
}

/** Somebody at another computer does something; what the rules refuse simply does not happen. */
async function command(
  world: MovableServer,
  member: string,
  subject: object,
  name: string,
  input: object,
  basedOn: readonly BasedOn[] = [],
): Promise<void> {
  const account = await world.account(member);
  const at = world.server().clock.now;
  const body = { id: uuidv7(), portal: nordic, account, subject, name, input, basedOn, after: null, at };
  await world.request(member, '/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: protocolVersion, account, commands: [body] }),
  });
}

const caseNumber = (on: number): string => `case-${String((on % 6) + 1)}`;
const memberOf = (member: number) => ({ kind: 'member', id: partners[member % partners.length] });
