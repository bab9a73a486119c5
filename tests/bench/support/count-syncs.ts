import type { ElectronApplication } from 'playwright-core';

interface Counted {
  count: number;
}

/** Counts how often the app's main process asks the disk to keep what was written: every fsync and fdatasync. */
export async function countSyncs(app: ElectronApplication): Promise<() => Promise<number>> {
  const counted = await app.evaluateHandle(async (): Promise<Counted> => {
    const held: Counted = { count: 0 };
    const { open } = process.getBuiltinModule('node:fs/promises');
    const file = await open(process.execPath, 'r');
    const methods = Object.getPrototypeOf(file);
    await file.close();
    for (const name of ['sync', 'datasync']) {
      const original = methods[name];
      methods[name] = function counting(...given: unknown[]) {
        held.count += 1;
        return original.apply(this, given);
      };
    }
    return held;
  });
  return () =>
    counted.evaluate((held) => {
      const { count } = held;
      held.count = 0;
      return count;
    });
}
