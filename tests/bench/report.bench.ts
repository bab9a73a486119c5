import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { uuidv7 } from 'uuidv7';
import { networkNow } from '../../portal/commands/directory-change.ts';
import { inChange } from '../../portal/commands/in-change.ts';
import { addCases } from '../../portal/commands/save-case.ts';
import { applyNetwork } from '../../portal/network/apply-network.ts';
import { networkSchema } from '../../portal/network/network-document.ts';
import { askReport } from '../../portal/reports/ask-report.ts';
import { readReport } from '../../portal/reports/read-report.ts';
import { reportFile } from '../../portal/reports/report-file.ts';
import { createJobs } from '../../portal/jobs/create-jobs.ts';
import { reportWork } from '../../portal/reports/report-work.ts';
import { openStore } from '../../portal/store/open-store.ts';
import { aBudget, aContent, aRole, aTask, carla } from '../support/builders.ts';
import { smallNetwork } from '../support/small-network.ts';
import { tellMachine } from './support/report.ts';

const cases = 5000;
const portal = 'nordic-portal';

// How long everybody else waits while a Case statistics report of 5,000 cases is made and fetched.
await tellMachine();
const folder = mkdtempSync(join(tmpdir(), 'bench-report-'));
const store = await openStore({ file: join(folder, 'portal.db') });
try {
  const deps = {
    store,
    now: () => new Date().toISOString(),
    newId: uuidv7,
    mark: uuidv7,
    publicUrl: () => 'http://127.0.0.1',
    onFault: (fault: unknown) => console.error(fault),
  };
  await applyNetwork(deps, { network: networkSchema.parse(smallNetwork), passwordHash: 'none' });
  await inChange(deps, portal, async (change) => addCases(change, await networkNow(change), manyCases()));
  const { person } = await store.db
    .selectFrom('member')
    .select('person')
    .where('id', '=', 'bertil')
    .executeTakeFirstOrThrow();
  const caller = { person, account: `${store.storeId}.${person}` };
  const period = { from: '2026-01-01', to: '2026-12-31', state: 'all' } as const;
  const asked = await askReport(deps, caller, { portal, ...period });
  if (asked?.kind !== 'asked') throw new Error('the report was not asked for');
  await measured('made', () => createJobs(deps, { report: reportWork(deps) }).runDue());
  const rows = await measured('read', () => readReport(deps, caller, { portal, report: asked.id }));
  if (rows?.rows.length !== cases) throw new Error('rows are missing');
  const signs = { separator: 'semicolon', decimals: 'comma' } as const;
  await measured('written as CSV', () => reportFile(rows, { format: 'csv', ...signs }));
  await measured('written as XLSX', () => reportFile(rows, { format: 'xlsx', ...signs }));
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measured<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const value = await work();
  const took = performance.now() - began;
  delay.disable();
  console.log(`${what}: ${took.toFixed(0)} ms, longest block ${(delay.max / 1e6).toFixed(1)} ms`);
  return value;
}

function manyCases() {
  return Array.from({ length: cases }, (_, index) =>
    aContent({
      id: uuidv7(),
      number: `NM-2026-${String(index).padStart(5, '0')}`,
      tasks: ['a', 'b', 'c'].map((each) => aTask({ id: `${each}-${index}`, status: 'A', main: each === 'a' })),
      budgets: [aBudget({ id: `budget-${index}` })],
      role: aRole({ user: carla, userAssignedAt: '2026-11-23T08:00:00.000Z' }),
    }),
  );
}
