import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContent, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';

describe.each(engines)('commands on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent(), aContent({ id: 'case-2', number: 'NM-2', tasks: [] })]);
  });
  afterEach(async () => {
    expect(server.faults).toEqual([]);
    await server.close();
  });

  test('an office confirms a task and everybody who sees the case has it', async () => {
    const anna = await server.as('anna');
    const outcome = await anna.issue('confirm-received', 'case-1', { task: 'drying-1' });
    expect(outcome).toEqual({ id: outcome.id, kind: 'carried-out', change: 3 });
    for (const member of ['anna', 'bertil']) {
      const content = contentsOf(await (await server.as(member)).pages()).get('case-1');
      expect(content?.case.tasks[0]).toMatchObject({ status: '0+', revision: outcome.id });
      expect(content?.log.at(-1)).toMatchObject({ what: 'received-confirmed', command: outcome.id, as: 'office' });
    }
  });

  test('sync 9: the same command again is answered with the same outcome and takes no number', async () => {
    const anna = await server.as('anna');
    const command = anna.command('confirm-received', 'case-1', { task: 'drying-1' });
    const [first] = await anna.post(command);
    const [second, third] = await anna.post(command, command);
    expect([second, third]).toEqual([first, first]);
    const next = await anna.issue('write-chat', 'case-1', { text: 'On the way' });
    expect(next).toMatchObject({ kind: 'carried-out', change: 4 });
  });
});
