import type { Kysely } from 'kysely';
import { protocolVersion } from '../../shared/contract/protocol-version.ts';
import type { Cursor, SyncLine } from '../../shared/contract/sync.ts';
import { viewerOf, type Viewer } from '../../shared/domain/case/parts/ties.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Caller, PortalDeps } from '../portal-deps.ts';
import type { Engine } from '../store/engine.ts';
import type { Tables } from '../store/tables.ts';
import { readNetwork, standingOf, type Network } from './network.ts';

/** Who reads a portal, at the moment of the snapshot. */
export interface Reader {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  readonly portal: PortalId;
  readonly network: Network;
  readonly standing: Standing;
  /** How this person sees cases. */
  readonly viewer: Viewer;
  /** The last change of the snapshot. */
  readonly now: Cursor;
}

/** What reading needs. */
export type ReadDeps = Pick<PortalDeps, 'store' | 'now'>;

/** The reader, or null: who is no member of a portal cannot tell it from one that does not exist. */
export async function readerOf(
  deps: ReadDeps,
  db: Kysely<Tables>,
  asked: { readonly portal: PortalId; readonly caller: Caller },
): Promise<Reader | null> {
  const { portal, caller } = asked;
  const network = await readNetwork({ store: deps.store, db }, portal);
  const standing = network && standingOf(network, network.byPerson.get(caller.person));
  if (!network || !standing) return null;
  const now = await db
    .selectFrom('portal_counter')
    .innerJoin('change_mark', (join) =>
      join
        .onRef('change_mark.portal', '=', 'portal_counter.portal')
        .onRef('change_mark.number', '=', 'portal_counter.number'),
    )
    .select(['change_mark.number', 'change_mark.mark'])
    .where('portal_counter.portal', '=', portal)
    .executeTakeFirstOrThrow();
  return { db, engine: deps.store.engine, portal, network, standing, viewer: viewerOf(standing), now };
}

/** The first line of every answer. */
export function headLine(deps: ReadDeps, portal: PortalId, caller: Caller): string {
  return line({ kind: 'head', protocol: protocolVersion, portal, account: caller.account, serverTime: deps.now() });
}

/** A line of an answer. */
export function line(value: SyncLine): string {
  return JSON.stringify(value);
}
