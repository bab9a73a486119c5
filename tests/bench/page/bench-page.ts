import type { CaseFilter } from '../../../shared/domain/case/list-filter.ts';
import { loadAnswers, type Answers } from './answers.ts';
import { createDexieStore, type CaseRecord, type DexieStore } from './dexie-store.ts';
import { differences, type Compared } from './differences.ts';
import { createOurStore, type OurStore } from './our-store.ts';

/** Both stores in one page; the program that drives the bench calls these by name. */
export interface BenchPage {
  /** Loads the recorded answers of one folder into memory: what "received" means. */
  readonly load: (folder: string, asked: readonly string[]) => Promise<void>;
  /** Milliseconds to bring a store in step with a folder of answers; `fresh` makes it anew, outside the clock. */
  readonly sync: (side: Side, folder: string, fresh: boolean) => Promise<Timed>;
  /** Compares every row, and every so-manieth content; throws where they differ. Answers how many were compared. */
  readonly compare: (everyContent: number) => Promise<Compared>;
  /** `scan` walks the peer's table by cursor, `read-all` reads it at once and filters then. */
  readonly filter: (how: 'ours' | 'scan' | 'read-all', filter: CaseFilter) => Promise<Filtered>;
}

export type Side = 'ours' | 'peer';

export interface Timed {
  readonly milliseconds: number;
  /** The longest time between two frames meanwhile. */
  readonly longestFrame: number;
}

export interface Filtered {
  readonly milliseconds: number;
  /** Ids of what was found, in one order for all. */
  readonly found: readonly string[];
}

declare global {
  interface Window {
    bench: (account: string, portal: string) => BenchPage;
  }
}

window.bench = (account, portal) => {
  const folders = new Map<string, Answers>();
  let ours: OurStore | null = null;
  let peer: DexieStore | null = null;
  const held = () => {
    if (!ours || !peer) throw new Error('the stores are not filled');
    return { ours, peer };
  };
  const makeAnew = async (side: Side): Promise<void> => {
    if (side === 'ours') {
      await ours?.remove();
      ours = createOurStore(account, portal);
    } else {
      await peer?.remove();
      peer = createDexieStore('cases of the peer');
    }
  };
  return {
    load: async (folder, asked) => {
      folders.set(folder, await loadAnswers(asked, folder));
    },
    sync: async (side, folder, fresh) => {
      const answers = folders.get(folder);
      if (!answers) throw new Error(`no answers ${folder}`);
      if (fresh) await makeAnew(side);
      const store = side === 'ours' ? ours : peer;
      if (!store) throw new Error('no store');
      // Outside the clock as in the app, which does it when everything has arrived.
      if (side === 'ours') await ours?.tidy();
      await settled();
      const frames = watchFrames();
      const began = performance.now();
      await store.sync(answers);
      return { milliseconds: performance.now() - began, longestFrame: await frames() };
    },
    compare: (everyContent) => differences(held().ours, held().peer, everyContent),
    filter: async (how, filter) => {
      const stores = held();
      const passes = (record: CaseRecord): boolean => peerPasses(record, filter);
      await settled();
      const began = performance.now();
      const found = await {
        ours: async () => stores.ours.filter(filter),
        scan: () => stores.peer.scan(passes),
        'read-all': () => stores.peer.readAll(passes),
      }[how]();
      return { milliseconds: performance.now() - began, found: found.toSorted() };
    },
  };
};

/** The same questions asked of a record directly, without making a row of it: the peer's own quickest way. */
function peerPasses({ piece: { parts } }: CaseRecord, { status, withRole, text }: CaseFilter): boolean {
  const { head, damage, role, tasks = [] } = parts;
  if (status && !tasks.some((task) => task.status === status)) return false;
  if (withRole && !role) return false;
  if (!text) return true;
  if (!head) return false;
  const { street, postalCode, city, region } = head.site;
  const roleWords = role ? `${role.officeName} ${role.user?.name ?? ''}` : '';
  const words = [head.number, head.claimNumber, street, postalCode, city, region, damage?.cause ?? '', roleWords];
  const searched = words.join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** Lets what the former work left come to rest, garbage included where the page may collect it. */
async function settled(): Promise<void> {
  if ('gc' in globalThis && typeof globalThis.gc === 'function') globalThis.gc();
  await new Promise((resolve) => setTimeout(resolve, 100));
}

function watchFrames(): () => Promise<number> {
  let longest = 0;
  let before = performance.now();
  let over = false;
  const look = (now: number): void => {
    longest = Math.max(longest, now - before);
    before = now;
    if (!over) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    over = true;
    return longest;
  };
}
