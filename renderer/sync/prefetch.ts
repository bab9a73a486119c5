import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { ActionKind } from '../../shared/domain/dashboard/actions.ts';
import type { FileRef } from '../../shared/domain/document/document.ts';
import type { CaseKey, DeskApi } from '../../shared/contract/desk-api.ts';
import type { FetchingAhead, OfflineDesk, OfflineState } from '../offline/offline-desk.ts';
import type { PortalClient } from '../portal/portal-client.ts';

export interface PrefetchDeps {
  readonly offline: OfflineDesk;
  readonly portal: PortalClient;
  readonly files: Pick<DeskApi['files'], 'keepCopy' | 'keepAhead' | 'listKept'>;
  /** True for a case that its reader wants offline. */
  readonly isKept: (key: CaseKey) => boolean;
  readonly onProgress: (progress: FetchingAhead | null) => void;
}

/** Files fetched ahead a round: the rest follows with the next ones. */
const aRound = 40;

interface Wanted {
  readonly key: CaseKey;
  readonly file: FileRef;
  /** A decision waits for it: it may take the room of others. */
  readonly needed: boolean;
}

/**
 * Fetches what will be opened offline: the files of the budgets and invoices that wait for me, because an approval
 * without its file was not seen (design.md §11); then the documents of the cases I handle or want kept, while there is room.
 */
export function createPrefetch(deps: PrefetchDeps): () => Promise<void> {
  const { offline, portal, files, onProgress } = deps;
  /** Files that lie at the desk, or that cannot be had. */
  const settled = new Set<string>();
  /** Files of which other bytes came: a gateway's page in their place is worth a second try, damage is not. */
  const wrong = new Set<string>();
  /** Cases all of whose files are settled, as they were then. */
  const looked = new Set<string>();
  let full = false;

  // The copies of a case that leaves go; should it come back, they are fetched again.
  offline.registerForget('files fetched ahead', () => {
    settled.clear();
    looked.clear();
    full = false;
  });

  const wantedIn = async (place: Place): Promise<readonly Wanted[]> => {
    if (looked.has(place.sign)) return [];
    const open = await offline.openCase(place.key);
    const { budgets = [], invoices = [], documents = [] } = open?.content.case ?? {};
    const waiting = [
      ...budgets.filter(({ state }) => state === 'submitted'),
      ...invoices.filter(({ state }) => state === 'entered'),
    ].flatMap(({ file }) => file ?? []);
    const all = [...(place.decides ? waiting : []), ...(place.whole ? documents : [])];
    const named = waiting.map(({ file }) => file);
    const missing = all.filter(({ file }) => !settled.has(file));
    if (missing.length === 0) looked.add(place.sign);
    return missing.map((file) => ({ key: place.key, file, needed: place.decides && named.includes(file.file) }));
  };

  const allWanted = async (): Promise<readonly Wanted[]> => {
    const found = new Map<string, Wanted>();
    for (const place of placesOf(offline.state(), deps.isKept)) {
      for (const each of await wantedIn(place)) if (!found.has(each.file.file)) found.set(each.file.file, each);
    }
    const kept = await files.listKept([...found.values()].map(({ file: { file, sha256 } }) => ({ file, sha256 })));
    for (const file of kept) settled.add(file);
    const missing = [...found.values()].filter(({ file }) => !settled.has(file.file));
    return [...missing.filter(({ needed }) => needed), ...(full ? [] : missing.filter(({ needed }) => !needed))];
  };

  /** False where it is of no use to ask on just now. */
  const fetchFile = async ({ key, file: { file, sha256 }, needed }: Wanted): Promise<boolean> => {
    const answer = await portal.downloadFile(key.portal, file);
    if (answer.kind === 'ok') {
      const right = (await hashOf(answer.value)) === sha256;
      if (!right && !wrong.has(file)) {
        wrong.add(file);
        return false;
      }
      if (right && (await offline.openCase(key))) {
        const kept = await (needed ? files.keepCopy : files.keepAhead)(file, answer.value, key);
        full ||= !kept.ok && !needed;
        if (!kept.ok && !needed) return false;
      }
    } else if (answer.kind === 'unreachable' || answer.problem.kind !== 'not-found') return false;
    settled.add(file);
    return true;
  };

  return async () => {
    const wanted = await allWanted();
    const waited = highestWaiting(offline.state());
    for (const [done, each] of wanted.slice(0, aRound).entries()) {
      onProgress({ done, total: wanted.length, full });
      if (!(await fetchFile(each))) break;
      // What was decided meanwhile goes first; the next round fetches on.
      if (highestWaiting(offline.state()) > waited) break;
    }
    onProgress(full ? { done: 0, total: 0, full } : null);
  };
}

/** A case whose files are looked at: those of its decisions, or all documents. */
interface Place {
  readonly key: CaseKey;
  readonly decides: boolean;
  readonly whole: boolean;
  /** Changes with whatever may change its files. */
  readonly sign: string;
}

/** What is decided on with a file in sight. */
const onFiles: ReadonlySet<ActionKind> = new Set<ActionKind>([
  'decide-budgets',
  'forwarded-budgets',
  'approve-invoices',
]);

function placesOf({ rows, portals }: OfflineState, isKept: PrefetchDeps['isKept']): readonly Place[] {
  const me = new Map(portals.map(({ portal, standing }) => [portal, standing.member]));
  return rows.flatMap(({ row, actions }): Place[] => {
    const key = { portal: row.portal, case: row.id };
    const decides = actions.some(({ kind, mine }) => mine && onFiles.has(kind));
    const whole = row.content && (isKept(key) || handles(row, me.get(row.portal)));
    if (!decides && !whole) return [];
    const sign = JSON.stringify([
      key,
      row.changedAt,
      row.budgets.map(({ id, amount }) => [id, amount]),
      row.invoices,
      decides,
      whole,
    ]);
    return [{ key, decides, whole, sign }];
  });
}

function highestWaiting({ outbox }: OfflineState): number {
  return Math.max(0, ...outbox.filter(({ state }) => state === 'waiting').map(({ position }) => position));
}

function handles({ state, role }: CaseRow, member: string | undefined): boolean {
  return state === 'open' && member !== undefined && role?.user?.member === member;
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
