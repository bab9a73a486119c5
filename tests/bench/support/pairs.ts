/** One pair: the same work on both sides, in milliseconds. */
export interface Pair {
  readonly ours: number;
  readonly peer: number;
}

export interface PairSteps {
  readonly pairs: number;
  readonly ours: (round: number) => Promise<number>;
  readonly peer: (round: number) => Promise<number>;
  /** After both, outside the clock: throws where their results differ. */
  readonly check: (round: number) => Promise<void>;
}

/** Runs both sides alternately, each of them first every other time; the first pair warms up and is dropped. */
export async function runPairs({ pairs, ours, peer, check }: PairSteps): Promise<readonly Pair[]> {
  const kept: Pair[] = [];
  for (let round = 0; round < pairs; round += 1) {
    const first = round % 2 === 0 ? await ours(round) : await peer(round);
    const second = round % 2 === 0 ? await peer(round) : await ours(round);
    const pair = round % 2 === 0 ? { ours: first, peer: second } : { ours: second, peer: first };
    await check(round);
    console.log(`pair ${round}: ours ${pair.ours.toFixed(1)} ms, peer ${pair.peer.toFixed(1)} ms`);
    if (round > 0) kept.push(pair);
  }
  return kept;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
}
