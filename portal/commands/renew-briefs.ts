import type { CompanyId } from '../../shared/domain/ids.ts';
import { addJobs } from '../jobs/job-list.ts';
import type { JobPlace } from '../jobs/job.ts';

/** Of which roles that wait what is told has to be renewed. */
interface Renewing extends JobPlace {
  readonly portal: string;
}

/** The subject of the job for all companies at once: no company has this id. */
export const everyCompany = '';

/**
 * What waiting roles tell of the users who could be picked is out of date: marks, limits or rights have changed. It is only
 * shown and decides nothing, so it is renewed afterwards, in pieces (docs/decisions/0035).
 */
export async function renewBriefs(change: Renewing, at: CompanyId | 'everywhere'): Promise<void> {
  const subject = at === 'everywhere' ? everyCompany : at;
  if (subject === everyCompany)
    await change.db.deleteFrom('job').where('kind', '=', 'briefs').where('portal', '=', change.portal).execute();
  await addJobs(change, [{ kind: 'briefs', portal: change.portal, subject }]);
}
