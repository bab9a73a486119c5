import { expect, test } from 'vitest';
import { lastWord, leaseIsOver, offlineUntil } from '../../../../electron/main/accounts/lease.ts';

const said = '2026-03-02T08:00:00.000Z';

test('the lease is thirty days from the last word of the portal server', () => {
  expect(offlineUntil(said)).toBe('2026-04-01T08:00:00.000Z');
  expect(leaseIsOver(said, '2026-04-01T08:00:00.000Z')).toBe(false);
  expect(leaseIsOver(said, '2026-04-01T08:00:00.001Z')).toBe(true);
});

test("the server's last word counts, and what is no moment changes nothing", () => {
  expect(lastWord(said, '2026-03-01T08:00:00.000Z')).toBe('2026-03-01T08:00:00.000Z');
  expect(lastWord(said, 'Mon, 02 Mar 2026 09:00:00 GMT')).toBe('2026-03-02T09:00:00.000Z');
  expect(lastWord(said, 'yesterday')).toBe(said);
});
