import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsFor } from '../../../../renderer/features/case-list/columns.ts';

test('a wide list shows every column, the insurer only where there are several', () => {
  expect(columnsFor(1200, true).shown).toHaveLength(10);
  expect(columnsFor(1200, false).shown).not.toContain('insurer');
});

test('what matters most stays where there is little room', () => {
  expect(columnsFor(709, true).shown).toEqual(['action', 'number', 'site', 'role', 'tasks', 'target', 'unread']);
  expect(columnsFor(320, true).shown).toEqual(['action', 'number', 'role', 'target']);
});

test('the columns never need more than there is, down to the narrowest list', () => {
  fc.assert(
    fc.property(fc.integer({ min: 410, max: 2000 }), fc.boolean(), (width, several) => {
      const { tracks, gap, start, end, shown } = columnsFor(width, several);
      const least = [...tracks.matchAll(/(?:minmax\()?(\d+)px/g)].map(([, pixels]) => Number(pixels));
      expect(least).toHaveLength(shown.length);
      const sum = least.reduce((total, each) => total + each, 0);
      expect(sum + gap * (shown.length - 1) + start + end).toBeLessThanOrEqual(width);
    }),
  );
});
