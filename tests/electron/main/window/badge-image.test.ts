import { expect, test } from 'vitest';
import { badgeImage, BADGE_SIZE } from '../../../../electron/main/window/badge-image.ts';

function drawn(count: number): string {
  const pixels = badgeImage(count);
  const rows = Array.from({ length: BADGE_SIZE }, (_, y) =>
    Array.from({ length: BADGE_SIZE }, (_, x) => {
      const at = (y * BADGE_SIZE + x) * 4;
      return pixels[at + 3] === 0 ? ' ' : pixels[at] === 0xff ? '#' : '.';
    }).join(''),
  );
  return rows
    .slice(5, 10)
    .map((row) => row.replaceAll(/[. ]/g, ' ').trimEnd())
    .join('\n');
}

test('the number is drawn in the middle of a disc', () => {
  expect(
    drawn(7)
      .split('\n')
      .map((row) => row.trim()),
  ).toEqual(['###', '#', '#', '#', '#']);
  expect(
    drawn(14)
      .split('\n')
      .map((row) => row.trim()),
  ).toEqual(['#  # #', '##  # #', '#  ###', '#    #', '###   #']);
});

test('more than two figures are shown as 9+', () => {
  expect(drawn(100)).toBe(drawn(5000));
  expect(badgeImage(3)).toHaveLength(BADGE_SIZE * BADGE_SIZE * 4);
});
