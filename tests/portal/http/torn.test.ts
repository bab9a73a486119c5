import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Listening } from '../../../portal/run/listen.ts';
import { aContent } from '../../support/builders.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { answerOn, beginRequest } from '../../support/raw-request.ts';
import { overSocket, wholeApp } from '../../support/whole-app.ts';

const form = 'Content-Type: application/x-www-form-urlencoded';
const parts = 'Content-Type: multipart/form-data; boundary=x';
const json = 'Content-Type: application/json';
const chunked = 'Transfer-Encoding: chunked';
const half = 'Content-Length: 100';

describe('a request that is torn, over a real socket', () => {
  let server: TestServer;
  let listening: Listening;
  beforeEach(async () => {
    server = await aPortalServer('sqlite');
    await server.addCases('nordic-portal', [aContent()]);
    listening = await overSocket(wholeApp(server));
  });
  afterEach(async () => {
    await listening.close();
    // Fails where a fault was reported.
    await server.close();
  });

  const begin = async (start: string, rest: readonly string[], body: string) => {
    const authorization = `Authorization: ${(await server.as('anna')).authorization()}`;
    return beginRequest(listening.port, [`${start} HTTP/1.1`, 'Host: 127.0.0.1', authorization, ...rest], body);
  };

  test.each([
    ['a part without its end', '/reset-password', [parts, 'Content-Length: 21'], '--x\r\ncontent-disposit'],
    ['parts without a boundary', '/reset-password', ['Content-Type: multipart/form-data', 'Content-Length: 3'], '--x'],
    ['a part without its end', '/set-up', [parts, 'Content-Length: 7'], '--x\r\nab'],
    ['an object without its end', '/commands', [json, 'Content-Length: 12'], '{"protocol":'],
    ['an object without its end', '/sign-in', [json, 'Content-Length: 9'], '{"email":'],
  ])('%s at %s is bad input', async (_name, path, head, body) => {
    expect((await answerOn(await begin(`POST ${path}`, head, body))).status).toBe(400);
  });

  test('a lone per cent in a form is a text like another: the token of no link', async () => {
    const torn = await begin('POST /reset-password', [form, 'Content-Length: 9'], 'token=%&%');
    expect((await answerOn(torn)).status).toBe(410);
  });

  test.each([
    ['POST /reset-password', [form, half], 'token='],
    ['POST /reset-password', [parts, chunked], '5\r\n--x\r\n\r\n'],
    ['POST /commands', [json, half], '{"proto'],
    ['POST /commands', [json, chunked], '5\r\n{"pro\r\n'],
    ['POST /sign-in', [json, chunked], '5\r\n{"ema\r\n'],
    ['POST /sign-out', ['Content-Type: text/plain', chunked], ''],
    [`PUT /files/nordic-portal/f?case=case-1&name=a&sha256=${'a'.repeat(64)}`, [half], 'x'],
    [`PUT /files/nordic-portal/f?case=none&name=a&sha256=${'a'.repeat(64)}`, [chunked], '1\r\nx\r\n'],
  ])('%s %j whose sender goes in the middle is no fault', async (start, head, body) => {
    const socket = await begin(start, head, body);
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    expect((await fetch(`http://127.0.0.1:${listening.port}/health`)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 100));
  });

  test.each([
    'GET /health%',
    'GET /\\..\\health',
    'GET //health',
    'GET /files/%ff/%',
    'GET /?a=%&b[]=%00&%',
    'GET /%00',
  ])('%s is answered', async (start) => {
    const { status } = await answerOn(await begin(start, [], ''));
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
  });

  test.each(['', 'a b', 'a/b', '[::1', 'x'.repeat(300), 'portal.example:99999', '%00', 'ä'])(
    'a Host of %j is answered',
    async (host) => {
      const head = ['GET /health HTTP/1.1', `Host: ${host}`];
      const { status } = await answerOn(await beginRequest(listening.port, head));
      expect([200, 400]).toContain(status);
    },
  );

  test('a HEAD does not do what the GET does: no stream stays open for it', async () => {
    const authorization = (await server.as('anna')).authorization();
    const head = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${listening.port}${path}`, {
        method: 'HEAD',
        headers: { authorization },
      });
      return [path, answer.status];
    };
    for (const path of ['/sync/nudges', '/sync/nordic-portal/pages?protocol=2', '/files/nordic-portal/f', '/me']) {
      expect(await head(path)).toEqual([path, 404]);
    }
    expect(await head('/health')).toEqual(['/health', 200]);
    expect(await head('/reset-password')).toEqual(['/reset-password', 410]);
  });
});
