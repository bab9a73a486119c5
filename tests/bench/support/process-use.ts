import { readdirSync, readFileSync } from 'node:fs';

/** Processor time that a process has used since its start, all its threads, in milliseconds. */
export function processorTime(process: number): number {
  const tasks = `/proc/${process}/task`;
  const used = readdirSync(tasks).map((task) => {
    const [nanoseconds] = readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds);
  });
  return used.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Bytes that a process has caused to be written to a disk since its start, whole pages of 4 kB. */
export function bytesWritten(process: number): number {
  const found = /^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${process}/io`, 'utf8'));
  if (!found) throw new Error('the kernel does not count what is written');
  return Number(found[1]);
}
