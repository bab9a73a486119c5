import { expect, test } from 'vitest';
import { laterMoment, leaseIsOver, offlineUntil } from '../../../../electron/main/accounts/lease.ts';

const said = '2026-03-02T08:00:00.000Z';

test('the lease is thirty days from the last word of the portal server', () => {
  expect(offlineUntil(said)).toBe('2026-04-01T08:00:00.000Z');
  expect(leaseIsOver(said, '2026-04-01T08:00:00.000Z')).toBe(false);
  expect(leaseIsOver(said, '2026-04-01T08:00:00.001Z')).toBe(true);
});

test('a server time never goes back, and what is no moment changes nothing', () => {
  expect(laterMoment(said, '2026-03-01T08:00:00.000Z')).toBe(said);
  expect(laterMoment(said, 'Mon, 02 Mar 2026 09:00:00 GMT')).toBe('2026-03-02T09:00:00.000Z');
  expect(laterMoment(said, 'yesterday')).toBe(said);
});
