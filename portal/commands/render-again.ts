import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import type { CompanyId, MemberId } from '../../shared/domain/ids.ts';
import type { Network } from '../reads/network.ts';
import { loadCases } from './case-content.ts';
import { writeViews } from './case-views.ts';
import type { Change } from './in-change.ts';

/** Which cases' views are to be rendered again, and why an audience leaves. */
export interface Again {
  readonly cases: { readonly named: MemberId } | { readonly waitingAt: CompanyId } | 'with-role';
  readonly because?: WithdrawalReason | undefined;
}

/** A few statements a slice; what is written in its cases, and their views, are held at once. */
const slice = 25;

/** Renders views again whose readers' rights have changed, slice by slice; only what differs is written. */
export async function renderAgain(change: Change, network: Network, again: Again): Promise<void> {
  let after = '';
  for (;;) {
    const ids = await caseIds(change, again.cases, after);
    const stored = await loadCases(change.db, change.portal, ids);
    await writeViews(
      change,
      network,
      stored.map((content) => ({ content, before: content.case, because: again.because })),
    );
    const last = ids.at(-1);
    if (last === undefined || ids.length < slice) return;
    after = last;
  }
}

async function caseIds(change: Change, cases: Again['cases'], after: string): Promise<readonly string[]> {
  if (cases === 'with-role' || 'waitingAt' in cases) {
    const company = cases === 'with-role' ? null : cases.waitingAt;
    const rows = await change.db
      .selectFrom('case_file')
      .select('id')
      .where('portal', '=', change.portal)
      .where('role_office', 'is not', null)
      .$if(company !== null, (waiting) =>
        waiting.where('role_user', 'is', null).where('role_office', 'in', (from) =>
          from
            .selectFrom('office')
            .select('id')
            .where('company', '=', company ?? ''),
        ),
      )
      .where('id', '>', after)
      .orderBy('id')
      .limit(slice)
      .execute();
    return rows.map(({ id }) => id);
  }
  const rows = await change.db
    .selectFrom('case_person')
    .select('case_id')
    .where('portal', '=', change.portal)
    .where('member', '=', cases.named)
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(slice)
    .execute();
  return rows.map(({ case_id }) => case_id);
}
