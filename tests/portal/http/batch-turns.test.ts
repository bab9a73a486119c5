import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listen, type Listening } from '../../../portal/run/listen.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { jsonRequest, wholeApp } from '../../support/whole-app.ts';

const items = 20;

describe.each(engines)('while a batch is carried out on $engine', ({ engine }) => {
  let server: TestServer;
  let socket: Listening;
  let anna: TestPerson;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
    await server.addCases('southern-portal', [aContent({ id: 'southern-case' })]);
    anna = await server.as('anna');
    const app = wholeApp(server);
    socket = await listen((request, bindings) => app.fetch(request, bindings as object), '127.0.0.1', 0);
  });
  afterEach(async () => {
    await socket.close();
    await server.close();
  });

  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${socket.port}${path}`, init);

  function post(commands: readonly unknown[], more: RequestInit = {}): Promise<Response> {
    const body = { protocol: protocolVersion, account: anna.account, commands };
    return ask('/commands', { ...jsonRequest(body, { authorization: anna.authorization() }), ...more });
  }

  const lines = () =>
    Array.from({ length: items }, (_, n) => anna.command('write-chat', 'case-1', { text: `${n} `.repeat(2000) }));

  const outcomes = () => server.store.db.selectFrom('outcome').select(['command', 'kind']).execute();

  test('others are answered between any two of its commands', async () => {
    // The connection is there already: what is measured is the turn, not the way.
    await (await ask('/health')).text();
    let over = false;
    const batch = post(lines()).then((response) => ((over = true), response));
    const other = anna.command('write-chat', 'southern-case', { text: 'x' }, { portal: 'southern-portal' });
    const southern = post([other]).then(() => over);
    let answers = 0;
    while (!over) {
      await (await ask('/health')).text();
      if (!over) answers += 1;
    }
    expect((await batch).status).toBe(200);
    expect(await southern).toBe(false);
    expect(answers).toBeGreaterThan(items / 4);
  });

  test('sync 10: it is carried out to its end although whoever sent it is gone', async () => {
    const leaving = new AbortController();
    const commands = lines();
    const posting = post(commands, { signal: leaving.signal }).catch(() => 'gone');
    await expect.poll(async () => (await outcomes()).length, { interval: 1 }).toBeGreaterThan(0);
    leaving.abort();
    expect(await posting).toBe('gone');
    await expect.poll(async () => (await outcomes()).length, { timeout: 10_000 }).toBe(items);
    expect((await outcomes()).map(({ command }) => command).sort()).toEqual(commands.map(({ id }) => id).sort());
  });
});
