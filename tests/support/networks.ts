import { readNetwork, standingOf, type Network } from '../../portal/reads/network.ts';
import { membersIn, membersOf, reachableOf } from '../../portal/reads/patch-network.ts';
import type { Store } from '../../portal/store/open-store.ts';
import { levels } from '../../shared/domain/member/standing.ts';

const portal = 'nordic-portal';

/** The network of the first portal of the small network, as the portal server of a store has it. */
export async function networkOf(store: Store, db: Store['db'] = store.db): Promise<Network> {
  const network = await readNetwork({ store, db }, portal);
  if (!network) throw new Error('no portal');
  return network;
}

/** As a portal server reads it that has just started. */
export const freshNetwork = (store: Store): Promise<Network> => networkOf({ ...store });

/** Everything that is asked of a network. */
export function told(network: Network) {
  const { portalName, settings, companies, offices, members } = network;
  const ids = members.values().map(({ id }) => id);
  const people = ids.map((id) => network.people.get(id) ?? '');
  return {
    portalName,
    settings,
    companies: companies.values(),
    offices: offices.values(),
    members: members.values(),
    standings: ids.map((id) => standingOf(network, network.members.get(id))),
    byPerson: people.map((person) => network.byPerson.get(person)),
    ofCompanies: companies
      .values()
      .map(({ id }) => [membersOf(network, id), levels.map((level) => reachableOf(network, id, level))]),
    inOffices: offices.values().map(({ id }) => membersIn(network, id)),
  };
}
