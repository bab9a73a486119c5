import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { RelativeTime, relativeText } from '../../../renderer/ui/relative-time.tsx';
import { showPart } from '../../support/renderer/show-part.tsx';

const now = '2026-11-23T08:00:00.000Z';

test.each([
  ['2026-11-23T11:00:00.000Z', 'in 3h'],
  ['2026-11-23T10:50:00.000Z', 'in 2h'],
  ['2026-11-23T08:05:00.000Z', 'in 5m'],
  ['2026-11-23T07:00:00.000Z', '1h ago'],
  ['2026-11-21T08:00:00.000Z', '2d ago'],
])('%s is %s at eight: never more time than there is', (moment, words) => {
  expect(relativeText(moment, now, 'en-US')).toBe(words);
});

test('the moment itself is in the title, in the zone of the computer', () => {
  vi.stubEnv('TZ', 'Europe/Helsinki');
  showPart(<RelativeTime moment="2026-11-23T11:00:00.000Z" now={now} />, 'en-US');
  expect(screen.getByText('in 3h').title).toContain('1:00:00');
});
