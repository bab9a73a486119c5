import type { BenchPage, Side, Timed } from '../page/bench-page.ts';
import { benchPortal } from './bench-network.ts';
import { openBenchElectron, type BenchElectron } from './bench-electron.ts';
import { openBenchPortal, type BenchPortal, type RecordedAnswer } from './bench-portal.ts';
import { readOptions, type BenchOptions } from './options.ts';
import { tellMachine } from './report.ts';

/** A portal with cases and a page with both stores: what the benches of the store begin with. */
export interface StoreBench {
  readonly options: BenchOptions;
  readonly portal: BenchPortal;
  readonly load: (folder: string, answers: readonly RecordedAnswer[]) => Promise<void>;
  readonly sync: (side: Side, folder: string, fresh?: boolean) => Promise<Timed>;
  readonly compare: BenchPage['compare'];
  readonly filter: BenchPage['filter'];
}

export async function withStores(work: (bench: StoreBench) => Promise<void>): Promise<void> {
  const options = readOptions();
  await tellMachine();
  const began = performance.now();
  const portal = await openBenchPortal(options.cases, options.size);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${portal.cases} cases of ${portal.bytesACase} bytes made in ${seconds} s`);
  let electron: BenchElectron | null = null;
  try {
    electron = await openBenchElectron();
    await work({ options, portal, ...(await callsOf(electron, portal.account)) });
  } finally {
    await electron?.close();
    await portal.close();
  }
}

async function callsOf({ page, lay }: BenchElectron, account: string) {
  const bench = await page.evaluateHandle(([who, where]) => window.bench(who, where), [account, benchPortal] as const);
  return {
    load: (folder: string, answers: readonly RecordedAnswer[]) => {
      const asked = lay(folder, answers);
      return bench.evaluate((stores, [name, each]) => stores.load(name, each), [folder, asked] as const);
    },
    sync: (side: Side, folder: string, fresh = false) =>
      bench.evaluate((stores, asked) => stores.sync(...asked), [side, folder, fresh] as const),
    compare: (every: number) => bench.evaluate((stores, each) => stores.compare(each), every),
    filter: (...asked: Parameters<BenchPage['filter']>) =>
      bench.evaluate((stores, [how, filter]) => stores.filter(how, filter), asked),
  };
}
