import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  deadlineText,
  distanceText,
  fileSizeText,
  kilometresText,
  moneyText,
  portalTimesText,
  reportedText,
  shortMomentText,
  timeText,
} from '../../../renderer/words/figures.ts';
import { monday } from '../../support/builders.ts';
import { inEnglish } from '../../support/in-english.ts';

const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('figures as a place writes them', () => {
  beforeEach(() => inEnglish());

  test('money, sizes and distances carry their unit', () => {
    expect(moneyText({ amount: 124_000, currency: 'EUR' })).toBe('€1,240.00');
    inEnglish('fi-FI');
    expect(plain(moneyText({ amount: 124_000, currency: 'EUR' }))).toBe('1 240,00 €');
    expect(plain(moneyText({ amount: 4_200_000, currency: 'ISK' }))).toBe('4 200 000 ISK');
    expect(plain(moneyText({ amount: 4_200_000, currency: 'RSD' }))).toBe('42 000,00 RSD');
    inEnglish();
    expect([fileSizeText(12), fileSizeText(24_300), fileSizeText(1_240_000)]).toEqual(['12 bytes', '24 kB', '1.2 MB']);
    expect([kilometresText(3.14), kilometresText(120.4)]).toEqual(['3.1 km', '120 km']);
  });

  test('moments are shown in the time of the reader, with the day only when it is another', () => {
    vi.stubEnv('TZ', 'America/Chicago');
    expect(timeText(monday)).toBe('02:00');
    expect(shortMomentText(monday, '2026-11-23T12:00:00.000Z')).toBe('02:00');
    expect(shortMomentText(monday, '2026-11-24T12:00:00.000Z')).toBe('23 Nov, 02:00');
  });

  test('where the working hours of the portal decide, its time is named beside where it differs', () => {
    expect(plain(deadlineText(monday, 'Europe/Helsinki'))).toBe('Monday, 23 November 2026 at 10:00:00');
    expect(plain(deadlineText(monday, 'Europe/Athens'))).toBe('Monday, 23 November 2026 at 10:00:00');
    vi.stubEnv('TZ', 'America/Chicago');
    expect(plain(deadlineText(monday, 'Europe/Helsinki'))).toBe(
      'Monday, 23 November 2026 at 02:00:00 (23 Nov, 10:00 EET)',
    );
    expect(portalTimesText(monday, '2026-11-23T10:00:00.000Z', 'Europe/Helsinki')).toBe(
      "By the portal's clock: 23 Nov, 10:00 EET to 23 Nov, 12:00 EET",
    );
  });

  test.each(['Europe/Helsinki', 'America/Los_Angeles', 'Pacific/Auckland'])(
    'a day that a file named is that day also for who reads it in %s, and another moment is the reader’s, with its year',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(plain(reportedText('2026-03-03T22:00:00.000Z', 'Europe/Helsinki'))).toBe('4 Mar 2026');
      expect(reportedText('2026-03-03T22:30:00.000Z', 'Europe/Helsinki')).toContain(
        zone === 'America/Los_Angeles' ? '3 Mar 2026' : '4 Mar 2026',
      );
    },
  );

  test('distances in time are rounded to what matters', () => {
    expect(distanceText('2026-11-23T11:00:00.000Z', monday)).toBe('in 3 hr');
    expect(distanceText('2026-11-20T08:00:00.000Z', monday)).toBe('3 days ago');
  });
});
