import { sql } from 'kysely';
import type { OperatorHealth } from '../../shared/contract/operator.ts';
import { protocolVersion } from '../../shared/contract/protocol-version.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { readFailedJobs } from '../jobs/failed-jobs.ts';
import { readFailedMails } from '../mail/failed-mails.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { Engine } from '../store/engine.ts';
import { nudgesOf } from './nudges.ts';

/** How this portal server and its database are, for the operator. */
export async function readHealth(
  { store, now, version }: Pick<PortalDeps, 'store' | 'now' | 'version'>,
  startedAt: Moment,
): Promise<OperatorHealth> {
  const serverTime = now();
  const { rows } = await sizeOf[store.engine].execute(store.db);
  return {
    version,
    protocol: protocolVersion,
    store: store.storeId,
    engine: store.engine,
    serverTime,
    startedAt,
    databaseBytes: Number(rows[0]?.bytes ?? 0),
    hearsOthers: !nudgesOf(store).isSilent(),
    ...(await readFailedMails(store)),
    ...(await readFailedJobs(store)),
  };
}

const sizeOf = {
  sqlite: sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`,
  postgres: sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`,
} as const satisfies Record<Engine, unknown>;
