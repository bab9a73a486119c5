import { createHash } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import { OpenAPIHono } from '@hono/zod-openapi';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileRoutes } from '../../../portal/http/file-routes.ts';
import { problemOf } from '../../../portal/http/problems.ts';
import { createUploadRoom } from '../../../portal/http/upload-room.ts';
import type { Listening } from '../../../portal/run/listen.ts';
import { aContent } from '../../support/builders.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { answerOn, beginRequest } from '../../support/raw-request.ts';
import { overSocket } from '../../support/whole-app.ts';

const sha256 = createHash('sha256').update('x'.repeat(100)).digest('hex');

describe('uploads under way', () => {
  let server: TestServer;
  let listening: Listening;
  let asked: number;
  beforeEach(async () => {
    asked = 0;
    server = await aPortalServer('sqlite');
    await server.addCases('nordic-portal', [aContent()]);
    const app = new OpenAPIHono();
    app.onError((thrown, context) => problemOf(context, thrown, server.deps.onFault));
    const room = createUploadRoom({ whole: 200, ofOne: 100, patience: 300 });
    const counted: typeof room = {
      enter: (account, bytes) => {
        asked += 1;
        return room.enter(account, bytes);
      },
    };
    app.route('/', fileRoutes(server.deps, counted));
    listening = await overSocket({ fetch: (request, bindings) => app.fetch(request, bindings as object) });
  });
  afterEach(async () => {
    await listening.close();
    await server.close();
  });

  /** Announces 100 bytes and sends so many of them. */
  async function begin(who: string, file: string, sent: number, how = 'Content-Length: 100') {
    const path = `/files/nordic-portal/${file}?case=case-1&name=a.csv&sha256=${sha256}`;
    const authorization = `Authorization: ${(await server.as(who)).authorization()}`;
    return beginRequest(
      listening.port,
      [`PUT ${path} HTTP/1.1`, 'Host: 127.0.0.1', authorization, how],
      'x'.repeat(sent),
    );
  }
  const untilAsked = (times: number) => expect.poll(() => asked).toBe(times);
  const kept = () => server.store.db.selectFrom('stored_file').select('id').orderBy('id').execute();

  test('one beyond the stated memory waits for its turn, and is then taken', async () => {
    const slow = [await begin('anna', 'one', 10), await begin('bertil', 'two', 10)];
    await untilAsked(2);
    const next = answerOn(await begin('birgit', 'three', 100));
    await untilAsked(3);
    expect(await kept()).toEqual([]);
    slow[0]?.write('x'.repeat(90));
    expect((await next).status).toBe(200);
    expect(await kept()).toEqual([{ id: 'one' }, { id: 'three' }]);
    slow[1]?.destroy();
  });

  test('one that waits too long is told when to come again, and the place of one that broke off is free', async () => {
    const slow = [await begin('anna', 'one', 10), await begin('bertil', 'two', 10)];
    await untilAsked(2);
    const answer = await answerOn(await begin('birgit', 'three', 100));
    expect([answer.status, answer.whole]).toEqual([429, expect.stringMatching(/retry-after: \d/i)]);
    slow.forEach((socket) => socket.destroy());
    expect((await answerOn(await begin('birgit', 'three', 100))).status).toBe(200);
    expect(await kept()).toEqual([{ id: 'three' }]);
  });

  test('one person keeps nobody out', async () => {
    const slow = [await begin('anna', 'one', 10), await begin('anna', 'two', 10), await begin('anna', 'three', 10)];
    await untilAsked(3);
    expect((await answerOn(await begin('bertil', 'four', 100))).status).toBe(200);
    slow.forEach((socket) => socket.destroy());
  });

  test('who may not send it takes no place, and hears so after the last byte', async () => {
    const socket = await begin('rita', 'one', 10);
    expect((await answerOn(await begin('bertil', 'two', 100))).status).toBe(200);
    socket.write('x'.repeat(90));
    expect((await answerOn(socket)).status).toBe(404);
    expect(asked).toBe(1);
  });

  test('one without a length takes the place of the largest', async () => {
    const socket = await begin('anna', 'one', 0, 'Transfer-Encoding: chunked');
    // Nobody knows how long it gets; here there is not so much place.
    socket.write(`64\r\n${'x'.repeat(100)}\r\n0\r\n\r\n`);
    expect((await answerOn(socket)).status).toBe(429);
  });
});

const aMoment = () => later(1);

test('who came first is not passed by smaller ones, but those are whose own uploads are in their way', async () => {
  const room = createUploadRoom({ whole: 100, ofOne: 60, patience: 10_000 });
  const order: string[] = [];
  const enter = async (account: string, bytes: number) => {
    const leave = await room.enter(account, bytes);
    order.push(`${account} ${bytes}`);
    return leave;
  };
  const first = await enter('a', 60);
  void enter('a', 10);
  void enter('b', 50);
  void enter('c', 40);
  await aMoment();
  expect(order).toEqual(['a 60']);
  first?.();
  await aMoment();
  expect(order).toEqual(['a 60', 'a 10', 'b 50', 'c 40']);
});
