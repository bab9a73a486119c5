import type { PersonId, PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { readNetwork, standingOf, type NetworkSource } from './network.ts';

/** What a person is in a portal, from SQL; null where the person is no member of it (or it does not exist). */
export async function readStanding(
  source: NetworkSource,
  portal: PortalId,
  person: PersonId,
): Promise<Standing | null> {
  const network = await readNetwork(source, portal);
  return network && standingOf(network, network.byPerson.get(person));
}
