import { expect, test } from 'vitest';
import { arrangement, placeFor } from '../../../../electron/main/window/window-place.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const screen = { x: 1440, y: 0, width: 2560, height: 1440 };
const there = { x: 2000, y: 100, width: 1200, height: 800, maximized: false };

test('a window comes back where it was on the same displays', () => {
  expect(placeFor(there, [laptop, screen])).toEqual(there);
  expect(arrangement([laptop, screen])).toBe(arrangement([screen, laptop]));
  expect(arrangement([laptop])).not.toBe(arrangement([laptop, screen]));
});

test('a window that could not be seen, or not be moved by its title, opens in the middle', () => {
  const middle = { x: 0, y: 0, width: 1440, height: 900, maximized: false };
  expect(placeFor(there, [laptop])).toEqual(middle);
  expect(placeFor({ ...there, x: 100, y: -50 }, [laptop])).toEqual(middle);
  expect(placeFor({ ...there, x: 1400, y: 10 }, [laptop])).toEqual(middle);
  expect(placeFor(undefined, [screen])).toMatchObject({ x: 1440 + 560, y: 260, width: 1440, height: 920 });
});
