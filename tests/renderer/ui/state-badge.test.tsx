import { expect, test } from 'vitest';
import { StateBadge } from '../../../renderer/ui/state-badge.tsx';
import type { Tone } from '../../../renderer/ui/tone.ts';
import { showPart } from '../../support/renderer/show-part.tsx';

const tones: readonly Tone[] = ['quiet', 'act', 'budget', 'near', 'overdue', 'finished', 'refused'];

test('every tone comes with a word and a sign of its own: colour alone says nothing', () => {
  showPart(tones.map((tone) => <StateBadge key={tone} tone={tone}>{`word of ${tone}`}</StateBadge>));
  const badges = [...document.querySelectorAll('[data-tone]')];
  expect(badges.map((badge) => badge.textContent)).toEqual(tones.map((tone) => `word of ${tone}`));
  const signs = badges.map((badge) => badge.querySelector('svg')?.innerHTML);
  expect(new Set(signs).size).toBe(tones.length);
});
