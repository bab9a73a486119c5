import { expect, test } from 'vitest';
import { formatLocales } from '../../../renderer/app/languages.ts';

test('figures follow the machine, without the names that are no locale', () => {
  expect(formatLocales(['fi-FI', 'en-US@posix', 'C', 'sv'])).toEqual(['fi-FI', 'sv']);
});

test('a machine that names none gets one', () => {
  expect(formatLocales(['en-US@posix'])).toEqual(['en-GB']);
});
