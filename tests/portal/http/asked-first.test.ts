import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listening } from '../../../portal/run/listen.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { answerOn, beginRequest } from '../../support/raw-request.ts';
import { overSocket, wholeApp } from '../../support/whole-app.ts';

describe.each(engines)('a large body is asked about before it is read, on $engine', ({ engine }) => {
  let server: TestServer;
  let listening: Listening;
  beforeAll(async () => {
    server = await aPortalServer(engine);
    listening = await overSocket(wholeApp(server));
  });
  afterAll(async () => {
    await listening.close();
    await server.close();
  });

  /** The answer to a head that announces 7 MB of which nothing comes. */
  async function announce(who: string | null, path: string) {
    const known = who === null ? [] : [`Authorization: ${(await server.as(who)).authorization()}`];
    const head = [`POST ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Content-Type: application/json', ...known];
    return answerOn(await beginRequest(listening.port, [...head, 'Content-Length: 7000000']));
  }

  test.each([
    ['aki', '/set-up/network', 403, 'operator-only'],
    ['bertil', '/set-up/network', 403, 'operator-only'],
    [null, '/set-up/network', 401, 'not-signed-in'],
    ['anna', '/portals/nordic-portal/imports/claims', 403, 'insurer-only'],
    ['sven', '/portals/nordic-portal/imports/claims', 404, 'not-found'],
    ['bertil', '/portals/none/imports/claims', 404, 'not-found'],
    ['bertil', '/commands', 413, 'too-large'],
    [null, '/commands', 401, 'not-signed-in'],
  ])('%s at %s: %i %s', async (who, path, status, said) => {
    const answer = await announce(who, path);
    expect(answer.status).toBe(status);
    expect(answer.whole).toContain(said);
  });

  test('the operator is told what is wrong with a list of 100,000 bad entries: the first of them', async () => {
    const authorization = (await server.as('oona')).authorization();
    const nothing = { companies: [], offices: [], portals: [] };
    const body = JSON.stringify({ ...nothing, members: Array.from({ length: 100_000 }, () => ({})) });
    const headers = { 'content-type': 'application/json', authorization };
    const answer = await fetch(`http://127.0.0.1:${listening.port}/set-up/network`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    const { issues } = await answer.json();
    expect(issues).toHaveLength(20);
    expect(issues[0]).toMatchObject({ path: 'members.0.id' });
  });
});
