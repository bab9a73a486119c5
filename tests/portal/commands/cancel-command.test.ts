import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carryCancelsOver } from '../../../portal/store/migrations/0005-small-letters.ts';
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

  test('sync 12: an id in capitals is the one in small letters: cancelled, it can never run', async () => {
    const anna = await server.as('anna');
    const command = anna.command('write-chat', 'case-1', { text: 'x' });
    await cancel(anna, command.id.toUpperCase());
    expect((await anna.post(command))[0]?.kind).toBe('cancelled');
    expect((await anna.post({ ...command, id: command.id.toUpperCase() }))[0]).toMatchObject({
      id: command.id,
      kind: 'cancelled',
    });
  });

  test('sync 9, 10: in capitals an id is the same command, and what a command comes after is found', async () => {
    const anna = await server.as('anna');
    const received = anna.command('confirm-received', 'case-1', { task: 'drying-1' });
    const again = { ...received, id: received.id.toUpperCase() };
    const after = received.id.toUpperCase();
    const next = anna.command('assign-members', 'case-1', { task: 'drying-1', members: ['aki'] }, { after });
    const [first, second, third] = await anna.post(received, again, next);
    expect(first?.kind).toBe('carried-out');
    expect(second).toEqual(first);
    expect(third?.kind).toBe('carried-out');
    const bytes = new TextEncoder().encode('x');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [file, name] = [randomUUID(), 'plan.csv'];
    await anna.upload(file.toUpperCase(), 'case-1', bytes);
    const document = { file: { file, name, size: 1, sha256, mediaType: 'text/csv' } };
    expect((await anna.issue('add-document', 'case-1', document)).kind).toBe('carried-out');
    for (const each of [file, file.toUpperCase()]) {
      expect((await anna.request(`/files/nordic-portal/${each}`)).status).toBe(200);
    }
  });

  test('sync 12: what was cancelled in capitals by 0.1.0 can still never run', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const command = anna.command('write-chat', 'case-1', { text: 'x' });
    const twice = anna.command('write-chat', 'case-1', { text: 'y' });
    await bertil.issue('write-chat', 'case-1', { text: 'z' }, { id: command.id });
    const done = (await anna.post(twice))[0];
    const row = {
      portal: 'nordic-portal',
      account: anna.account,
      subject: '',
      fingerprint: '',
      refusal: null,
      items: null,
      skew: null,
    };
    const cancelled = { ...row, kind: 'cancelled' as const, change: 3, at: server.clock.now };
    const ids = [command.id, twice.id].map((id) => ({ ...cancelled, command: id.toUpperCase() }));
    await server.store.db.insertInto('outcome').values(ids).execute();
    await carryCancelsOver(server.store.db as never);
    expect((await anna.post(command))[0]).toEqual({ id: command.id, kind: 'cancelled', change: 3 });
    expect((await anna.post(twice))[0]).toEqual(done);
    const kept = await server.store.db.selectFrom('outcome').select('command').execute();
    expect(kept.map((each) => each.command).sort()).toEqual([command.id, command.id, twice.id].sort());
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
