import type { Kysely } from 'kysely';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';
import { renewBriefs } from './renew-briefs.ts';

/** After an upgrade nothing is told yet of roles that wait: it depends on people, and becomes a job at the start. */
export async function briefWaitingRoles(store: Store): Promise<void> {
  for (const { id } of await store.db.selectFrom('portal').select('id').execute()) {
    if (!(await lacksBrief(store.db, id))) continue;
    await store.db.transaction().execute((db) => renewBriefs({ store, db, portal: id }, 'everywhere'));
  }
}

async function lacksBrief(db: Kysely<Tables>, portal: PortalId): Promise<boolean> {
  const old = await db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', portal)
    .where('state', '=', 'open')
    .where('role_office', 'is not', null)
    .where('role_user', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_part')
            .select('key')
            .whereRef('case_part.portal', '=', 'case_file.portal')
            .whereRef('case_part.case_id', '=', 'case_file.id')
            .where('part', '=', 'brief')
            .where('gone', '=', 0),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return old !== undefined;
}
