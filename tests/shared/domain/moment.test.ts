import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfWeek, fromMilliseconds, isMoment, toMilliseconds } from '../../../shared/domain/moment.ts';

test('moments and milliseconds agree with the calendar of the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5_000_000_000_000, max: 8_000_000_000_000 }), (milliseconds) => {
      const text = new Date(milliseconds).toISOString();
      expect(fromMilliseconds(milliseconds)).toBe(text);
      expect(toMilliseconds(text)).toBe(milliseconds);
      expect(dayOfWeek(Math.floor(milliseconds / 86_400_000)) % 7).toBe(new Date(milliseconds).getUTCDay());
    }),
  );
});

test.each(['2026-02-30T00:00:00.000Z', '2026-03-01', '2026-03-01T08:00:00Z', 'yesterday', ''])(
  '%s is no moment',
  (text) => {
    expect(isMoment(text)).toBe(false);
  },
);
