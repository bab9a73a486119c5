import type { PriceList } from '../../../shared/domain/price-list/price-list.ts';
import type { CaseKey, DeskSession } from '../../../shared/contract/desk-api.ts';
import type { Workplace } from '../../../renderer/bindings/contexts.ts';
import type {
  CommandDraft,
  IssueAnswer,
  OfflineDesk,
  OfflineState,
  OpenCase,
  OutboxItem,
  PortalState,
  SyncState,
  ViewToKeep,
} from '../../../renderer/offline/offline-desk.ts';
import { itemStates } from '../../../renderer/offline/entry-items.ts';
import type { Command } from '../../../shared/contract/commands.ts';
import type { CommandName } from '../../../shared/domain/command-book.ts';
import { aDirectory, aStanding, monday } from '../builders.ts';
import { aSession } from './in-memory-desk.ts';

export interface WorkplaceStart {
  readonly session?: DeskSession;
  readonly state?: Partial<OfflineState>;
  readonly sync?: Partial<SyncState>;
  readonly openCase?: OfflineDesk['openCase'];
  /** The price lists that lie on the computer. */
  readonly priceLists?: readonly PriceList[];
  readonly onRetry?: (position: number) => IssueAnswer;
  readonly onTryItemAnew?: OfflineDesk['tryItemAnew'];
  /** null lets it be kept. */
  readonly onIssue?: (draft: CommandDraft<CommandName>) => IssueAnswer | null;
}

/** A workplace whose state is set by the test, and what was asked of it. */
export interface WorkplaceInMemory extends Workplace {
  readonly setState: (change: Partial<OfflineState>) => void;
  readonly setSync: (change: Partial<SyncState>) => void;
  /** Withdraws a case: every place that has registered drops it. */
  readonly forget: (subject: CaseKey) => Promise<void>;
  readonly done: {
    readonly issued: CommandDraft<CommandName>[];
    readonly discarded: number[];
    readonly retried: number[];
    readonly itemsTriedAnew: (readonly [number, string])[];
    readonly closed: number[];
    readonly views: ViewToKeep[];
    syncs: number;
  };
}

export function workplaceInMemory(start: WorkplaceStart = {}): WorkplaceInMemory {
  const done: WorkplaceInMemory['done'] = {
    issued: [],
    discarded: [],
    retried: [],
    itemsTriedAnew: [],
    closed: [],
    views: [],
    syncs: 0,
  };
  const offlineState = observed<OfflineState>({
    phase: 'ready',
    portals: [aPortalState()],
    rows: [],
    outbox: [],
    refusals: [],
    withdrawn: [],
    notices: [],
    quarantined: 0,
    unknownRecords: 0,
    lastView: null,
    ...start.state,
  });
  const syncState = observed<SyncState>({
    reach: 'online',
    syncing: false,
    waiting: 0,
    attention: 0,
    asOf: monday,
    trouble: null,
    troubleCode: null,
    ahead: null,
    ...start.sync,
  });
  const places = new Map<string, (subject: CaseKey) => void | Promise<void>>();
  const without = (items: readonly OutboxItem[], position: number) =>
    items.filter((item) => item.position !== position);
  return {
    session: start.session ?? aSession,
    done,
    setState: offlineState.change,
    forget: async (subject) => {
      await Promise.all([...places.values()].map((forget) => forget(subject)));
    },
    setSync: syncState.change,
    offline: {
      subscribe: offlineState.subscribe,
      state: offlineState.get,
      openCase: start.openCase ?? (async (): Promise<OpenCase | null> => null),
      issue: async (draft) => {
        done.issued.push(draft);
        const position = done.issued.length;
        return start.onIssue?.(draft) ?? { ok: true, id: `0199aaaa-0000-7000-8000-${position}`, position };
      },
      discard: async (position) => {
        done.discarded.push(position);
        offlineState.change({ outbox: without(offlineState.get().outbox, position) });
      },
      retry: async (position) => {
        done.retried.push(position);
        return start.onRetry?.(position) ?? { ok: true, id: `0199aaaa-0000-7000-8000-${position}`, position };
      },
      tryItemAnew: async (position, item) => {
        done.itemsTriedAnew.push([position, item]);
        return (await start.onTryItemAnew?.(position, item)) ?? { ok: true, id: item, position };
      },
      closeRefusal: async (position) => {
        done.closed.push(position);
        offlineState.change({ refusals: without(offlineState.get().refusals, position) });
      },
      priceItems: async (_portal, mark) => start.priceLists?.find((list) => list.mark === mark)?.items ?? null,
      keepView: async (view) => {
        done.views.push(view);
      },
      registerForget: (place, forget) => {
        places.set(place, forget);
        return () => places.delete(place);
      },
      places: () => [...places.keys()],
    },
    sync: {
      subscribe: syncState.subscribe,
      state: syncState.get,
      syncNow: async () => {
        done.syncs += 1;
      },
      workOffline: (onPurpose) => syncState.change({ reach: onPurpose ? 'on-purpose' : 'online' }),
      stop: async () => undefined,
    },
    opened: Promise.resolve(),
    close: async () => undefined,
  };
}

export function aPortalState(change: Partial<PortalState> = {}): PortalState {
  const standing = aStanding();
  const held = { directory: aDirectory(), categories: null, prices: null };
  return { portal: standing.portal, standing, ...held, asOf: monday, received: null, ...change };
}

export function aCommand(change: Partial<Command> & Pick<Command, 'name' | 'input'>): Command {
  return {
    id: '0199aaaa-0000-7000-8000-000000000001',
    portal: 'nordic-portal',
    account: aSession.account,
    subject: { kind: 'case', id: 'case-1' },
    basedOn: [],
    after: null,
    at: monday,
    ...change,
    // The caller pairs name and input; spread loses that they belong together.
  } as Command;
}

export function anOutboxItem(change: Partial<OutboxItem> = {}): OutboxItem {
  const command = change.command === undefined ? aCommand({ name: 'write-chat', input: { text: 'On my way' } }) : null;
  return {
    position: 1,
    state: 'waiting',
    command,
    raw: change.command ?? command,
    caseNumber: 'NM-2026-00001',
    items: change.command ? itemStates(change.command, {}) : [],
    refusal: null,
    forecast: null,
    cancelling: false,
    trouble: null,
    ...change,
  };
}

function observed<State extends object>(first: State) {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change: Partial<State>) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
  };
}
