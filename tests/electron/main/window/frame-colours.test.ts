import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameColours } from '../../../../electron/main/window/frame-colours.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../../../../renderer', path), 'utf8');
const token = (name: string): string =>
  new RegExp(`--desk-${name}: (light-dark\\(.*?\\));`).exec(read('ui/tokens.css'))?.[1] ?? '';

test('a window has the colours of its page from the first moment on: before the page, and before its script', () => {
  expect(token('frame')).toBe(`light-dark(${frameColours.light}, ${frameColours.dark})`);
  const first = [...read('index.html').matchAll(/(?:background|border): (?:0 solid )?(light-dark\(.*?\))/g)].map(
    ([, colour]) => colour,
  );
  const [body, ground, skeleton, line, page] = first;
  expect([body, page]).toEqual([token('surface'), token('surface')]);
  expect([ground, skeleton, line]).toEqual([token('frame'), token('frame'), token('line')]);
});
