import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** How many lines a file has at most, of so many in a hundred of the product's; the goals are CONTRIBUTING's. */
function linesOf(share: number): number {
  const sizes = globSync('{shared,portal,renderer,electron}/**/*.{ts,tsx}', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length)
    .toSorted((one, other) => one - other);
  return sizes[Math.ceil(sizes.length * share) - 1] ?? Infinity;
}

test('half of the source files have at most 70 lines, and 95 of a hundred at most 200', () => {
  const [half, most] = [linesOf(0.5), linesOf(0.95)];
  console.info(`Lines of source files: median ${half}, 95th percentile ${most}.`);
  expect(half).toBeLessThanOrEqual(70);
  expect(most).toBeLessThanOrEqual(200);
});
