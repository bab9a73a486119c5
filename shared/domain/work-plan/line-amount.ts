import { divideHalfAway } from './divide-half-away.ts';
import { quantityParts, type Quantity } from './quantity.ts';

/** What a quantity costs at a price in minor units: minor units, rounded once a line, a half away from zero (domain.md §7). */
export function lineAmount(quantity: Quantity, unitPrice: number): number {
  return Number(divideHalfAway(BigInt(quantity) * BigInt(unitPrice), BigInt(quantityParts)));
}

/** The sum of lines in minor units: of the amounts as they are shown, never rounded again, so that parts make up the whole. */
export function sumOfLines(lines: readonly { readonly quantity: Quantity; readonly unitPrice: number }[]): number {
  return lines.reduce((sum, { quantity, unitPrice }) => sum + lineAmount(quantity, unitPrice), 0);
}
