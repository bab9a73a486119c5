import { expect, test } from 'vitest';
import { forward } from '../../../electron/main/forward.ts';
import type { ForwardRoute } from '../../../electron/main/forward.ts';
import { aServer, sendJson } from '../support/a-server.ts';
import type { Answering } from '../support/a-server.ts';

const account = 'store-1.ann';
const path = `app://desk/portal/${account}`;

async function aRoute(answering: Answering, change: Partial<ForwardRoute> = {}): Promise<ForwardRoute> {
  const base = await aServer(answering);
  return {
    account,
    connection: () => ({ base, secret: 'launch-secret' }),
    token: () => 'tok',
    fetch,
    workOffline: () => false,
    sawServerTime: () => undefined,
    ...change,
  };
}

test('sync 26: token and launch secret are added by main; what a page says of its own is left out', async () => {
  const route = await aRoute((request, response) =>
    sendJson(response, 200, { url: request.url, headers: request.headers }),
  );
  const headers = {
    authorization: 'Bearer evil',
    'x-desk-launch': 'evil',
    'x-other': 'evil',
    accept: 'application/json',
  };
  const answer = await forward(new Request(`${path}/sync/p1/delta?cursor=3`, { headers }), route);
  const seen: unknown = await answer.json();
  expect(seen).toMatchObject({
    url: '/sync/p1/delta?cursor=3',
    headers: { authorization: 'Bearer tok', 'x-desk-launch': 'launch-secret', accept: 'application/json' },
  });
  expect(JSON.stringify(seen)).not.toContain('evil');
  const signedOut = await forward(new Request(`${path}/me`, { headers }), { ...route, token: () => null });
  expect(await signedOut.text()).not.toMatch(/evil|authorization/);
});

test('sync 25: another account and any other path are as if they were not there, and nothing is asked', async () => {
  let asked = 0;
  const route = await aRoute((_, response) => ((asked += 1), response.end()));
  for (const url of [
    'app://desk/portal/store-1.bob/me',
    `app://desk/portal/${account}x/me`,
    'app://desk/me',
    `${path}/../store-1.bob/me`,
  ]) {
    expect((await forward(new Request(url), route)).status).toBe(404);
  }
  expect(asked).toBe(0);
});

test('sync 26: a redirect is answered as trouble and never followed with the token', async () => {
  let elsewhere = 0;
  const other = await aServer((_, response) => ((elsewhere += 1), response.end()));
  const route = await aRoute((_, response) => response.writeHead(307, { location: other }).end());
  const answer = await forward(new Request(`${path}/me`, { method: 'POST', body: 'x' }), route);
  expect(answer.status).toBe(503);
  expect(elsewhere).toBe(0);
});

test('sync 26: while the embedded server is down, or the user works offline, nothing is sent', async () => {
  let asked = 0;
  const answering: Answering = (_, response) => ((asked += 1), response.end());
  const down = await forward(new Request(`${path}/me`), await aRoute(answering, { connection: () => null }));
  const offline = await forward(new Request(`${path}/me`), await aRoute(answering, { workOffline: () => true }));
  expect([down.status, offline.status, asked]).toEqual([503, 503, 0]);
  expect(down.headers.get('content-type')).toBe('application/problem+json');
  expect(await down.json()).toMatchObject({ kind: 'unavailable', status: 503 });
});

test('sync 28: answers are not stored, carry no cookie, and nothing in them can be run or shown as a page', async () => {
  const route = await aRoute((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b', 'cache-control': 'max-age=99' })
      .end('<script>'),
  );
  const answer = await forward(new Request(`${path}/files/1`), route);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(answer.headers.has('set-cookie')).toBe(false);
});

test('a Problem and its status pass, so that the page can ask for the password', async () => {
  const route = await aRoute((_, response) =>
    sendJson(response, 401, { kind: 'session-ended', title: 'Ended', status: 401 }),
  );
  const answer = await forward(new Request(`${path}/me`), route);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ kind: 'session-ended' });
});

test('an upload of twenty megabytes passes whole, as a stream', async () => {
  const route = await aRoute((request, response, body) =>
    sendJson(response, 200, { size: body.length, type: request.headers['content-type'] }),
  );
  const headers = { 'content-type': 'application/octet-stream' };
  const request = new Request(`${path}/files`, { method: 'PUT', headers, body: new Uint8Array(20_000_000).fill(65) });
  expect(await (await forward(request, route)).json()).toEqual({ size: 20_000_000, type: 'application/octet-stream' });
});

test('an event stream passes as it comes, and giving it up ends the request', async () => {
  let closed = (): void => undefined;
  const ended = new Promise<void>((resolve) => (closed = resolve));
  const route = await aRoute((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: 1\n\n');
    request.once('close', () => closed());
    response.once('close', () => closed());
  });
  const reader = (await forward(new Request(`${path}/sync/nudges`), route)).body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n');
  await reader?.cancel();
  await ended;
});

test('sync 31: only an answer to our own session tells the time of the server', async () => {
  const times: string[] = [];
  let status = 401;
  const answering: Answering = (_, response) => sendJson(response, status, {});
  const route = await aRoute(answering, { sawServerTime: (said) => times.push(said) });
  await forward(new Request(`${path}/me`), route);
  expect(times).toEqual([]);
  status = 200;
  await forward(new Request(`${path}/me`), route);
  expect(times).toHaveLength(1);
});
