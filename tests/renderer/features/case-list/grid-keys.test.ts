import { expect, test } from 'vitest';
import { indexAfter } from '../../../../renderer/features/case-list/grid-keys.ts';

const place = { index: 5, count: 20, page: 8 };

test.each([
  ['ArrowDown', 6],
  ['j', 6],
  ['ArrowUp', 4],
  ['k', 4],
  ['Home', 0],
  ['End', 19],
  ['PageDown', 13],
  ['PageUp', 0],
])('%s leads from row 5 to row %i', (key, index) => {
  expect(indexAfter(key, place)).toBe(index);
});

test('the ends hold, and above the first row is the head', () => {
  expect(indexAfter('ArrowDown', { ...place, index: 19 })).toBe(19);
  expect(indexAfter('PageDown', { ...place, index: 15 })).toBe(19);
  expect(indexAfter('ArrowUp', { ...place, index: 0 })).toBe(-1);
  expect(indexAfter('PageUp', { ...place, index: 0 })).toBe(0);
});

test('other keys and an empty list move nothing', () => {
  expect(indexAfter('x', place)).toBeNull();
  expect(indexAfter('J', place)).toBeNull();
  expect(indexAfter('End', { index: -1, count: 0, page: 8 })).toBeNull();
});
