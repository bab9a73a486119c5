import { divideHalfAway } from './divide-half-away.ts';
import { formulaSigns, type FormulaSign, type Fraction, type Operator } from './formula-signs.ts';

/** A quantity in whole ten-thousandths of its unit: 4.2 m² is 42000 (four decimals, no floating point on the way). */
export type Quantity = number;

/** How many parts a unit has. */
export const quantityParts = 10_000;

/** The largest quantity, a million units: times any price it stays exact. */
export const mostQuantity: Quantity = 1_000_000 * quantityParts;

/** How long a formula may be. */
export const longestFormula = 200;

/** Why what was typed is no quantity. */
export const quantityFaults = [
  'empty',
  'not-a-number',
  /** Two numbers with no sign between them. */
  'sign-missing',
  /** A sign with no number behind it. */
  'number-missing',
  'parenthesis-missing',
  'division-by-zero',
  'negative',
  'too-large',
  'too-long',
] as const;

/** One of them. */
export type QuantityFaultCode = (typeof quantityFaults)[number];

/** A fault and where it is in what was typed, counted in characters from 0. */
export interface QuantityFault {
  readonly fault: QuantityFaultCode;
  readonly at: number;
}

/**
 * Reads a quantity typed as a formula, `4,2*2,6-1,6`: each step exactly, rounded once at the end, a half away from zero
 * (domain.md §7). Point and comma are both the decimal sign, so that a formula means the same to everybody who reads it:
 * `1.234` and `1,234` are a little more than one. They group where they stand twice or before the other (`1.234.567`,
 * `1.234,5`); blanks and apostrophes always do (`2 500`, `2’500`).
 */
export function readQuantity(typed: string): Quantity | QuantityFault {
  if (typed.length > longestFormula) return { fault: 'too-long', at: longestFormula };
  const cut = formulaSigns(typed);
  if ('unread' in cut) return { fault: cut.unread, at: cut.at };
  if (cut.signs.length === 0) return { fault: 'empty', at: 0 };
  const cursor: Cursor = { signs: cut.signs, end: typed.length, next: 0 };
  const value = readFrom(cursor, 0);
  if ('fault' in value) return value;
  const left = cursor.signs[cursor.next];
  if (left) return { fault: left.kind === 'close' ? 'parenthesis-missing' : 'sign-missing', at: left.at };
  if (value.over < 0n) return { fault: 'negative', at: 0 };
  const quantity = divideHalfAway(value.over * BigInt(quantityParts), value.under);
  return quantity > BigInt(mostQuantity) ? { fault: 'too-large', at: 0 } : Number(quantity);
}

interface Cursor {
  readonly signs: readonly FormulaSign[];
  readonly end: number;
  next: number;
}

type Outcome = Fraction | QuantityFault;

const binds: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/** Reads on for as long as what follows binds more than what stands before. */
function readFrom(cursor: Cursor, before: number): Outcome {
  let left = readOperand(cursor);
  for (;;) {
    const sign = cursor.signs[cursor.next];
    if ('fault' in left || sign?.kind !== 'operator' || binds[sign.operator] <= before) return left;
    cursor.next += 1;
    const right = readFrom(cursor, binds[sign.operator]);
    if ('fault' in right) return right;
    if (sign.operator === '/' && right.over === 0n) return { fault: 'division-by-zero', at: sign.at };
    left = combine(left, sign.operator, right);
  }
}

function readOperand(cursor: Cursor): Outcome {
  const sign = cursor.signs[cursor.next];
  cursor.next += 1;
  if (sign?.kind === 'number') return sign.value;
  if (sign?.kind === 'operator' && binds[sign.operator] === 1) {
    const operand = readOperand(cursor);
    return 'fault' in operand || sign.operator === '+' ? operand : negative(operand);
  }
  if (sign?.kind !== 'open') return { fault: 'number-missing', at: sign?.at ?? cursor.end };
  const inner = readFrom(cursor, 0);
  if ('fault' in inner) return inner;
  const close = cursor.signs[cursor.next];
  if (!close) return { fault: 'parenthesis-missing', at: sign.at };
  if (close.kind !== 'close') return { fault: 'sign-missing', at: close.at };
  cursor.next += 1;
  return inner;
}

function combine(left: Fraction, operator: Operator, right: Fraction): Fraction {
  if (operator === '-') return combine(left, '+', negative(right));
  if (operator === '+')
    return { over: left.over * right.under + right.over * left.under, under: left.under * right.under };
  if (operator === '*') return { over: left.over * right.over, under: left.under * right.under };
  const over = left.over * right.under;
  const under = left.under * right.over;
  return under < 0n ? { over: -over, under: -under } : { over, under };
}

function negative({ over, under }: Fraction): Fraction {
  return { over: -over, under };
}
