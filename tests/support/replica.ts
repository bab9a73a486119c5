import type { Cursor, SyncLine, Withdrawal } from '../../shared/contract/sync.ts';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import { contentsOf, cursorOf, lineOf, type TestPerson } from './portal-server.ts';

/** What somebody holds who only follows the rules of the wire: pages first, then deltas, pages again after a reset. */
export interface Replica {
  readonly cases: Map<string, CaseContent>;
  readonly withdrawn: Withdrawal[];
  cursor: Cursor | null;
  resets: number;
}

export function emptyReplica(): Replica {
  return { cases: new Map(), withdrawn: [], cursor: null, resets: 0 };
}

/** Pulls until nothing more waits; `limit` cases a page, `between` is called after each page. */
export async function pull(
  person: TestPerson,
  replica: Replica,
  options: { readonly limit?: number; readonly between?: () => Promise<void> } = {},
): Promise<void> {
  const { limit = 2, between = async () => undefined } = options;
  if (replica.cursor === null) await pullPages(person, replica, { limit, between });
  for (let more = true; more;) {
    const lines = await person.delta(replica.cursor ?? { number: 0, mark: '-' }, { limit });
    if (lineOf(lines, 'reset')) {
      replica.resets += 1;
      replica.cursor = null;
      return pull(person, replica, options);
    }
    applyDelta(replica, lines);
    more = lineOf(lines, 'tail')?.more ?? false;
    await between();
  }
}

async function pullPages(
  person: TestPerson,
  replica: Replica,
  { limit, between }: { readonly limit: number; readonly between: () => Promise<void> },
): Promise<void> {
  replica.cases.clear();
  let after = '';
  for (let next: string | null = ''; next !== null;) {
    const lines = await person.pages(`&limit=${limit}&after=${after}`);
    replica.cursor ??= cursorOf(lines);
    for (const [id, content] of contentsOf(lines)) replica.cases.set(id, content);
    next = lineOf(lines, 'tail')?.next ?? null;
    after = next ?? after;
    await between();
  }
}

function applyDelta(replica: Replica, lines: readonly SyncLine[]): void {
  for (const withdrawal of lineOf(lines, 'withdrawn')?.cases ?? []) {
    if (replica.cases.delete(withdrawal.case)) replica.withdrawn.push(withdrawal);
  }
  for (const [id, content] of contentsOf(lines)) replica.cases.set(id, content);
  replica.cursor = cursorOf(lines);
}
