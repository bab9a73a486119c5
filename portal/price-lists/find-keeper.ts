import type { PersonId, PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { maySteer } from '../../shared/domain/rights/may.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { readNetwork, standingOf, type NetworkSource } from '../reads/network.ts';

/** Who keeps a portal's price lists, or why this person may not; null where there is no such portal for this person. */
export async function findKeeper(
  source: NetworkSource,
  { portal, person }: { readonly portal: PortalId; readonly person: PersonId },
): Promise<{ readonly standing: Standing } | { readonly refusal: Refusal } | null> {
  const network = await readNetwork(source, portal);
  const standing = network && standingOf(network, network.byPerson.get(person));
  if (!standing) return null;
  const verdict = maySteer(standing, 'portal.changePriceLists');
  return verdict.allowed ? { standing } : { refusal: verdict.refusal };
}
