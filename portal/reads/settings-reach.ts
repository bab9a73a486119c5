import { setImmediate } from 'node:timers/promises';
import type { Case } from '../../shared/domain/case/case.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { readsSettings } from '../../shared/domain/portal/reads-settings.ts';
import {
  reachInCase,
  settingsReach,
  type CaseReach,
  type NewLimit,
  type SettingsReach,
} from '../../shared/domain/portal/settings-reach.ts';
import type { Caller } from '../portal-deps.ts';
import { loadCases, rowParts } from '../commands/case-content.ts';
import { standingOf, type Network } from './network.ts';
import { readerOf, type ReadDeps } from './reader.ts';
import { inSnapshot } from './snapshot.ts';

const slice = 200;

interface Asked {
  readonly portal: PortalId;
  readonly limit: NewLimit;
}

/**
 * Whom a change of the roles touches; null for whoever does not read the settings. The cases are read slice by slice,
 * each as it is then: what is told before a change is near enough, and others have their turn in between.
 */
export async function readSettingsReach(deps: ReadDeps, caller: Caller, asked: Asked): Promise<SettingsReach | null> {
  const { portal, limit } = asked;
  const reader = await inSnapshot(deps.store, (db) => readerOf(deps, db, { portal, caller }));
  if (!reader || !readsSettings(reader.standing)) return null;
  const { network } = reader;
  const cases: CaseReach[] = [];
  for (let after = ''; ;) {
    const ids = await openCases(deps, portal, after);
    const stored = await loadCases(deps.store.db, portal, ids, rowParts);
    cases.push(...stored.map(({ case: subject }) => reachOf(network, subject, limit)));
    const last = ids.at(-1);
    if (last === undefined || ids.length < slice) break;
    after = last;
    await setImmediate();
  }
  return settingsReach(network.members.values(), cases);
}

function reachOf(network: Network, subject: Case, limit: NewLimit): CaseReach {
  const user = subject.role?.user?.member;
  return reachInCase(subject, user ? standingOf(network, network.members.get(user)) : null, limit);
}

async function openCases({ store }: ReadDeps, portal: PortalId, after: string): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', portal)
    .where('state', '=', 'open')
    .where('id', '>', after)
    .orderBy('id')
    .limit(slice)
    .execute();
  return rows.map(({ id }) => id);
}
