import { setTimeout as elapsed } from 'node:timers/promises';
import type { PortalDeps } from '../portal-deps.ts';
import type { ReportTable } from '../store/tables.ts';
import { dropReports } from './ask-report.ts';
import { claimReport, countTry, releaseClaims, waitingReports, writeSlice, type Claimant } from './claims.ts';
import { makeSlice } from './make-slice.ts';

type WorkerDeps = Pick<PortalDeps, 'store' | 'now' | 'newId' | 'onFault'>;

/** Makes the reports that were asked for. */
export interface ReportWorker {
  /** Makes what waits now, a slice of each in turn; answers how many slices it made. */
  readonly makeWaiting: () => Promise<number>;
  readonly start: () => void;
  /** Ends after the slice that is under way; another worker goes on at once. */
  readonly stop: () => Promise<void>;
}

const every = 1000;

/**
 * The worker. A report is claimed before each slice: several servers on one database make each row once. A server that
 * dies in between leaves a claim that runs out, and the next one goes on from the last slice. Between slices everybody
 * else is answered.
 */
export function createReportWorker(deps: WorkerDeps): ReportWorker {
  const claimant = { db: deps.store.db, self: deps.newId(), now: deps.now };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;

  async function makeWaiting(): Promise<number> {
    let slices = 0;
    for (let made = 1; made > 0; slices += made) {
      made = 0;
      for (const report of await waitingReports(claimant)) {
        if (stopped) return slices + made;
        if (await makeNext(deps, claimant, report)) made += 1;
        await elapsed(1);
      }
    }
    return slices;
  }

  async function turn(): Promise<void> {
    try {
      await makeWaiting();
    } catch (fault) {
      deps.onFault(fault);
    }
    if (!stopped) timer = setTimeout(() => (running = turn()), every).unref();
  }

  return {
    makeWaiting,
    start: () => {
      running = turn();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await releaseClaims(claimant);
    },
  };
}

async function makeNext({ store, onFault }: WorkerDeps, claimant: Claimant, report: ReportTable): Promise<boolean> {
  if (!(await claimReport(claimant, report))) return false;
  try {
    const slice = await makeSlice(store, report);
    if (slice !== null) return await writeSlice(claimant, report, slice);
    await store.db.transaction().execute((db) => dropReports({ db, portal: report.portal }, [report]));
  } catch (fault) {
    onFault(fault);
    await countTry(claimant, report);
  }
  return false;
}
