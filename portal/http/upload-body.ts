import { ProblemError } from './problems.ts';

/** A body that brings nothing for so long is given up: it would hold its place for nothing. */
const longestSilence = 30_000;

/** How many bytes a body may come to: the length it announces, else the most. Above the most it is a Problem at once. */
export function sizeOf({ headers }: Request, most: number): number {
  const size = Number(headers.get('content-length') ?? most);
  if (size > most) throw new ProblemError('too-large');
  return size;
}

/** Reads a body of at most so many bytes. */
export async function readBody(request: Request, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(size);
  let length = 0;
  await takeChunks(request, (chunk) => {
    if (length + chunk.length > size) throw new ProblemError('too-large');
    whole.set(chunk, length);
    length += chunk.length;
  });
  return whole.subarray(0, length);
}

/** Lets a body pass by unkept, so that its sender hears the answer: in the middle of sending it would be cut off. */
export function passBody(request: Request): Promise<void> {
  return takeChunks(request, () => undefined);
}

/** One that breaks off or stands still is bad input, and no fault of ours. */
async function takeChunks(request: Request, take: (chunk: Uint8Array) => void): Promise<void> {
  const reader = request.body?.getReader();
  if (!reader) return;
  let silent = false;
  const giveUp = setTimeout(() => {
    silent = true;
    // Ends the read that is under way.
    void reader.cancel().catch(() => undefined);
  }, longestSilence);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(brokenOff);
      if (silent) brokenOff();
      if (done) return;
      giveUp.refresh();
      take(value);
    }
  } finally {
    clearTimeout(giveUp);
    reader.releaseLock();
  }
}

function brokenOff(): never {
  throw new ProblemError('not-understood', { detail: 'The body broke off.' });
}
