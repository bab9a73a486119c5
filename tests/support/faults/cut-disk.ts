import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  constants,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, of which copies are taken as a power cut would leave it. */
export interface CutDisk {
  /** Where it is mounted. */
  readonly at: string;
  /** Keeps what has reached the disk by now; nothing may write meanwhile. */
  readonly cut: () => Cut;
  /** Also while an app still runs on it. */
  readonly remove: () => void;
}

/** What a power cut left. */
export interface Cut {
  /** Mounts it as the next start of the machine does, and ends with `unmount`. */
  readonly mount: () => { readonly at: string; readonly unmount: () => void };
}

/** Everything that is mounted: whatever ends the run, nothing of it is left. */
const mounted = new Set<string>();

/** Room for a profile and what Chromium keeps beside it; the file is as large as what was written. */
const size = 1024 ** 3;

/**
 * An ext4 file system in a file: what a program wrote and never synced stays with the kernel for a minute, and is in no copy.
 * null where this machine lets nobody mount one.
 */
export function cutDisk(): CutDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'cut-disk-'));
  const [image, at] = [join(folder, 'disk'), join(folder, 'mounted')];
  chmodSync(folder, 0o755);
  let copies = 0;
  try {
    writeFileSync(image, '');
    truncateSync(image, size);
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'pipe' });
    mount(image, at);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  chmodSync(at, 0o1777);
  return {
    at,
    cut: () => {
      copies += 1;
      const [copy, place] = [join(folder, `cut-${String(copies)}`), join(folder, `after-${String(copies)}`)];
      copyFileSync(image, copy, constants.COPYFILE_FICLONE);
      return {
        mount: () => {
          mount(copy, place);
          return {
            at: place,
            unmount: () => {
              unmount(place);
              rmSync(copy);
            },
          };
        },
      };
    },
    remove: () => {
      for (const place of mounted) unmount(place);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mount(image: string, at: string): void {
  mkdirSync(at);
  // Written by the kernel once a minute: nearly everything that was not synced is lost with a cut.
  execFileSync('mount', ['-o', 'loop,commit=60', image, at], { stdio: 'pipe' });
  mounted.add(at);
}

function unmount(at: string): void {
  execFileSync('umount', ['--lazy', at], { stdio: 'pipe' });
  mounted.delete(at);
}
