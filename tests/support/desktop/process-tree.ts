import { readFileSync, readdirSync } from 'node:fs';

/** Ends a process and all that came from it with SIGKILL, the way a power cut does: nobody gets to tidy up. */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  // The leader goes first, so that it cannot notice and act on the end of its children.
  for (const one of [pid, ...descendants(pid)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** Waits until none of the tree runs any more: a new start would else meet the old one's locks. */
export async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 10));
}

export function descendants(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const found: number[] = [];
  for (let level = [pid]; level.length > 0;) {
    level = parents.filter(([, parent]) => level.includes(parent)).map(([child]) => child);
    found.push(...level);
  }
  return found;
}

function parentOf(pid: string): number {
  return Number(fieldsBehindName(pid)[1] ?? -1);
}

function isRunning(pid: number): boolean {
  const state = fieldsBehindName(String(pid))[0];
  return state !== undefined && state !== 'Z';
}

/** State, parent, … of /proc/<pid>/stat; the name before them may hold blanks and brackets. */
function fieldsBehindName(pid: string): readonly string[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
