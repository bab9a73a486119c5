import type { SettingsEntry } from '../../shared/contract/calendar-answers.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { maySteer } from '../../shared/domain/rights/may.ts';
import type { Caller } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import { readerOf, type ReadDeps, type Reader } from './reader.ts';
import { inSnapshot } from './snapshot.ts';

const most = 50;

/**
 * What was changed last, newest first; null where there is no such portal for this person. Who may change a portal's
 * settings reads all of it, a partner's people what is about the own offices.
 */
export function readSettingsLog(
  deps: ReadDeps,
  caller: Caller,
  portal: PortalId,
): Promise<readonly SettingsEntry[] | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal, caller });
    return reader && entriesFor(reader);
  });
}

async function entriesFor({ db, portal, standing, network }: Reader): Promise<readonly SettingsEntry[]> {
  if (!standing.active || standing.level === 0) return [];
  const all = maySteer(standing, 'portal.changeCalendar').allowed;
  const own = network.offices.filter(({ company }) => company === standing.company).map(({ id }) => id);
  if (!all && own.length === 0) return [];
  const rows = await db
    .selectFrom('settings_log')
    .selectAll()
    .where('portal', '=', portal)
    .$if(!all, (some) => some.where('office', 'in', own))
    .orderBy('change', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ name, by_name, at, office, before, after }) => ({
    what: name,
    by: by_name,
    at,
    office,
    before: readJson<Record<string, unknown>>(before),
    after: readJson<Record<string, unknown>>(after),
  }));
}
