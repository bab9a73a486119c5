import type { CompanyId } from '../../shared/domain/ids.ts';
import type { Network } from '../reads/network.ts';
import { briefFor } from './case-brief.ts';
import { loadCases, rowParts } from './case-content.ts';
import type { Change } from './in-change.ts';
import { saveCase } from './save-case.ts';

/** A few statements a slice. */
const slice = 25;

/** Brings up to date what waiting roles tell of the users who could be picked: their marks, limits and rights have changed. */
export async function renewBriefs(change: Change, network: Network, at: CompanyId | 'everywhere'): Promise<void> {
  for (let after = ''; ;) {
    const ids = await waitingRoles(change, at, after);
    for (const before of await loadCases(change.db, change.portal, ids, rowParts)) {
      const brief = briefFor(before.case, network);
      if (JSON.stringify(brief) === JSON.stringify(before.brief)) continue;
      await saveCase(change, network, { before, after: before.case, brief, chat: [], log: [] });
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < slice) return;
    after = last;
  }
}

async function waitingRoles(change: Change, at: CompanyId | 'everywhere', after: string): Promise<readonly string[]> {
  const rows = await change.db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', change.portal)
    .where('role_office', 'is not', null)
    .where('role_user', 'is', null)
    .$if(at !== 'everywhere', (waiting) =>
      waiting.where('role_office', 'in', (from) => from.selectFrom('office').select('id').where('company', '=', at)),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(slice)
    .execute();
  return rows.map(({ id }) => id);
}
