import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, cursorOf, lineOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';

async function cancel(person: TestPerson, id: string, portal = 'nordic-portal'): Promise<Response> {
  const body = JSON.stringify({ portal, account: person.account });
  const headers = { 'content-type': 'application/json' };
  return person.request(`/commands/${id}/cancel`, { method: 'POST', headers, body });
}

describe.each(engines)('cancelling on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
  });
  afterEach(() => server.close());

  test('sync 12: a command cancelled before it came can never run', async () => {
    const anna = await server.as('anna');
    const command = anna.command('write-chat', 'case-1', { text: 'x' });
    const cancelled = await (await cancel(anna, command.id)).json();
    expect(cancelled).toEqual({ id: command.id, kind: 'cancelled', change: 3 });
    expect((await anna.post(command))[0]).toEqual(cancelled);
    expect(await (await cancel(anna, command.id)).json()).toEqual(cancelled);
  });

  test('sync 12: a command that was carried out answers what really happened', async () => {
    const anna = await server.as('anna');
    const outcome = await anna.issue('write-chat', 'case-1', { text: 'x' });
    expect(await (await cancel(anna, outcome.id)).json()).toEqual(outcome);
    const refused = await anna.issue('start-task', 'case-1', { task: 'drying-1' });
    expect(await (await cancel(anna, refused.id)).json()).toEqual(refused);
  });

  test('a cancelled command is contained, and cancels nobody else’s of the same id', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const start = cursorOf(await anna.pages());
    const id = randomUUID();
    await cancel(anna, id);
    const delta = await anna.delta(start, { named: [id] });
    expect(lineOf(delta, 'contained')?.commands).toEqual([{ id, kind: 'cancelled' }]);
    expect(await bertil.issue('write-chat', 'case-1', { text: 'x' }, { id })).toMatchObject({ kind: 'carried-out' });
  });

  test('a portal one is no member of is not found, like one that does not exist', async () => {
    const rita = await server.as('rita');
    const answers = await Promise.all(
      ['southern-portal', 'no-portal'].map(async (portal) => {
        const response = await cancel(rita, randomUUID(), portal);
        return [response.status, await response.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(404);
  });
});
