import type { LoggedSubject, SettingsEntry } from '../../shared/contract/settings-log.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { categoriesSight } from '../../shared/domain/category/categories-sight.ts';
import { readsSettings } from '../../shared/domain/portal/reads-settings.ts';
import type { Caller } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import { readerOf, type ReadDeps, type Reader } from './reader.ts';
import { inSnapshot } from './snapshot.ts';

const most = 100;

/**
 * What was changed last of a portal, its categories, an office or a member, newest first; null where there is no such
 * thing for this person. The insurer's people and the operator read all of it but the categories, which are for the
 * insurer's people alone; a partner's people what is about the own offices, an admin what is about the own company's
 * members, and everybody what is about oneself.
 */
export function readSettingsLog(
  deps: ReadDeps,
  caller: Caller,
  asked: { readonly portal: PortalId; readonly subject: LoggedSubject },
): Promise<readonly SettingsEntry[] | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    return reader && readsLog(reader, asked.subject) ? entriesFor(reader, asked.subject) : null;
  });
}

function readsLog({ portal, standing, network }: Reader, { kind, id }: LoggedSubject): boolean {
  if (!standing.active || standing.level === 0) return false;
  const all = readsSettings(standing);
  if (kind === 'portal') return all && id === portal;
  if (kind === 'categories') return categoriesSight(standing) === 'always' && id === portal;
  if (kind === 'office') {
    const office = network.offices.get(id);
    return office !== undefined && (all || office.company === standing.company);
  }
  const member = network.members.get(id);
  if (!member) return false;
  return all || id === standing.member || (member.company === standing.company && standing.level >= 4);
}

async function entriesFor({ db, portal }: Reader, { kind, id }: LoggedSubject): Promise<readonly SettingsEntry[]> {
  const rows = await db
    .selectFrom('settings_log')
    .selectAll()
    .where('portal', '=', portal)
    .where('office', kind === 'office' ? '=' : 'is', kind === 'office' ? id : null)
    .where('member', kind === 'member' ? '=' : 'is', kind === 'member' ? id : null)
    .where('categories', '=', kind === 'categories' ? 1 : 0)
    .orderBy('change', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ name, by_name, at, before, after }) => ({
    what: name,
    by: by_name,
    at,
    before: readJson<Record<string, unknown>>(before),
    after: readJson<Record<string, unknown>>(after),
  }));
}
