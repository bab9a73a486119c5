import { watch } from 'node:fs';

/** Acts at the very moment at which something is written into the folder, for the so many-th time; resolves then. */
export async function atWrite(folder: string, act: () => void, times = 1): Promise<void> {
  await new Promise<void>((written) => {
    let left = times;
    const watcher = watch(folder, () => {
      left -= 1;
      if (left !== 0) return;
      act();
      watcher.close();
      written();
    });
  });
}
