import { doubling, type Ending, type Work } from '../jobs/job.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import type { Network } from '../reads/network.ts';
import { briefFor } from './case-brief.ts';
import { loadCases, rowParts } from './case-content.ts';
import { networkNow } from './directory-change.ts';
import { inPossibleChange, type Change } from './in-change.ts';
import { everyCompany } from './renew-briefs.ts';
import { saveCase } from './save-case.ts';

/** A few statements a piece: some milliseconds, in which nobody else changes the portal. */
const sliceLength = 25;

/** Renews what waiting roles tell of the users who could be picked; each slice is a change of its own. */
export function briefsWork(deps: ChangeDeps): Work {
  return {
    lanes: 1,
    poll: 1000,
    mostAttempts: 40,
    waitAfter: doubling(1000, 3_600_000),
    run: ({ portal, subject, place }, piece) =>
      inPossibleChange(deps, portal, async (change) => {
        await piece.hold(change.db);
        const ids = await waitingRoles(change, subject, place);
        const keep = await renewSlice(change, await networkNow(change), ids);
        return { keep, value: endingAfter(ids) };
      }),
  };
}

function endingAfter(ids: readonly string[]): Ending {
  const last = ids.at(-1);
  return last === undefined || ids.length < sliceLength ? 'done' : { place: last };
}

/** Answers whether anything was another one. */
async function renewSlice(change: Change, network: Network, ids: readonly string[]): Promise<boolean> {
  let renewed = false;
  for (const before of await loadCases(change.db, change.portal, ids, rowParts)) {
    const brief = briefFor(before.case, network);
    if (JSON.stringify(brief) === JSON.stringify(before.brief)) continue;
    await saveCase(change, network, { before, after: before.case, brief, chat: [], log: [] });
    renewed = true;
  }
  return renewed;
}

async function waitingRoles({ db, portal }: Change, company: string, after: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', portal)
    .where('role_office', 'is not', null)
    .where('role_user', 'is', null)
    .$if(company !== everyCompany, (waiting) =>
      waiting.where('role_office', 'in', (from) =>
        from.selectFrom('office').select('id').where('company', '=', company),
      ),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(sliceLength)
    .execute();
  return rows.map(({ id }) => id);
}
