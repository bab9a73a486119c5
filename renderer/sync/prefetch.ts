import type { FileRef } from '../../shared/domain/document/document.ts';
import type { CaseKey, DeskApi } from '../../shared/contract/desk-api.ts';
import type { OfflineDesk } from '../offline/offline-desk.ts';
import type { PortalClient } from '../portal/portal-client.ts';

export interface PrefetchDeps {
  readonly offline: OfflineDesk;
  readonly portal: PortalClient;
  readonly files: Pick<DeskApi['files'], 'keepCopy' | 'readCopy'>;
}

/** Files fetched ahead a round: the rest follows with the next ones. */
const aRound = 40;

/**
 * Fetches the calculation files of the decisions that wait for me, so that they open offline: an approval without its
 * file was not seen (design.md §11).
 */
export function createPrefetch({ offline, portal, files }: PrefetchDeps): () => Promise<void> {
  /** Files that lie at the desk, or that cannot be had. */
  const settled = new Set<string>();
  /** Files of which other bytes came: a gateway's page in their place is worth a second try, damage is not. */
  const wrong = new Set<string>();

  // The copies of a case that leaves go; should it come back, they are fetched again.
  offline.registerForget('files fetched ahead', () => settled.clear());

  /** False where it is of no use to ask on just now. */
  const fetchFile = async (key: CaseKey, { file, sha256 }: FileRef): Promise<boolean> => {
    if (!(await files.readCopy(file))) {
      const answer = await portal.downloadFile(key.portal, file);
      if (answer.kind === 'ok') {
        const right = (await hashOf(answer.value)) === sha256;
        if (!right && !wrong.has(file)) {
          wrong.add(file);
          return false;
        }
        if (right && (await offline.openCase(key))) await files.keepCopy(file, answer.value, key);
      } else if (answer.kind === 'unreachable' || answer.problem.kind !== 'not-found') return false;
    }
    settled.add(file);
    return true;
  };

  return async () => {
    let fetched = 0;
    for (const { row, actions } of offline.state().rows) {
      if (!actions.some(({ kind, mine }) => mine && (kind === 'decide-budgets' || kind === 'forwarded-budgets')))
        continue;
      const key = { portal: row.portal, case: row.id };
      if (row.budgets.every((budget) => settled.has(`${budget.id} ${String(budget.amount)}`))) continue;
      const open = await offline.openCase(key);
      for (const budget of open?.content.case.budgets ?? []) {
        if (budget.state !== 'submitted' || settled.has(budget.file.file)) continue;
        if (fetched === aRound || !(await fetchFile(key, budget.file))) return;
        fetched += 1;
      }
      for (const budget of row.budgets) settled.add(`${budget.id} ${String(budget.amount)}`);
    }
  };
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
