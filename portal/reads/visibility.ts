import type { Kysely } from 'kysely';
import type { Audience } from '../../shared/domain/case/audiences.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Tables } from '../store/tables.ts';

/** True when one of the audiences sees the case now. */
export async function seesCase(
  db: Kysely<Tables>,
  portal: PortalId,
  asked: { readonly audiences: readonly Audience[]; readonly case: CaseId },
): Promise<boolean> {
  if (asked.audiences.length === 0) return false;
  const seen = await db
    .selectFrom('case_view')
    .select('audience')
    .where('portal', '=', portal)
    .where('audience', 'in', asked.audiences)
    .where('case_id', '=', asked.case)
    .where('lost', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return seen !== undefined;
}
