import { expect, test } from 'vitest';
import { checkServer } from '../../../../electron/main/server/check-server.ts';
import type { PortalFetch } from '../../../../electron/main/server/portal-connection.ts';
import { aServer, aSigningServer, says, sendJson } from '../../support/a-server.ts';
import type { Answering } from '../../support/a-server.ts';

function check(
  base: string,
  pinned: string | null = null,
  through: PortalFetch = fetch,
): ReturnType<typeof checkServer> {
  return checkServer(through, { address: base, connection: { base, secret: null }, pinned });
}

test('a portal server is recognised, with its store', async () => {
  const base = await aSigningServer(says());
  expect(await check(base)).toEqual({
    ok: true,
    address: base,
    product: 'partner-desk-portal',
    version: '0.1.0',
    store: 'store-1',
  });
});

test('sync 25: another store than the one known there is told', async () => {
  expect(await check(await aSigningServer(says()), 'store-0')).toEqual({
    ok: false,
    trouble: 'other-store',
    detail: 'store-1',
  });
});

test('what answers but is no portal server of this protocol is told apart', async () => {
  const health = { product: 'partner-desk-portal', version: '9', store: 's', serverTime: '2026-03-02T08:00:00.000Z' };
  const table: readonly (readonly [Answering, string])[] = [
    [(_, response) => response.end('<html>Welcome to the hotel</html>'), 'not-a-portal-server'],
    [(_, response) => sendJson(response, 200, { product: 'other', version: '1', protocol: 1 }), 'not-a-portal-server'],
    [(_, response) => sendJson(response, 200, { ...health, protocol: 99, more: true }), 'app-too-old'],
    [(_, response) => sendJson(response, 200, { ...health, protocol: 0 }), 'server-too-old'],
    // What 0.1.0 says, whatever it is asked.
    [(_, response) => sendJson(response, 200, { ...health, protocol: 1 }), 'server-too-old'],
    [(_, response) => response.end('x'.repeat(100_000)), 'not-a-portal-server'],
  ];
  for (const [answering, trouble] of table)
    expect(await check(await aServer(answering))).toMatchObject({ ok: false, trouble });
});

test('sync 26: a redirect is not followed', async () => {
  const elsewhere = says();
  const target = await aSigningServer(elsewhere);
  const base = await aServer((_, response) => response.writeHead(307, { location: `${target}/health` }).end());
  expect(await check(base)).toMatchObject({ ok: false });
  expect(elsewhere.asked).toEqual([]);
});
