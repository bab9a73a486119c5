import { reasonIn } from '../../shared/domain/decision.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { JournalMark } from '../../shared/contract/desk-api.ts';
import type { Contained, Cursor, Notice, ResetReason } from '../../shared/contract/sync.ts';
import type { PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import type { Cache } from './cache.ts';
import type { CacheChange } from './cache-work.ts';
import type { DeltaAhead, Generation } from './generation.ts';
import { isPartlyDone, refusedItems } from './entry-items.ts';
import { isRefusal, type MarkDetail, type Outbox, type OutboxEntry } from './outbox.ts';
import type { PriceItemsOf } from './kept-prices.ts';
import type { SyncAnswer } from './sync-answer.ts';
import { caseOf } from './waiting-commands.ts';

/** What the sync loop needs of the account's store. */
export interface SyncFeed {
  /** The journal's entries in their order; the loop picks what to post. */
  readonly entries: () => readonly OutboxEntry[];
  /** Durable first, then seen on screen; false where the disk did not take it. */
  readonly mark: (marks: readonly JournalMark[]) => Promise<boolean>;
  readonly place: (portal: PortalId) => SyncPlace;
  /** Whether categories of offices are held: only who says so is told what changed of them, or that they are gone. */
  readonly holdsCategories: (portal: PortalId) => boolean;
  readonly holdsPriceLists: (portal: PortalId) => boolean;
  /** Price lists that are given and whose items are not kept yet. */
  readonly pricesToFetch: (portal: PortalId) => readonly PriceListHead[];
  readonly keepPrices: (portal: PortalId, items: PriceItemsOf) => Promise<void>;
  /** Commands to ask about: posted and not contained; all waiting ones after a start, done ones after a wipe (sync.md 20). */
  readonly toName: (portal: PortalId) => readonly string[];
  readonly keepPortals: (portals: readonly PortalId[]) => Promise<void>;
  readonly storePage: (portal: PortalId, answer: SyncAnswer) => Promise<void>;
  /** `allNamed`: nothing that `toName` gave is left to ask about after this answer. */
  readonly applyDelta: (portal: PortalId, answer: SyncAnswer, allNamed?: boolean) => Promise<DeltaReport>;
  readonly startAgain: (portal: PortalId, because: ResetReason) => Promise<void>;
  /** Compacts where the log is long; for quiet moments. */
  readonly tidy: () => Promise<void>;
}

/** How a portal is to be asked next. */
export type SyncPlace =
  | { readonly kind: 'pages'; readonly after: string }
  | ({ readonly kind: 'delta'; readonly cursor: Cursor } & Partial<DeltaAhead>);

/** What a delta brought besides cases. */
export interface DeltaReport {
  /** To tell the person of; none while a generation is fetched (design.md §11: never on a first sync). */
  readonly notices: readonly Notice[];
}

export interface SyncFeedDeps {
  readonly cache: Cache;
  readonly outbox: Outbox;
  /** Brings the rows in step and tells the screens. */
  readonly show: (changes: readonly CacheChange[]) => Promise<void>;
  readonly portalsKnown: (portals: readonly PortalId[]) => void;
}

/** Words of a command that the portal server had and has no more (sync.md 18). */
const lostByPortal = 'The portal server was set back and has lost it.';

export function createSyncFeed({ cache, outbox, show, portalsKnown }: SyncFeedDeps): SyncFeed {
  /** Portals asked about every waiting command since the start. */
  const askedAll = new Set<PortalId>();
  /** Answers about commands that hold only once the new generation is read. */
  const held = new Map<PortalId, Map<string, Contained>>();

  const generationOf = (portal: PortalId): Generation | null => {
    const found = cache.portals.get(portal);
    return found?.building ?? found?.current ?? null;
  };

  /** Written with the next delta; asked once more after a crash before that. */
  const noteAsked = (portal: PortalId): void => {
    const current = cache.portals.get(portal)?.current;
    if (current?.head.askDone) current.head = { ...current.head, askDone: false };
  };

  return {
    entries: outbox.entries,
    mark: async (marks) => {
      const kept = await outbox.mark(marks);
      await show(changesOf(outbox, marks));
      return kept;
    },
    place: (portal) => {
      const head = generationOf(portal)?.head;
      // What an app of before wrote is read until pages of this version are complete.
      if (head?.version === 1) return { kind: 'pages', after: '' };
      if (!head?.cursor) return { kind: 'pages', after: head?.after ?? '' };
      if (head.after !== null) return { kind: 'pages', after: head.after };
      return { kind: 'delta', cursor: head.cursor, ...head.ahead };
    },
    holdsCategories: (portal) => (generationOf(portal)?.categories ?? null) !== null,
    holdsPriceLists: (portal) => (generationOf(portal)?.prices ?? null) !== null,
    pricesToFetch: (portal) => {
      const { lists = [], fetched = [] } = generationOf(portal)?.prices ?? {};
      return lists.filter(({ mark }) => !fetched.includes(mark));
    },
    keepPrices: async (portal, items) => {
      await cache.keepPriceItems(portal, items);
      await show([]);
    },
    toName: (portal) => {
      const states = new Set(['sent', 'carried-out']);
      if (!askedAll.has(portal)) states.add('waiting').add('attention');
      const asksDone = generationOf(portal)?.head.askDone === true;
      if (asksDone) states.add('done');
      const isAsked = (entry: OutboxEntry): boolean => states.has(entry.state) || (asksDone && isPartlyDone(entry));
      return outbox
        .entries()
        .flatMap((entry) => (entry.command?.portal === portal && isAsked(entry) ? [entry.command.id] : []));
    },
    keepPortals: async (portals) => {
      portalsKnown(portals);
      for (const portal of await cache.keepPortals(portals)) await show([{ portal, cases: null }]);
      await show([]);
    },
    storePage: async (portal, answer) => {
      held.delete(portal);
      await show([await cache.storePage(portal, answer)]);
    },
    applyDelta: async (portal, answer, allNamed = true) => {
      const building = cache.portals.get(portal)?.building ?? null;
      const change = await cache.applyDelta(portal, { answer, allNamed });
      const answers = held.get(portal) ?? new Map<string, Contained>();
      for (const each of answer.contained) answers.set(each.id, each);
      if (building && (answer.more || !allNamed)) {
        held.set(portal, answers);
        await show([change]);
        return { notices: [] };
      }
      held.delete(portal);
      if (!answer.more && allNamed) askedAll.add(portal);
      const marks = marksFor(outbox.entries(), answers, { portal, final: !answer.more });
      // The transaction above holds the effects on the disk: now, and not before, the commands are done.
      // A desk that is gone marks nothing: it is asked again after the next start.
      const marked = outbox.note(marks).catch(() => false);
      await show([change, ...changesOf(outbox, marks)]);
      if ((await marked) && !answer.more && allNamed) noteAsked(portal);
      return { notices: building ? [] : answer.notices };
    },
    startAgain: async (portal, because) => {
      held.delete(portal);
      await show([await cache.startAgain(portal, because)]);
    },
    tidy: () => cache.tidy(),
  };
}

/** What the answers about named commands make of the journal. */
function marksFor(
  entries: readonly OutboxEntry[],
  answers: ReadonlyMap<string, Contained>,
  { portal, final }: { readonly portal: PortalId; readonly final: boolean },
): readonly JournalMark[] {
  return entries.flatMap((entry): readonly JournalMark[] => {
    const { position, state, command } = entry;
    const answer = command?.portal === portal ? answers.get(command.id) : undefined;
    if (!answer || state === 'discarded' || state === 'read') return [];
    if (state === 'refused')
      return final && answer.kind === 'unknown' && isPartlyDone(entry) ? [lostMark(position)] : [];
    if (answer.kind === 'carried-out') return state === 'done' ? [] : [doneMark(entry, answer)];
    if (answer.kind === 'cancelled') return state === 'done' ? [] : [{ position, state: 'discarded' }];
    if (answer.kind === 'refused') {
      const refusal = isRefusal(answer.refusal) ? answer.refusal : { code: 'blocked', grantor: 'nobody' };
      return state === 'done' ? [] : [{ position, state: 'refused', detail: { refusal, ...ofItems(answer) } }];
    }
    return final ? unknownMark(position, state, command?.name === 'mark-read') : [];
  });
}

/** Nothing of it waits any more. What was refused of its items is kept until it has been read, as any refusal. */
function doneMark({ position, detail }: OutboxEntry, answer: Contained): JournalMark {
  const known: MarkDetail = { ...ofItems(answer), ...detail };
  const refusal = reasonIn(refusedItems(known));
  return refusal ? { position, state: 'refused', detail: { ...known, refusal } } : { position, state: 'done' };
}

function ofItems({ items }: Contained): Pick<MarkDetail, 'items'> {
  return items ? { items } : {};
}

/**
 * The portal server never had it, or was set back: what it had acknowledged is posted again, what was contained is asked
 * about. How far somebody has read is nothing to decide again.
 */
function unknownMark(position: number, state: OutboxEntry['state'], isReading: boolean): readonly JournalMark[] {
  if (state === 'carried-out' || (state === 'done' && isReading)) return [{ position, state: 'sent' }];
  return state === 'done' ? [lostMark(position)] : [];
}

function lostMark(position: number): JournalMark {
  return { position, state: 'attention', detail: { trouble: lostByPortal, tries: 0 } };
}

/** The cases whose commands were marked. */
function changesOf(outbox: Outbox, marks: readonly JournalMark[]): readonly CacheChange[] {
  const portals = new Map<PortalId, Set<CaseId>>();
  for (const { position } of marks) {
    const command = outbox.at(position)?.command;
    if (!command) continue;
    const cases = portals.get(command.portal) ?? new Set();
    portals.set(command.portal, cases.add(caseOf(command)));
  }
  return [...portals].map(([portal, cases]) => ({ portal, cases }));
}
