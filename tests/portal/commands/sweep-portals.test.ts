import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sweepPortals } from '../../../portal/commands/sweep-portals.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { aContent, aRole } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, cursorOf, lineOf, piecesOf, type TestServer } from '../../support/portal-server.ts';

const bytes = new TextEncoder().encode('amount;4200');
const day = 86_400_000;

describe.each(engines)('what nobody will ask for again on $engine', ({ engine }) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent({ role: aRole() }), aContent({ id: 'case-2', number: 'NM-2' })]);
  });
  afterEach(() => server.close());

  /** Days later, in which everybody was seen often enough to be signed in still. */
  const later = async (days: number): Promise<void> => {
    server.clock.now = fromMilliseconds(toMilliseconds(server.clock.now) + days * day);
    const sessions = server.store.db.withTables<AccountTables>().updateTable('auth_session');
    await sessions.set({ expires_at: '2100-01-01T00:00:00.000Z' }).execute();
  };
  const count = async (table: 'case_tie' | 'stored_file' | 'notice'): Promise<number> =>
    (await server.store.db.selectFrom(table).selectAll().execute()).length;

  test('sync 18: a cursor from before the horizon is answered with reset, a later one with everything since', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const old = cursorOf(await anna.pages());
    await bertil.issue('remove-role', 'case-1', { reason: 'moved' }, { basedOn: 'revision-of-role' });
    const edge = cursorOf(await anna.pages());
    const views = await count('case_tie');
    await later(100);
    await anna.issue('write-chat', 'case-2', { text: 'after the horizon' });
    await sweepPortals(server.store, server.clock.now);

    expect(lineOf(await anna.delta(old), 'reset')?.reason).toBe('horizon');
    expect(lineOf(await anna.delta({ ...old, mark: 'another' }), 'reset')).toBeDefined();
    const delta = await anna.delta(edge);
    expect([...piecesOf(delta).keys()]).toEqual(['case-2']);
    expect(lineOf(await anna.delta(cursorOf(delta)), 'reset')).toBeUndefined();
    expect(await count('case_tie')).toBe(views);

    await later(100);
    await sweepPortals(server.store, server.clock.now);
    expect(await count('case_tie')).toBeLessThan(views);
    expect(lineOf(await anna.delta(edge), 'reset')?.reason).toBe('horizon');
    expect((await anna.issue('write-chat', 'case-2', { text: 'all is well' })).kind).toBe('carried-out');
  });

  test('sync 18: a portal in which nothing happens keeps the cursors it gave', async () => {
    const anna = await server.as('anna');
    const cursor = cursorOf(await anna.pages());
    await later(400);
    await sweepPortals(server.store, server.clock.now);
    expect(lineOf(await anna.delta(cursor), 'reset')).toBeUndefined();
    await anna.issue('write-chat', 'case-2', { text: 'awake' });
    expect([...piecesOf(await anna.delta(cursor)).keys()]).toEqual(['case-2']);
  });

  test('sync 18: a command of a moment in which the clock was 400 days back resets no desk and loses no notice', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const cursor = cursorOf(await anna.pages());
    await bertil.issue('remove-role', 'case-1', { reason: 'moved' }, { basedOn: 'revision-of-role' });
    const notices = await count('notice');
    await later(-400);
    await anna.issue('write-chat', 'case-2', { text: 'dated wrongly' });
    await later(400);
    await anna.issue('write-chat', 'case-2', { text: 'dated rightly' });
    await sweepPortals(server.store, server.clock.now);
    expect(lineOf(await anna.delta(cursor), 'reset')).toBeUndefined();
    expect(notices).toBeGreaterThan(0);
    expect(await count('notice')).toBeGreaterThanOrEqual(notices);
  });

  test('sync 18: a sweep while the clock is 400 days ahead takes a day of changes, not all of them', async () => {
    const anna = await server.as('anna');
    for (const text of ['first day', 'second day']) {
      await anna.issue('write-chat', 'case-2', { text });
      await later(40);
    }
    const cursor = cursorOf(await anna.pages());
    await anna.issue('write-chat', 'case-2', { text: 'third day' });
    await later(400);
    await sweepPortals(server.store, server.clock.now);
    await later(-400);
    expect(lineOf(await anna.delta(cursor), 'reset')).toBeUndefined();
    await later(400);
    for (let sweep = 0; sweep < 3; sweep += 1) {
      await anna.issue('write-chat', 'case-2', { text: 'much later' });
      await sweepPortals(server.store, server.clock.now);
    }
    expect(lineOf(await anna.delta(cursor), 'reset')?.reason).toBe('horizon');
  });

  test('sync 5: a file that no command came for goes after a day, and can be sent again', async () => {
    const anna = await server.as('anna');
    for (const file of ['lost', 'kept']) await anna.upload(file, 'case-1', bytes);
    await anna.issue('add-document', 'case-1', { file: refOf('kept') });
    await sweepPortals(server.store, server.clock.now);
    expect(await count('stored_file')).toBe(2);
    await later(1);
    await sweepPortals(server.store, server.clock.now);
    expect(await count('stored_file')).toBe(1);
    expect((await anna.request('/files/nordic-portal/kept')).status).toBe(200);

    const command = anna.command('add-document', 'case-1', { file: refOf('lost') });
    expect((await anna.post(command))[0]?.kind).toBe('file-missing');
    await anna.upload('lost', 'case-1', bytes);
    expect((await anna.post(command))[0]?.kind).toBe('carried-out');
  });

  test('sync 5: what one person may leave waiting is limited, until the commands have come', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    expect((await anna.upload('large', 'case-1', bytes)).status).toBe(200);
    await server.store.db.updateTable('stored_file').set({ size: 300_000_000 }).execute();
    const refused = await anna.upload('more', 'case-1', bytes);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({ kind: 'slow-down' });
    expect((await bertil.upload('his', 'case-1', bytes)).status).toBe(200);
    // Sent again, it does not count twice; and what a command has attached does not wait.
    expect((await anna.upload('large', 'case-1', bytes)).status).toBe(200);
    await server.store.db.updateTable('stored_file').set({ size: 300_000_000, attached_by: 'command' }).execute();
    expect((await anna.upload('more', 'case-1', bytes)).status).toBe(200);
  });
});

function refOf(file: string) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, name: 'plan.csv', size: bytes.length, sha256, mediaType: 'text/csv' };
}
