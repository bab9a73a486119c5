import type { Room } from '../../../shared/domain/work-plan/work-plan.ts';
import { readQuantity, type Quantity } from '../../../shared/domain/work-plan/quantity.ts';
import { formulaNumber } from '../../words/work-plan/quantity-words.ts';
import type { DraftRoom } from './plan-draft.ts';

type Lengths = Pick<DraftRoom, 'length' | 'width' | 'height'>;

/** The largest length of a room, a kilometre. */
const longest: Quantity = 10_000_000;

/** A length as typed, in ten-thousandths of a metre; null where it is none, undefined where nothing was typed. */
export function readLength(typed: string): Quantity | null | undefined {
  if (typed.trim() === '') return undefined;
  const read = readQuantity(typed);
  return typeof read === 'number' && read > 0 && read <= longest ? read : null;
}

/** The lengths that were typed, as a room keeps them. */
export function lengthParts({ length, width, height }: Lengths): Pick<Room, 'length' | 'width' | 'height'> {
  const read = { length: readLength(length), width: readLength(width), height: readLength(height) };
  return {
    ...(read.length ? { length: read.length } : {}),
    ...(read.width ? { width: read.width } : {}),
    ...(read.height ? { height: read.height } : {}),
  };
}

/** What follows from the lengths of a room, as the formula that tells it and what it comes to. */
export interface Measure {
  readonly kind: 'floor' | 'walls' | 'volume' | 'edge';
  readonly formula: string;
  readonly quantity: Quantity;
}

/** The measures of a room as far as its lengths tell them. */
export function measuresOf(room: Lengths): readonly Measure[] {
  const { length, width, height } = lengthParts(room);
  if (!length || !width) return [];
  const [l, w] = [formulaNumber(length), formulaNumber(width)];
  const flat = [measure('floor', `${l}*${w}`), measure('edge', `2*(${l}+${w})`)];
  if (!height) return flat.flat();
  const h = formulaNumber(height);
  return [...flat, measure('walls', `2*(${l}+${w})*${h}`), measure('volume', `${l}*${w}*${h}`)].flat();
}

function measure(kind: Measure['kind'], formula: string): readonly Measure[] {
  const quantity = readQuantity(formula);
  return typeof quantity === 'number' ? [{ kind, formula, quantity }] : [];
}
