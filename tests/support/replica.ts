import type { Cursor, SyncLine, Withdrawal } from '../../shared/contract/sync.ts';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import { contentOf, onlyGiven, takePiece, type HeldCase } from '../../shared/domain/case/parts/held-case.ts';
import type { Given } from '../../shared/domain/case/parts/part.ts';
import { givenFor, viewerOf, type Tie } from '../../shared/domain/case/parts/ties.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { cursorOf, lineOf, piecesOf, type TestPerson } from './portal-server.ts';

/** What somebody holds who only follows the rules of the wire: pages first, then deltas, pages again after a reset. */
export interface Replica {
  readonly held: Map<string, HeldCase>;
  standing: Standing | null;
  readonly withdrawn: Withdrawal[];
  cursor: Cursor | null;
  resets: number;
}

export function emptyReplica(): Replica {
  return { held: new Map(), standing: null, withdrawn: [], cursor: null, resets: 0 };
}

/** What it shows. */
export function casesIn(replica: Replica): ReadonlyMap<string, CaseContent> {
  return new Map(
    [...replica.held].map(([id, held]) => {
      const given = givenIn(replica, held.ties);
      if (!given) throw new Error(`${id} is held and not seen`);
      return [id, contentOf(held, given)];
    }),
  );
}

/** Pulls until nothing more waits; `limit` cases a page, `between` is called after each page. */
export async function pull(
  person: TestPerson,
  replica: Replica,
  options: { readonly limit?: number; readonly between?: () => Promise<void> } = {},
): Promise<void> {
  const { limit = 2, between = async () => undefined } = options;
  if (replica.cursor === null) await pullPages(person, replica, { limit, between });
  let place: { readonly after: string; readonly upTo: Cursor } | null = null;
  for (let more = true; more;) {
    const lines: readonly SyncLine[] = await person.delta(replica.cursor ?? { number: 0, mark: '-' }, {
      limit,
      ...place,
    });
    if (lineOf(lines, 'reset')) {
      replica.resets += 1;
      replica.cursor = null;
      return pull(person, replica, options);
    }
    applyDelta(replica, lines);
    const next: string | null = lineOf(lines, 'tail')?.next ?? null;
    more = next !== null;
    place = next === null ? null : { after: next, upTo: cursorOf(lines) };
    if (!more) replica.cursor = cursorOf(lines);
    await between();
  }
}

async function pullPages(
  person: TestPerson,
  replica: Replica,
  { limit, between }: { readonly limit: number; readonly between: () => Promise<void> },
): Promise<void> {
  replica.held.clear();
  let after = '';
  for (let next: string | null = ''; next !== null;) {
    const lines = await person.pages(`&limit=${limit}&after=${after}`);
    replica.cursor ??= cursorOf(lines);
    takeLines(replica, lines);
    next = lineOf(lines, 'tail')?.next ?? null;
    after = next ?? after;
    await between();
  }
}

function applyDelta(replica: Replica, lines: readonly SyncLine[]): void {
  for (const withdrawal of lineOf(lines, 'withdrawn')?.cases ?? []) {
    if (replica.held.delete(withdrawal.case)) replica.withdrawn.push(withdrawal);
  }
  takeLines(replica, lines);
}

function takeLines(replica: Replica, lines: readonly SyncLine[]): void {
  replica.standing = lineOf(lines, 'standing')?.standing ?? replica.standing;
  // The standing decides at once: what it does not give goes before anything that was told.
  for (const [id, held] of replica.held) {
    const given = givenIn(replica, held.ties);
    if (given) replica.held.set(id, onlyGiven(held, given));
    else replica.held.delete(id);
  }
  for (const [id, piece] of piecesOf(lines)) {
    const given = givenIn(replica, piece.ties);
    // A page that was read before the standing changed again: the delta from the start number withdraws it.
    if (given) replica.held.set(id, takePiece(replica.held.get(id) ?? null, piece, given));
  }
}

function givenIn({ standing }: Replica, ties: readonly Tie[]): Given | null {
  const eyes = standing && viewerOf(standing).eyes;
  return eyes && givenFor(eyes, new Set(ties));
}
