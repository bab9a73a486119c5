import type { OfflineDesk, SyncLoop, SyncState } from '../offline/offline-desk.ts';
import { backoff, longestWatched } from './backoff.ts';
import { keepListening } from './keep-listening.ts';
import type { SyncLoopDeps } from './sync-deps.ts';
import { createRoundWork } from './round-work.ts';
import { createRounds } from './rounds.ts';
import { sinceStart } from './since-start.ts';
import { countUnsent, newWants } from './sync-figures.ts';
import { keepBadge } from './tell.ts';
import type { Setback } from './trouble.ts';

/*
 *               ┌────────────── work offline ──────────────► on purpose ── work online ──┐
 *               │                                                                        │
 *   start ──► resting ◄──────────────────────────────────────────────────────────────────┤
 *               │  ▲                                                                     │
 *     nudge, focus, timer, new command, syncNow                                          │
 *               │  │                                                                     │
 *               ▼  │ all well: rest until woken                                          │
 *             pushing ──► pulling, portal by portal ──► prefetching, tidying             │
 *               │              │                                                         │
 *               └── trouble ───┴──► backing off ── time is up, or woken ─────────────────┤
 *               └── 401 ───────────► signed out ── syncNow after signing in ─────────────┘
 *
 * One round at a time; whoever wakes it during a round gets another one after it.
 */

/** Even where nudges arrive, somebody looks now and then. */
const pollEvery = 60_000;
/** Told to wait for longer, it asks again all the same: whoever said so may be a gateway that knows nothing. */
const longestAsked = 15 * 60_000;

/** Joins the account's store with the portal server. */
export function createSyncLoop(deps: SyncLoopDeps): SyncLoop {
  const { offline, automatic = true, random = Math.random } = deps;
  const pause = deps.pause ?? ((tries: number, most?: number) => backoff(tries, random, most));
  const listeners = new Set<() => void>();
  const ends: (() => void)[] = [];
  let state: SyncState = { ...restState(offline), reach: deps.workOffline ? 'on-purpose' : 'unknown', ahead: null };
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: ReadonlySet<string> = new Set();

  const set = (change: Partial<SyncState>): void => {
    const next = { ...state, ...change };
    if (sameState(state, next)) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const notBefore = new Map<string, number>();
  const work = createRoundWork(deps, {
    automatic,
    pause,
    notBefore,
    onMoved: () => wake(),
    onAhead: (ahead) => set({ ahead }),
  });

  const round = async (): Promise<void> => {
    if (stopped || state.reach === 'on-purpose') return;
    clearTimeout(timer);
    set({ syncing: true });
    // A full disk or a closed database stops the round, never the loop.
    const setback = await work().catch((error: unknown): Setback => ({ kind: 'trouble', words: wordsOf(error) }));
    if (stopped) return;
    failures = setback ? failures + 1 : 0;
    const reach = reachAfter(state.reach, setback);
    const troubleCode = setback?.kind === 'offline' ? (setback.code ?? null) : null;
    set({ ...restState(offline), syncing: false, reach, trouble: setback?.words ?? null, troubleCode });
    if (automatic) sleep(setback);
  };

  const sleep = (setback: Setback | null): void => {
    clearTimeout(timer);
    if (stopped || state.reach === 'on-purpose' || state.reach === 'signed-out') return;
    const asked = setback?.kind !== 'signed-out' ? Math.min(longestAsked, (setback?.retryAfterSeconds ?? 0) * 1000) : 0;
    const most = setback?.kind === 'offline' && deps.isWatched?.() ? longestWatched : undefined;
    const rest = setback ? Math.max(asked, pause(failures, most)) : pollEvery * (0.8 + 0.4 * random());
    timer = setTimeout(() => void rounds.run(), Math.min(rest, nextTry(notBefore)));
  };

  const rounds = createRounds(round);

  const wake = (): void => {
    if (automatic && !stopped && state.reach !== 'on-purpose' && state.reach !== 'signed-out') void rounds.run();
  };

  ends.push(keepBadge(offline, deps.desk));
  ends.push(
    offline.subscribe(() => {
      set(countUnsent(offline.state()));
      const wants = newWants(offline.state());
      const news = [...wants].some((each) => !wanted.has(each));
      wanted = wants;
      if (news) wake();
    }),
  );
  if (automatic) {
    const listening = keepListening({ portal: deps.portal, wake, pause, isOnline: () => state.reach === 'online' });
    ends.push(listening.stop, deps.wakes?.(wake) ?? (() => undefined));
    void deps.feed.then(wake, () => undefined);
    listeners.add(listening.look);
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    syncNow: rounds.run,
    workOffline: (onPurpose) => {
      if (onPurpose === (state.reach === 'on-purpose')) return;
      clearTimeout(timer);
      set({ reach: onPurpose ? 'on-purpose' : 'unknown', trouble: null, troubleCode: null });
      if (!onPurpose) wake();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      ends.forEach((end) => end());
      await rounds.idle();
    },
  };
}

function reachAfter(before: SyncState['reach'], setback: Setback | null): SyncState['reach'] {
  if (before === 'on-purpose') return before;
  if (setback?.kind === 'signed-out') return 'signed-out';
  return setback?.kind === 'offline' ? 'offline' : 'online';
}

function restState(offline: OfflineDesk): Omit<SyncState, 'reach' | 'ahead'> {
  return { syncing: false, trouble: null, troubleCode: null, ...countUnsent(offline.state()) };
}

function nextTry(notBefore: ReadonlyMap<string, number>): number {
  const now = sinceStart();
  const next = [...notBefore.values()].filter((moment) => moment > now);
  return next.length === 0 ? Infinity : Math.min(...next) - now;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}

function sameState(one: SyncState, other: SyncState): boolean {
  return (
    one.reach === other.reach &&
    one.syncing === other.syncing &&
    one.waiting === other.waiting &&
    one.attention === other.attention &&
    one.asOf === other.asOf &&
    one.trouble === other.trouble &&
    one.troubleCode === other.troubleCode &&
    one.ahead === other.ahead
  );
}
