import { describe, expect, test } from 'vitest';
import { momentOf, readLocal, toLocal } from '../../../../renderer/features/tasks/local-time.ts';

const fromLocal = (local: string, zone: string) => momentOf(readLocal(local, zone, null));

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

  test.each([
    ['Europe/Helsinki', '2026-03-29T03:00'],
    ['Europe/Helsinki', '2026-03-29T03:59'],
    ['America/New_York', '2026-03-08T02:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15'],
    // A whole day that Samoa left out.
    ['Pacific/Apia', '2011-12-30T10:00'],
  ])('in %s the clocks skip %s', (zone, local) => {
    expect(readLocal(local, zone, null)).toEqual({ kind: 'skipped' });
  });

  test.each([
    ['Europe/Helsinki', '2026-10-25T03:30', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:00', '2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
  ])('in %s %s comes twice: the first is meant, or the one that was set before', (zone, local, first, second) => {
    expect(readLocal(local, zone, null)).toEqual({ kind: 'twice', moment: first, later: false });
    expect(readLocal(local, zone, second)).toEqual({ kind: 'twice', moment: second, later: true });
    expect([first, second].map((moment) => toLocal(moment, zone))).toEqual([local, local]);
  });

  test.each(['', '2026-11-23', 'tomorrow', '2026-13-40T10:00'])('%j is no time', (local) => {
    expect(fromLocal(local, 'Europe/Helsinki')).toBeNull();
  });
});
