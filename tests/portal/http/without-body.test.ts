import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listening } from '../../../portal/run/listen.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { answerOn, beginRequest } from '../../support/raw-request.ts';
import { overSocket, wholeApp } from '../../support/whole-app.ts';

describe('a request without a body, over a real socket', () => {
  let server: TestServer;
  let listening: Listening;
  beforeAll(async () => {
    server = await aPortalServer('sqlite');
    listening = await overSocket(wholeApp(server));
  });
  afterAll(async () => {
    await listening.close();
    await server.close();
  });

  async function aSession(): Promise<string> {
    const email = 'anna@example.com';
    const answer = await server.deps.accounts.signIn({
      email,
      password: 'a long enough password',
      from: 'x',
      userAgent: '',
    });
    if (answer.kind !== 'signed-in') throw new Error(answer.kind);
    return answer.session.token;
  }

  const ask = (path: string, token: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${listening.port}${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });

  async function send(start: string, token: string, rest: readonly string[], body = ''): Promise<number> {
    const head = [start, 'Host: 127.0.0.1', `Authorization: Bearer ${token}`, ...rest];
    return (await answerOn(await beginRequest(listening.port, head, body))).status;
  }

  test('signing out as the description says ends the session', async () => {
    const token = await aSession();
    expect((await ask('/sign-out', token, { method: 'POST' })).status).toBe(200);
    expect((await ask('/me', token)).status).toBe(401);
  });

  test.each([
    ['a length of nothing', ['Content-Length: 0'], ''],
    ['no word about a body', [], ''],
    ['chunks of which the first is the end', ['Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['a content type of nothing', ['Content-Type: text/plain', 'Content-Length: 0'], ''],
  ])('signing out with %s ends the session', async (_name, rest, body) => {
    const token = await aSession();
    expect(await send('POST /sign-out HTTP/1.1', token, rest, body)).toBe(200);
    expect((await ask('/me', token)).status).toBe(401);
  });

  test('another session is ended by its address', async () => {
    const [token, other] = [await aSession(), await aSession()];
    const { sessions } = await (await ask('/sessions', other)).json();
    const { id } = sessions.find((each: { current: boolean }) => each.current);
    expect((await ask(`/sessions/${id}`, token, { method: 'DELETE' })).status).toBe(200);
    expect((await ask('/me', other)).status).toBe(401);
  });

  test.each([
    ['of a length', 'Content-Length: 2', '{}'],
    ['in chunks', 'Transfer-Encoding: chunked', '2\r\n{}\r\n0\r\n\r\n'],
  ])('a body %s that is no JSON is refused, and the session lives on', async (_name, how, body) => {
    const token = await aSession();
    expect(await send('POST /sign-out HTTP/1.1', token, ['Content-Type: text/plain', how], body)).toBe(415);
    expect((await ask('/me', token)).status).toBe(200);
  });

  test('where one is needed, its absence is not understood', async () => {
    expect(await send('POST /sign-in HTTP/1.1', 'none', ['Content-Length: 0'])).toBe(400);
  });
});
