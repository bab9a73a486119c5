import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const tokens = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
const pairs = new Map(
  [...tokens.matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

const tones = ['quiet', 'act', 'near', 'overdue', 'budget', 'finished'];
const surfaces = ['--desk-surface', '--desk-frame', '--desk-raised', '--desk-hover', '--desk-selected'];

const texts: readonly (readonly [string, string])[] = [
  ...tones.flatMap((tone) => [`--tone-${tone}-tint`, ...surfaces].map((on) => [`--tone-${tone}`, on] as const)),
  ...surfaces.flatMap((on) => ['--desk-text', '--desk-dimmed', '--desk-accent'].map((text) => [text, on] as const)),
];

test.each(texts)('%s is readable on %s, light and dark', (text, on) => {
  for (const scheme of ['light', 'dark'] as const) {
    const ratio = contrast(pairs.get(text)?.[scheme] ?? '', pairs.get(on)?.[scheme] ?? '');
    expect({ scheme, readable: ratio >= 4.5 }).toEqual({ scheme, readable: true });
  }
});

test('red is for what the company must do and for what is overdue only', () => {
  const screens = join(import.meta.dirname, '../../../renderer');
  const red = readdirSync(screens, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))
    .flatMap((file) => {
      const rules = readFileSync(join(screens, file), 'utf8').matchAll(/([^{}]+)\{[^{}]*--tone-overdue\)[^{}]*\}/g);
      return [...rules].map(([, selector = '']) => selector.trim());
    });
  expect(red).not.toEqual([]);
  // The arrow, "Assign user", the role of ours that nobody has, and targets that are over.
  expect(red.filter((selector) => !/overdue|\.arrow|\.assign|\.missing/.test(selector))).toEqual([]);
  expect(tokens).toContain('--tone-refused: var(--tone-near)');
});

/** WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = Number.NaN, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
