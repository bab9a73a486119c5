import type { Kysely } from 'kysely';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import type { Tables } from '../store/tables.ts';
import { networkNow } from './directory-change.ts';
import { inChange } from './in-change.ts';
import { renderAgain } from './render-again.ts';

/** Views that an earlier version rendered tell the office with a waiting role nothing to choose by: they are rendered again. */
export async function briefWaitingRoles(deps: ChangeDeps): Promise<void> {
  for (const { id } of await deps.store.db.selectFrom('portal').select('id').execute()) {
    if (!(await lacksBrief(deps.store.db, id))) continue;
    await inChange(deps, id, async (change) => renderAgain(change, await networkNow(change), { cases: 'with-role' }));
  }
}

async function lacksBrief(db: Kysely<Tables>, portal: PortalId): Promise<boolean> {
  const old = await db
    .selectFrom('case_file')
    .innerJoin('case_view', (join) =>
      join.onRef('case_view.portal', '=', 'case_file.portal').onRef('case_view.case_id', '=', 'case_file.id'),
    )
    .select('case_file.id')
    .where('case_file.portal', '=', portal)
    .where('case_file.role_office', 'is not', null)
    .where('case_file.role_user', 'is', null)
    .where('case_view.audience', 'like', 'company-header:%')
    .where('case_view.lost', 'is', null)
    .where('case_view.body', 'not like', '%"brief":%')
    .limit(1)
    .executeTakeFirst();
  return old !== undefined;
}
