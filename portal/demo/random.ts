import { createHash } from 'node:crypto';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';

/** Chance that repeats itself: the same seed, the same demo. */
export interface Chance {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** True so often in a hundred. */
  readonly percent: (often: number) => boolean;
  /** An id in the form of a UUIDv7 of that moment. */
  readonly id: (at: Moment) => string;
}

/** Chance from a seed (mulberry32). */
export function createChance(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const hex = (digits: number): string => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join('');
  return {
    next,
    whole,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    percent: (often) => next() * 100 < often,
    id: (at) => {
      const time = toMilliseconds(at).toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'.charAt(whole(0, 3))}${hex(3)}-${hex(12)}`;
    },
  };
}

/** A moment so many hours before another. */
export function hoursBefore(at: Moment, hours: number): Moment {
  return fromMilliseconds(toMilliseconds(at) - Math.round(hours * 3_600_000));
}
