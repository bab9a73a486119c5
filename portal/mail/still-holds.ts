import { viewerOf } from '../../shared/domain/case/parts/ties.ts';
import { loadCase } from '../commands/case-content.ts';
import { readNetwork, standingOf } from '../reads/network.ts';
import { seesCase } from '../reads/visibility.ts';
import { notices } from '../../shared/domain/told.ts';
import { readJson } from '../store/json.ts';
import type { Store } from '../store/open-store.ts';
import type { MailCheck, MailTable } from '../store/job-tables.ts';

/**
 * True while the reason of a mail holds: its reader still works there, sees the case if the mail names its site, the role
 * still waits, and what is asked for can be done: in a closed case nothing can (sync.md 15).
 */
export async function stillHolds(store: Store, { portal, check_text }: MailTable): Promise<boolean> {
  const check = readJson<MailCheck>(check_text);
  if (check === null) return true;
  const { db } = store;
  const network = await readNetwork({ store, db }, portal);
  const reader = network?.members.get(check.member);
  const standing = network && standingOf(network, reader);
  if (!standing?.active || standing.level === 0) return false;
  if (check.sees && !(await seesCase(db, portal, { viewer: viewerOf(standing), case: check.case }))) return false;
  const stored = await loadCase(db, portal, check.case, ['head', 'role']);
  if (!stored || stored.case.state === 'deleted') return false;
  if (stored.case.state === 'closed' && asksOf(check.notice)) return false;
  return check.role === null || stored.case.role?.revision === check.role;
}

function asksOf(notice: string): boolean {
  return Object.entries(notices).some(([kind, { asks }]) => kind === notice && asks.length > 0);
}
