import type { CommandOutcome } from '../../shared/contract/outcomes.ts';
import type { JournalMark } from '../../shared/contract/desk-api.ts';
import type { ProblemKind } from '../../shared/contract/problem.ts';
import type { SyncFeed } from '../offline/sync-feed.ts';
import type { Trouble } from '../portal/answer.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import { fileNamedBy } from './files-named.ts';
import { outcomeMark } from './outcome-mark.ts';
import { readyToPost, type ReadyEntry } from './ready-to-post.ts';
import { setbackOf, type Setback } from './trouble.ts';
import type { UploadLane } from './upload-lane.ts';

export interface PushDeps {
  readonly feed: SyncFeed;
  readonly portal: PortalClient;
  readonly uploads: UploadLane;
  /** Milliseconds; for the next try of a command that met trouble. */
  readonly clock: () => number;
  readonly pause: (tries: number) => number;
  /** When a command that met trouble may be tried again; lives as long as the loop. */
  readonly notBefore: Map<string, number>;
}

const batchSize = 100;
/** So many commands failing one by one are no trouble of theirs, but the portal server's. */
const failsInARow = 3;

/** Posts what waits, in journal order, until nothing is left that can go; answers what stopped it. */
export async function push(deps: PushDeps): Promise<Setback | null> {
  const stopped = await sendCancels(deps);
  if (stopped) return stopped;
  const posted = new Set<string>();
  for (;;) {
    const batch = ready(deps, posted).slice(0, batchSize);
    if (batch.length === 0) return null;
    batch.forEach(({ command }) => posted.add(command.id));
    const trouble = await post(deps, batch);
    if (trouble === null) continue;
    if (isAboutOne(trouble)) {
      const alone = await postOneByOne(deps, batch, trouble);
      if (alone) return alone;
      continue;
    }
    return 'words' in trouble ? trouble : setbackOf(trouble);
  }
}

function ready(deps: PushDeps, posted: ReadonlySet<string>): readonly ReadyEntry[] {
  return readyToPost(deps.feed.entries(), (entry) => {
    const { command, position } = entry;
    if (posted.has(command.id) || (deps.notBefore.get(command.id) ?? 0) > deps.clock()) return false;
    const file = fileNamedBy(command);
    if (!file || deps.uploads.isThere(file.file)) return true;
    deps.uploads.want({ position, portal: command.portal, case: command.subject.id, file });
    return false;
  });
}

/** Asks the portal server to cancel what was taken back after it was sent; the answer is what really happened. */
async function sendCancels({ feed, portal }: PushDeps): Promise<Setback | null> {
  const wanted = feed.entries().filter(({ state, detail }) => state === 'sent' && detail.cancel === true);
  for (const { command, position } of wanted) {
    if (!command) continue;
    const answer = await portal.cancel(command);
    if (answer.kind !== 'ok') {
      // No such portal for this account any more: nothing of it can run there, and nobody is left to ask.
      if (isProblem(answer, 'not-found')) await feed.mark([{ position, state: 'discarded' }]);
      else if (!isAboutOne(answer)) return setbackOf(answer);
      continue;
    }
    const { state, detail } = outcomeMark({ position, detail: {} }, answer.value, () => false);
    if (['discarded', 'carried-out', 'refused'].includes(state)) await feed.mark([{ position, state, detail }]);
  }
  return null;
}

/** One batch: marked sent before it is posted (sync.md 12), its outcomes marked after. */
async function post(deps: PushDeps, batch: readonly ReadyEntry[]): Promise<Trouble | Setback | null> {
  const { feed, portal } = deps;
  const fresh = batch.filter(({ state }) => state === 'waiting');
  const sent = fresh.map(({ position, detail }): JournalMark => ({ position, state: 'sent', detail }));
  if (!(await feed.mark(sent))) return { kind: 'trouble', words: 'The disk takes no more: nothing is sent.' };
  const answer = await portal.postCommands(batch.map(({ raw }) => raw));
  if (answer.kind !== 'ok') return answer;
  await takeOutcomes(deps, batch, answer.value.outcomes);
  return null;
}

async function takeOutcomes(
  deps: PushDeps,
  batch: readonly ReadyEntry[],
  outcomes: readonly CommandOutcome[],
): Promise<void> {
  const { feed, uploads, clock, pause, notBefore } = deps;
  const marks: JournalMark[] = [];
  const over = new Set<string>();
  for (const outcome of outcomes) {
    const entry = batch.find(({ command }) => command.id === outcome.id);
    if (!entry) continue;
    const times = outcome.kind === 'file-missing' ? uploads.again(outcome.file) : 0;
    // Whether a later one is blocked depends on what became of the earlier ones of this batch.
    const mark = outcomeMark(entry, outcome, (id) => !over.has(id) && isLive(feed, id), times);
    if (ends.has(mark.state)) over.add(outcome.id);
    const tries = mark.detail?.tries ?? 0;
    if (mark.state === 'sent' && tries > 0) notBefore.set(outcome.id, clock() + pause(tries));
    marks.push(mark);
  }
  await feed.mark(marks);
}

const ends: ReadonlySet<string> = new Set(['refused', 'blocked', 'discarded']);

/** It can still be carried out, or was and the portal server forgot: whoever waits for it keeps waiting. */
function isLive(feed: SyncFeed, id: string): boolean {
  const entry = feed.entries().findLast(({ command }) => command?.id === id);
  return entry !== undefined && ['waiting', 'sent', 'attention', 'carried-out', 'done'].includes(entry.state);
}

function isAboutOne(trouble: Trouble | Setback): trouble is Trouble {
  return isProblem(trouble, 'fault') || isProblem(trouble, 'too-large');
}

function isProblem(trouble: Trouble | Setback, kind: ProblemKind): boolean {
  return trouble.kind === 'problem' && trouble.problem.kind === kind;
}

/** Finds the command that a whole batch failed with: it alone is tried again later, then parked (sync.md 13). */
async function postOneByOne(deps: PushDeps, batch: readonly ReadyEntry[], trouble: Trouble): Promise<Setback | null> {
  const failed: ReadyEntry[] = [];
  let arrived = 0;
  for (const entry of batch.length === 1 ? [] : batch) {
    const answer = await post(deps, [entry]);
    if (answer === null) arrived += 1;
    else if (isAboutOne(answer)) failed.push(entry);
    else return 'words' in answer ? answer : setbackOf(answer);
    if (isProblem(trouble, 'fault') && arrived === 0 && failed.length === failsInARow) return setbackOf(trouble);
  }
  for (const entry of batch.length === 1 ? batch : failed) {
    const { words } = setbackOf(trouble);
    const outcome = { id: entry.command.id, kind: 'trouble', problem: 'fault', detail: words } as const;
    await takeOutcomes(deps, [entry], [outcome]);
  }
  return null;
}
