import { expect, test } from 'vitest';
import { typedWords } from '../../../renderer/words/typed-words.ts';
import { aDirectory, someSettings } from '../../support/builders.ts';
import { inEnglish } from '../../support/in-english.ts';
import { aCommand } from '../../support/renderer/in-memory-workplace.ts';

test('a change of a member says whose it is and what, with the amount that was typed', () => {
  inEnglish();
  const subject = { kind: 'member', id: 'carla' } as const;
  const context = { directory: aDirectory(), settings: someSettings() };
  const mark = { marked: true, limit: { kind: 'other', amount: 740_000 } } as const;
  const who = { label: 'User', value: 'Carla Maki' };
  expect(typedWords(aCommand({ name: 'mark-member', subject, input: mark }), context)).toEqual([
    who,
    { label: 'Change', value: 'marked as External case handler and approval limit: €7,400.00' },
  ]);
  expect(typedWords(aCommand({ name: 'change-member', subject, input: { level: 4, away: null } }), context)).toEqual([
    who,
    { label: 'Change', value: 'authority level: 4 · Company admin and back again' },
  ]);
});
