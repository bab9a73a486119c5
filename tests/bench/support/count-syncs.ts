import type { ElectronApplication } from 'playwright-core';

/** How often the disk was asked: the journal asks for its bytes (fdatasync), whoever makes a file asks for all (fsync). */
export interface Syncs {
  readonly journal: number;
  readonly others: number;
}

interface Begun {
  /** When each sync began, in milliseconds since 1970. */
  readonly datasync: number[];
  readonly sync: number[];
}

/** Notes when the app's main process asks the disk to keep what was written; answers for a span of moments. */
export async function countSyncs(app: ElectronApplication): Promise<(from: number, to: number) => Promise<Syncs>> {
  const begun = await app.evaluateHandle(async (): Promise<Begun> => {
    const held: Begun = { datasync: [], sync: [] };
    const { open } = process.getBuiltinModule('node:fs/promises');
    const file = await open(process.execPath, 'r');
    const methods = Object.getPrototypeOf(file);
    await file.close();
    for (const name of ['datasync', 'sync'] as const) {
      const original = methods[name];
      methods[name] = function noting(...given: unknown[]) {
        held[name].push(performance.timeOrigin + performance.now());
        return original.apply(this, given);
      };
    }
    return held;
  });
  return (from, to) =>
    begun.evaluate(
      (held, [first, last]) => {
        const during = (moments: readonly number[]): number => moments.filter((at) => at >= first && at <= last).length;
        return { journal: during(held.datasync), others: during(held.sync) };
      },
      [from, to] as const,
    );
}
