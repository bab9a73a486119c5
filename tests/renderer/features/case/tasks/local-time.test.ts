import { describe, expect, test } from 'vitest';
import { fromLocal, toLocal } from '../../../../../renderer/features/case/tasks/local-time.ts';

describe('a time in the portal’s zone', () => {
  test.each([
    ['Europe/Helsinki', '2026-11-23T10:00', '2026-11-23T08:00:00.000Z'],
    ['Europe/Helsinki', '2026-07-01T10:00', '2026-07-01T07:00:00.000Z'],
    ['America/New_York', '2026-11-23T10:00', '2026-11-23T15:00:00.000Z'],
    ['UTC', '2026-11-23T10:00', '2026-11-23T10:00:00.000Z'],
    ['Asia/Kolkata', '2026-01-01T00:15', '2025-12-31T18:45:00.000Z'],
  ])('in %s, %s is the moment %s, and back', (zone, local, moment) => {
    expect(fromLocal(local, zone)).toBe(moment);
    expect(toLocal(moment, zone)).toBe(local);
  });

  test('around a change of the clock every hour that exists is its own', () => {
    for (const local of ['2026-03-29T02:59', '2026-03-29T04:01', '2026-10-25T02:30', '2026-10-25T04:30']) {
      const moment = fromLocal(local, 'Europe/Helsinki');
      expect(moment && toLocal(moment, 'Europe/Helsinki')).toBe(local);
    }
  });

  test.each(['', '2026-11-23', 'tomorrow', '2026-13-40T10:00'])('%j is no time', (local) => {
    expect(fromLocal(local, 'Europe/Helsinki')).toBeNull();
  });
});
