import type { Kysely } from 'kysely';
import { viewerOf, type Viewer } from '../../shared/domain/case/parts/ties.ts';
import type { MemberId, PersonId, PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { mayReport } from '../../shared/domain/statistics/may-report.ts';
import { readNetwork, standingOf, type Network } from '../reads/network.ts';
import type { Engine } from '../store/engine.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';

/** Who may have reports made in a portal now, and what this person sees there. */
export interface ReportReader {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  readonly portal: PortalId;
  readonly network: Network;
  readonly standing: Standing;
  readonly viewer: Viewer;
}

/** A reader of reports by person or member; null for who is none, or is none any more. */
export async function reportReader(
  source: { readonly store: Store; readonly db: Kysely<Tables> },
  portal: PortalId,
  who: { readonly person: PersonId } | { readonly member: MemberId },
): Promise<ReportReader | null> {
  const network = await readNetwork(source, portal);
  if (!network) return null;
  const member = 'person' in who ? network.byPerson.get(who.person) : network.members.get(who.member);
  const standing = standingOf(network, member);
  if (!standing || !mayReport(standing).allowed) return null;
  return { db: source.db, engine: source.store.engine, portal, network, standing, viewer: viewerOf(standing) };
}
