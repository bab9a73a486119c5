import { expect, test } from 'vitest';
import { backoff, longestWatched } from '../../../renderer/sync/backoff.ts';

test('pauses double up to a minute, or a quarter of one, and never all at the same moment', () => {
  expect([1, 2, 3, 20].map((tries) => backoff(tries, () => 1))).toEqual([1000, 2000, 4000, 60_000]);
  expect(backoff(20, () => 0)).toBe(30_000);
  expect(backoff(20, () => 1, longestWatched)).toBe(15_000);
  expect(backoff(20, () => 0, longestWatched)).toBe(7_500);
});
