import { expect, test } from 'vitest';
import { askForNewPassword, askForSession, endSession } from '../../../../electron/main/server/portal-session.ts';
import { aServer, aSigningServer, says, sendJson } from '../../support/a-server.ts';

const input = { email: 'ann@x.example', password: 'right' };

test('a sign-in answers the session, a wrong password is told as that', async () => {
  const connection = { base: await aSigningServer(says()), secret: null };
  expect(await askForSession(fetch, connection, input)).toMatchObject({ ok: true, session: { store: 'store-1' } });
  expect(await askForSession(fetch, connection, { ...input, password: 'no' })).toEqual({
    ok: false,
    // No detail: it is read by people, and the reason has its words.
    reason: 'wrong-credentials',
  });
});

test('too many tries are told with the seconds to wait', async () => {
  const base = await aServer((_, response) => {
    response.setHeader('retry-after', '42');
    sendJson(response, 429, { kind: 'slow-down', title: 'Slow down', status: 429 });
  });
  const answer = await askForSession(fetch, { base, secret: null }, input);
  expect(answer).toEqual({ ok: false, reason: 'slow-down', retryAfterSeconds: 42 });
});

test('an answer that is not by the contract is never taken for a session', async () => {
  for (const body of ['', '<html>', '{}', '{"token":"t"}', 'null']) {
    const base = await aServer((_, response) => response.end(body));
    expect(await askForSession(fetch, { base, secret: null }, input)).toMatchObject({
      ok: false,
      reason: 'not-a-portal-server',
    });
  }
});

test('sync 26: the token goes in its header only, without cookies; the launch secret goes to the embedded server only', async () => {
  const headers: (string | undefined)[][] = [];
  const base = await aServer((request, response) => {
    headers.push([request.headers.authorization, String(request.headers['x-desk-launch']), request.headers.cookie]);
    sendJson(response, 200, {});
  });
  expect(await endSession(fetch, { base, secret: 's3' }, 'tok')).toBe(true);
  expect(await askForNewPassword(fetch, { base, secret: null }, 'ann@x.example')).toEqual({ ok: true });
  expect(headers).toEqual([
    ['Bearer tok', 's3', undefined],
    [undefined, 'undefined', undefined],
  ]);
});
