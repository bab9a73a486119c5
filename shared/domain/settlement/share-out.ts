/**
 * Shares an amount of minor units out by weights, so that the shares make up the whole: each its part, cut to a whole
 * unit towards zero, and the units that are left one each to the largest rests, the first of equal ones. Weights are
 * whole and not below zero; where all are zero, the first takes everything.
 */
export function shareOut(amount: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? amount : 0));
  const size = BigInt(Math.abs(amount));
  const shares = weights.map((weight, index) => {
    const times = size * BigInt(weight);
    return { index, share: times / whole, rest: times % whole };
  });
  const left = size - shares.reduce((sum, { share }) => sum + share, 0n);
  const byRest = shares.toSorted((one, other) => compare(other.rest, one.rest) || one.index - other.index);
  const raised = new Set(byRest.slice(0, Number(left)).map(({ index }) => index));
  return shares.map(({ index, share }) => Math.sign(amount) * Number(share + (raised.has(index) ? 1n : 0n)) + 0);
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : Number(one > other);
}
