import { expect, test } from 'vitest';
import { inTwoLanes } from '../../scripts/lanes.mjs';

test('everything is done once, two at a time, and what is done early makes room for the next', async () => {
  const under: string[] = [];
  const seen: (readonly string[])[] = [];
  const ends = new Map<string, () => void>();
  const all = inTwoLanes(['types', 'lint', 'format'], async (name) => {
    under.push(name);
    seen.push([...under]);
    await new Promise<void>((end) => ends.set(name, end));
    under.splice(under.indexOf(name), 1);
  });
  ends.get('lint')?.();
  await expect.poll(() => ends.has('format')).toBe(true);
  ends.get('format')?.();
  ends.get('types')?.();
  await all;
  expect(seen).toEqual([['types'], ['types', 'lint'], ['types', 'format']]);
});

test('what one of them throws is thrown', async () => {
  const fails = inTwoLanes([1, 2], async (number) => {
    if (number === 2) throw new Error('no disk');
  });
  await expect(fails).rejects.toThrow('no disk');
});
