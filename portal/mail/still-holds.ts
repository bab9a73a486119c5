import type { Kysely } from 'kysely';
import type { Case } from '../../shared/domain/case/case.ts';
import { readJson } from '../store/json.ts';
import type { MailCheck, MailTable, Tables } from '../store/tables.ts';

/** True while the reason of a mail holds: its reader still works there, and the role still waits (sync.md 15). */
export async function stillHolds(db: Kysely<Tables>, { portal, check_text }: MailTable): Promise<boolean> {
  const check = readJson<MailCheck>(check_text);
  if (check === null) return true;
  const reader = await db
    .selectFrom('membership')
    .select('member')
    .where('portal', '=', portal)
    .where('member', '=', check.member)
    .where('active', '=', 1)
    .where('level', '>', 0)
    .executeTakeFirst();
  if (!reader) return false;
  const file = await db
    .selectFrom('case_file')
    .select(['state', 'aggregate'])
    .where('portal', '=', portal)
    .where('id', '=', check.case)
    .executeTakeFirst();
  if (!file || file.state === 'deleted') return false;
  return check.role === null || readJson<Case>(file.aggregate).role?.revision === check.role;
}
