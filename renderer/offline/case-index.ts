import type { CaseContent } from '../../shared/domain/case/case.ts';
import { countRead } from '../../shared/domain/chat/count-read.ts';
import { toListRow } from '../../shared/domain/case/list-row.ts';
import type { RowFacts } from '../../shared/domain/case/list-filter.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { replay, replayOn, type ReplayFate, type Replayed, type WaitingCommand } from '../../shared/domain/replay.ts';
import { isSame } from '../../shared/domain/overwriting.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { Cache } from './cache.ts';
import type { CacheChange } from './cache-work.ts';
import type { Generation, Held } from './generation.ts';
import type { Outbox } from './outbox.ts';
import { rowFacts, type DatedFacts } from './row-facts.ts';
import { pendingByCase, waitingReads } from './waiting-commands.ts';

/** A case with commands that wait: its confirmed content and what they make of it. */
export interface CaseView extends Replayed {
  readonly confirmed: CaseContent;
}

/** A view with what it was made from: while that is the same, nothing is read again, and only what came later is replayed. */
interface KnownView extends CaseView {
  readonly held: Held | undefined;
  readonly standing: Standing;
  readonly directory: Directory;
  readonly waiting: readonly WaitingCommand[];
}

/** The rows in memory, replayed, with their actions: lists, filters and counts run on it, never on IndexedDB (design.md §4). */
export interface CaseIndex {
  /** The same array until something changed. */
  readonly rows: () => readonly RowFacts[];
  readonly fateOf: (command: string) => ReplayFate | undefined;
  /** Looks again at cases after an answer, a command or a mark. */
  readonly refresh: (change: CacheChange) => Promise<void>;
  /** Lets the clock go on; answers true when that changed a row. */
  readonly tick: () => boolean;
  /** Confirmed and replayed; null where the case is not held. */
  readonly view: (key: CaseKey) => Promise<CaseView | null>;
  readonly forget: (key: CaseKey) => void;
}

export interface CaseIndexOptions {
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly now: () => Moment;
}

export function createCaseIndex({ cache, outbox, now }: CaseIndexOptions): CaseIndex {
  const facts = new Map<PortalId, Map<CaseId, DatedFacts>>();
  const views = new Map<PortalId, Map<CaseId, KnownView>>();
  let rows: readonly RowFacts[] | null = null;
  let ticked = now();

  const confirmedOf = async (key: CaseKey): Promise<CaseContent | null> => {
    const current = cache.portals.get(key.portal)?.current;
    const known = views.get(key.portal)?.get(key.case);
    const held = current?.cases.get(key.case);
    const isSame = held && known?.held === held && known.standing === current?.base.standing;
    return isSame ? known.confirmed : cache.content(key);
  };

  const readView = async (key: CaseKey): Promise<KnownView | null> => {
    const held = cache.portals.get(key.portal)?.current?.cases.get(key.case);
    const confirmed = await confirmedOf(key);
    const { standing, directory, own } = cache.portals.get(key.portal)?.current?.base ?? {};
    if (!confirmed || !standing || !directory) return null;
    const done = new Set(own);
    const waiting = pendingByCase(outbox.entries()).get(key.portal)?.get(key.case) ?? [];
    // Of what the confirmed case holds already nothing is to be seen twice.
    const left = waiting.filter(({ stamp }) => !done.has(stamp.id));
    const made = { held, standing, directory, confirmed, waiting: left };
    return { ...made, ...replayFrom(made, views.get(key.portal)?.get(key.case)) };
  };

  /** Replays what waits on the named cases (null: all of the portal). */
  const replayCases = async (portal: PortalId, cases: ReadonlySet<CaseId> | null): Promise<void> => {
    const pending = pendingByCase(outbox.entries()).get(portal);
    const known = views.get(portal) ?? new Map<CaseId, KnownView>();
    views.set(portal, known);
    for (const id of cases ?? new Set([...known.keys(), ...(pending?.keys() ?? [])])) {
      const view = pending?.has(id) ? await readView({ portal, case: id }) : null;
      if (view) known.set(id, view);
      else known.delete(id);
    }
  };

  /** What waiting marks will come to, the own messages after them included. */
  const markedOf = async (portal: PortalId, generation: Generation, cases: ReadonlySet<CaseId> | null) => {
    const marks = [...waitingReads(outbox.entries(), portal)].filter(([id]) => cases?.has(id) ?? true);
    const member = generation.base.standing?.member ?? '';
    const reads = marks.map(async ([id, upTo]): Promise<[CaseId, number]> => {
      const content = await confirmedOf({ portal, case: id });
      return [id, countRead(content?.chat ?? [], member, upTo)];
    });
    return new Map(await Promise.all(reads));
  };

  const factsOf = (portal: PortalId, generation: Generation, reads: ReadonlyMap<CaseId, number>) => {
    const { standing, reading } = generation.base;
    const replayed = views.get(portal);
    return (id: CaseId): DatedFacts | null => {
      const held = generation.cases.get(id);
      if (!held || !standing) return null;
      const view = replayed?.get(id);
      const unread = held.row.messages - Math.max(reading[id] ?? 0, reads.get(id) ?? 0);
      return rowFacts(view ? toListRow(view.content) : held.row, standing, Math.max(0, unread), now());
    };
  };

  return {
    rows: () => (rows ??= [...facts.values()].flatMap((cases) => [...cases.values()].map((each) => each.facts))),
    fateOf: (command) => {
      const fates = [...views.values()].flatMap((cases) => [...cases.values()].flatMap((view) => view.fates));
      return fates.find((each) => each.command === command);
    },
    refresh: async ({ portal, cases }) => {
      await replayCases(portal, cases);
      rows = null;
      const generation = cache.portals.get(portal)?.current;
      if (!generation) {
        facts.delete(portal);
        return;
      }
      const known =
        cases === null ? new Map<CaseId, DatedFacts>() : (facts.get(portal) ?? new Map<CaseId, DatedFacts>());
      const look = factsOf(portal, generation, await markedOf(portal, generation, cases));
      for (const id of cases ?? generation.cases.keys()) {
        const found = look(id);
        if (found) known.set(id, found);
        else known.delete(id);
      }
      facts.set(portal, known);
    },
    tick: () => {
      const moment = now();
      // Set back, the clock may change any row; going on, it changes those whose target has come.
      const back = moment < ticked;
      ticked = moment;
      let changed = false;
      for (const cases of facts.values())
        for (const [id, { facts: old, until }] of cases) {
          if (!back && (until === null || moment < until)) continue;
          cases.set(id, rowFacts(old.row, old.standing, old.unread, moment));
          changed = true;
        }
      if (changed) rows = null;
      return changed;
    },
    view: async (key) => views.get(key.portal)?.get(key.case) ?? readView(key),
    forget: ({ portal, case: id }) => {
      facts.get(portal)?.delete(id);
      views.get(portal)?.delete(id);
      rows = null;
    },
  };
}

/** What waits on top of a confirmed case; on from what is known of it where nothing but what came later is new. */
function replayFrom(made: Omit<KnownView, keyof Replayed>, known: KnownView | undefined): Replayed {
  const { confirmed, standing, directory, waiting } = made;
  const isSameCase = known?.confirmed === confirmed && known.standing === standing && known.directory === directory;
  if (!isSameCase || !known.waiting.every((each, index) => isSame(each, waiting[index])))
    return replay(confirmed, waiting, standing, directory);
  return replayOn(known, waiting.slice(known.waiting.length), standing, directory);
}
