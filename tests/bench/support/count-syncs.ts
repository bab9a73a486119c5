import type { ElectronApplication } from 'playwright-core';

interface Begun {
  /** When each sync began, in milliseconds since 1970. */
  readonly at: number[];
}

/**
 * Notes how often the app's main process asks the disk to keep what was written (fsync, fdatasync). Answers how many of
 * them began between two moments.
 */
export async function countSyncs(app: ElectronApplication): Promise<(from: number, to: number) => Promise<number>> {
  const begun = await app.evaluateHandle(async (): Promise<Begun> => {
    const held: Begun = { at: [] };
    const { open } = process.getBuiltinModule('node:fs/promises');
    const file = await open(process.execPath, 'r');
    const methods = Object.getPrototypeOf(file);
    await file.close();
    for (const name of ['sync', 'datasync']) {
      const original = methods[name];
      methods[name] = function noting(...given: unknown[]) {
        held.at.push(performance.timeOrigin + performance.now());
        return original.apply(this, given);
      };
    }
    return held;
  });
  return (from, to) =>
    begun.evaluate((held, [first, last]) => held.at.filter((at) => at >= first && at <= last).length, [
      from,
      to,
    ] as const);
}
