/**
 * A whole number divided by another that is above zero, to the nearest whole number, a half away from zero: so what is
 * taken back is the mirror of what was given. Money and quantities have this one rule.
 */
export function divideHalfAway(over: bigint, under: bigint): bigint {
  const size = over < 0n ? -over : over;
  const rounded = (2n * size + under) / (2n * under);
  return over < 0n ? -rounded : rounded;
}
