import { audiencesFor } from '../../shared/domain/case/audiences.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { readNetwork, standingOf } from '../reads/network.ts';
import { seesCase } from '../reads/visibility.ts';
import { readJson } from '../store/json.ts';
import type { Store } from '../store/open-store.ts';
import type { MailCheck, MailTable } from '../store/tables.ts';

/**
 * True while the reason of a mail holds: its reader still works there, sees the case if the mail names its site, and the
 * role still waits (sync.md 15).
 */
export async function stillHolds(store: Store, { portal, check_text }: MailTable): Promise<boolean> {
  const check = readJson<MailCheck>(check_text);
  if (check === null) return true;
  const { db } = store;
  const network = await readNetwork({ store, db }, portal);
  const reader = network?.members.get(check.member);
  const standing = network && standingOf(network, reader);
  if (!standing?.active || standing.level === 0) return false;
  const audiences = audiencesFor(standing);
  if (check.sees && !(await seesCase(db, portal, { audiences, case: check.case }))) return false;
  const file = await db
    .selectFrom('case_file')
    .select(['state', 'aggregate'])
    .where('portal', '=', portal)
    .where('id', '=', check.case)
    .executeTakeFirst();
  if (!file || file.state === 'deleted') return false;
  return check.role === null || readJson<Case>(file.aggregate).role?.revision === check.role;
}
