import { expect, test } from 'vitest';
import { initialsOf } from '../../../renderer/ui/initials.tsx';

test.each([
  ['Anna Korhonen', 'AK'],
  ['Åsa Maria Öberg', 'ÅÖ'],
  ['Cher', 'C'],
  ['  ', ''],
])('%s is %s', (name, letters) => {
  expect(initialsOf(name)).toBe(letters);
});
