import { screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { DayText, MomentText, TimeOfDay } from '../../../renderer/ui/moment-text.tsx';
import { WaitingMark } from '../../../renderer/ui/waiting-mark.tsx';
import { showPart } from '../../support/renderer/show-part.tsx';

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Helsinki');
});

test('a moment is written in the zone of the computer, as the status line is', () => {
  showPart(<MomentText moment="2026-11-03T08:42:00.000Z" />);
  expect(screen.getByText('3 Nov 2026, 10:42')).toBeTruthy();
});

test('a computer that comes to another zone writes its time', () => {
  showPart(<MomentText moment="2026-11-03T08:42:00.000Z" />);
  vi.stubEnv('TZ', 'America/Chicago');
  showPart(<MomentText moment="2026-11-03T08:42:00.000Z" />);
  expect(screen.getAllByText('3 Nov 2026, 02:42')).not.toEqual([]);
});

test('a time of another day says the day', () => {
  showPart(<TimeOfDay moment="2020-11-03T08:42:07.000Z" seconds />);
  expect(screen.getByText('3 Nov, 10:42:07')).toBeTruthy();
});

test('a time of today is the time alone', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:42:00.000Z') });
  showPart(<TimeOfDay moment="2026-11-23T05:12:00.000Z" />);
  vi.useRealTimers();
  expect(screen.getByRole('time').textContent).toBe('07:12');
});

test('a day is a day', () => {
  showPart(<DayText moment="2026-11-03T23:30:00.000Z" />);
  expect(screen.getByText('4 Nov 2026')).toBeTruthy();
});

test('what waits says so and since when', () => {
  showPart(<WaitingMark since="2020-11-03T08:42:00.000Z" />);
  expect(document.body.textContent).toContain('Waiting for the portal since 3 Nov, 10:42');
});
