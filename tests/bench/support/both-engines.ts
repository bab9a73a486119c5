import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { applyNetwork } from '../../../portal/network/apply-network.ts';
import { networkSchema } from '../../../portal/network/network-document.ts';
import { networkNow } from '../../../portal/commands/directory-change.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { addCases } from '../../../portal/commands/save-case.ts';
import type { ChangeDeps } from '../../../portal/portal-deps.ts';
import { openStore, type StoreAddress } from '../../../portal/store/open-store.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { durable, quick, startPostgres } from '../../support/postgres-cluster.ts';
import { cheapHash, grownNetwork } from './grown-network.ts';
import type { BenchEngine } from './growth-options.ts';
import { startPortal, type StartedPortal } from './start-portal.ts';

/** A database of one engine, and how a portal server is started on it. */
export interface Place {
  readonly engine: BenchEngine;
  readonly address: StoreAddress;
  /** `heard` is told what the portal server prints. */
  readonly start: (heard?: (said: string) => void) => Promise<StartedPortal>;
}

/** How a bench wants its engines. */
export interface EnginesWanted {
  readonly engines: readonly BenchEngine[];
  /** True where PostgreSQL is to write its log as in use: each commit on the disk, whole pages after a checkpoint. */
  readonly durable?: boolean;
}

/** Runs a bench on an empty database of each engine. */
export async function onEngines(wanted: EnginesWanted, work: (place: Place) => Promise<void>): Promise<void> {
  for (const engine of wanted.engines) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
    const cluster = engine === 'PostgreSQL' ? await startPostgres(wanted.durable ? durable : quick) : null;
    try {
      const address: StoreAddress = cluster ? { url: cluster.url } : { file: join(folder, 'portal.db') };
      const environment: Record<string, string> = cluster ? { PORTAL_DATABASE_URL: cluster.url } : {};
      await work({ engine, address, start: (heard) => startPortal(folder, environment, heard) });
    } finally {
      await cluster?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** What is put into a database before a portal server is started on it. */
export interface Filling {
  readonly insurers?: number;
  readonly cases: Readonly<Record<string, readonly CaseContent[]>>;
}

/** Writes the grown network and cases, as an import does. */
export async function fillPlace({ address }: Place, { insurers = 0, cases }: Filling): Promise<void> {
  const store = await openStore(address);
  try {
    const deps: ChangeDeps = {
      store,
      now: () => new Date().toISOString(),
      newId: uuidv7,
      mark: () => randomBytes(8).toString('hex'),
      publicUrl: () => 'https://portal.example',
    };
    const network = networkSchema.parse(grownNetwork(insurers));
    const applied = await applyNetwork(deps, { network, passwordHash: await cheapHash() });
    if (!applied.ok) throw new Error(`the network does not fit together: ${JSON.stringify(applied.faults)}`);
    for (const [portal, contents] of Object.entries(cases)) {
      for (let from = 0; from < contents.length; from += 500) {
        await inChange(deps, portal, async (change) =>
          addCases(change, await networkNow(change), contents.slice(from, from + 500)),
        );
      }
    }
  } finally {
    await store.close();
  }
}

/** Asks PostgreSQL one thing beside the portal server. */
export async function askPostgres(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}
