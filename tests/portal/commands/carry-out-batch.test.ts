import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

describe.each(engines)('batches on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
  });
  afterEach(() => server.close());

  test('sync 13: an unknown name or a body that does not parse is trouble, and the others go on', async () => {
    const anna = await server.as('anna');
    const good = anna.command('write-chat', 'case-1', { text: 'x' });
    const bad: readonly object[] = [
      { ...good, id: randomUUID(), name: 'sell-everything' },
      { ...good, id: randomUUID(), name: 'constructor' },
      { ...good, id: randomUUID(), input: { text: '   ' } },
      { ...good, id: randomUUID(), input: { text: 'x', more: 1 } },
      { ...good, id: randomUUID(), at: 'yesterday' },
      { ...good, id: randomUUID(), subject: { kind: 'office', id: 'case-1' } },
      { ...good, id: randomUUID(), account: 'somebody.else' },
      { id: randomUUID() },
    ];
    const outcomes = await anna.post(...bad, good);
    expect(outcomes.slice(0, -1).map(({ kind }) => kind)).toEqual(bad.map(() => 'trouble'));
    expect(outcomes.at(-1)).toMatchObject({ kind: 'carried-out', id: good.id });
  });

  test('sync 13: an item without a proper id is trouble under what it calls its id, and the others go on', async () => {
    const anna = await server.as('anna');
    const good = anna.command('write-chat', 'case-1', { text: 'x' });
    const bad = [{ ...good, id: '1' }, { ...good, id: 'x'.repeat(300) }, { ...good, id: 7 }, {}, null, 'text', [good]];
    const outcomes = await anna.post(...bad, good);
    expect(outcomes.slice(0, -1).map(({ id, kind }) => [id, kind])).toEqual([
      ['1', 'trouble'],
      ['x'.repeat(100), 'trouble'],
      ...['', '', '', '', ''].map((id) => [id, 'trouble']),
    ]);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'carried-out', id: good.id });
  });

  test('sync 13: a fault of ours with one command is told, and the others go on', async () => {
    await server.store.db
      .updateTable('case_part')
      .set({ text: '{"damaged"' })
      .where('case_id', '=', 'case-1')
      .where('part', '=', 'tasks')
      .execute();
    await server.addCases('nordic-portal', [aContent({ id: 'case-2' })]);
    const anna = await server.as('anna');
    const outcomes = await anna.post(
      anna.command('write-chat', 'case-1', { text: 'x' }),
      anna.command('write-chat', 'case-2', { text: 'y' }),
    );
    expect(outcomes[0]).toMatchObject({ kind: 'trouble', problem: 'fault' });
    expect(outcomes[1]).toMatchObject({ kind: 'carried-out' });
    expect(server.faults.splice(0)).toHaveLength(1);
  });

  test('a batch for another account than the session’s is a Problem, and nothing of it is carried out', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const command = anna.command('write-chat', 'case-1', { text: 'x' });
    const body = JSON.stringify({ protocol: 1, account: anna.account, commands: [command] });
    const headers = { 'content-type': 'application/json' };
    const response = await bertil.request('/commands', { method: 'POST', headers, body });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ kind: 'other-account' });
    expect(await server.store.db.selectFrom('outcome').select('command').execute()).toEqual([]);
  });
});
