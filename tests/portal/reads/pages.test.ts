import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type StoreAddress } from '../../../portal/store/open-store.ts';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';
import { createDatabase } from '../../support/postgres.ts';
import { casesIn, emptyReplica, pull } from '../../support/replica.ts';
import { smallNetwork } from '../../support/small-network.ts';

const manyCases = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const id = `case-${String(index).padStart(4, '0')}`;
    return aContent({ id, number: id });
  });

describe.each(engines)('pages on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
  });
  afterEach(() => server.close());

  test('a first sync begins with standing, directory and reading marks, and only its first page', async () => {
    await server.addCases('nordic-portal', manyCases(3));
    const anna = await server.as('anna');
    const first = await anna.pages('&limit=2');
    expect(first.map(({ kind }) => kind)).toEqual([
      'head',
      'standing',
      'directory',
      'reading',
      'rows',
      'pieces',
      'tail',
    ]);
    expect(lineOf(first, 'tail')).toMatchObject({ next: 'case-0001', more: true });
    const second = await anna.pages('&limit=2&after=case-0001');
    expect(second.map(({ kind }) => kind)).toEqual(['head', 'rows', 'pieces', 'tail']);
    expect(lineOf(second, 'tail')).toMatchObject({ next: null, more: false });
  });

  test('a first sync brings what the person was told of and what still waits, and nothing that is done', async () => {
    await server.addCases('nordic-portal', manyCases(2));
    const [bertil, carla] = [await server.as('bertil'), await server.as('carla')];
    const office = 'arvio-kuopio';
    const given = await bertil.issue('give-role-to-office', 'case-0000', { office });
    await bertil.issue('give-role-to-office', 'case-0001', { office });
    const notices = async (of: typeof carla) =>
      lineOf(await of.pages(), 'notices')?.notices.map(({ kind, number }) => `${kind} ${number}`);
    expect(await notices(carla)).toEqual(['role-given case-0000', 'role-given case-0001']);
    expect(lineOf(await carla.pages('&after=case-0000'), 'notices')).toBeUndefined();
    await carla.issue('assign-role-user', 'case-0000', { member: 'carla' }, { basedOn: given.id });
    expect(await notices(carla)).toEqual(['role-given case-0001']);
    expect(await notices(bertil)).toBeUndefined();
  });

  test('a page of many cases is cut into lines of pieces, and each row says where its piece lies', async () => {
    await server.addCases('nordic-portal', manyCases(150));
    const lines = await (await server.as('bertil')).pages();
    const chunks = lines.flatMap((line) => (line.kind === 'pieces' ? [line.pieces.length] : []));
    expect(chunks).toEqual([64, 64, 22]);
    expect([...contentsOf(lines).keys()]).toEqual(manyCases(150).map((content) => content.case.id));
  });

  test('what is sent is the text that was stored, never parsed and written again', async () => {
    await server.addCases('nordic-portal', manyCases(1));
    const odd = '{"cause":"Fire",   "odd":"spaces stay"}';
    await server.store.db.updateTable('case_part').set({ text: odd }).where('part', '=', 'damage').execute();
    const response = await (await server.as('bertil')).request('/sync/nordic-portal/pages?protocol=2');
    expect(await response.text()).toContain(`"damage":${odd}`);
  });

  test('sync 19: pages read while others write, then the delta from the start number, end in the truth', async () => {
    await server.addCases('nordic-portal', manyCases(12));
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    let step = 0;
    const between = async (): Promise<void> => {
      step += 1;
      if (step > 9) return;
      await bertil.issue('write-chat', `case-000${step}`, { text: 'while you were reading' });
      await server.changeCase('nordic-portal', `case-000${9 - step}`, step % 2 ? { tasks: [] } : { state: 'closed' });
      await server.addCases('nordic-portal', [aContent({ id: `case-0005-${step}` })]);
    };
    const replica = emptyReplica();
    await pull(anna, replica, { limit: 2, between });
    await pull(anna, replica, { limit: 2 });
    expect(step).toBeGreaterThan(9);
    expect(new Map([...casesIn(replica)].sort())).toEqual(contentsOf(await anna.pages()));
  });

  test('an answer is compressed where it crosses a network, and not for the desk beside it', async () => {
    await server.addCases('nordic-portal', manyCases(20));
    const bertil = await server.as('bertil');
    const path = '/sync/nordic-portal/pages?protocol=2';
    const [plain, small] = await Promise.all([
      bertil.request(path),
      bertil.request(path, { headers: { 'accept-encoding': 'gzip, br' } }),
    ]);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(small.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await small.arrayBuffer());
    const [one, other] = [await plain.text(), gunzipSync(bytes).toString()];
    expect(bytes.length * 5).toBeLessThan(one.length);
    expect(other.replace(/"serverTime":"[^"]*"/, '')).toBe(one.replace(/"serverTime":"[^"]*"/, ''));
  });

  test('another version of the wire is told what to do', async () => {
    const anna = await server.as('anna');
    const old = await anna.request('/sync/nordic-portal/pages?protocol=0');
    expect([old.status, await old.json()]).toMatchObject([426, { kind: 'app-too-old' }]);
    // The ties of project managers and inspectors are no words of the first version.
    const first = await anna.request('/sync/nordic-portal/pages?protocol=1');
    expect([first.status, await first.json()]).toMatchObject([426, { kind: 'app-too-old' }]);
    const newer = await anna.request('/sync/nordic-portal/pages?protocol=999');
    expect(await newer.json()).toMatchObject({ kind: 'not-understood' });
  });
});

describe.each(engines)('a restored backup on $engine', ({ engine }) => {
  test('sync 18: is found out by its marks, before and after it has caught up with the numbers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-desk-backup-'));
    const address: StoreAddress =
      engine === 'postgres' ? { url: await createDatabase() } : { file: join(folder, 'portal.db') };
    const open = async (at: StoreAddress, portals = smallNetwork.portals) =>
      aPortalServer(engine, { store: await openStore(at), network: { ...smallNetwork, portals } });
    const before = await open(address);
    await before.addCases('nordic-portal', manyCases(3));
    await before.close();
    const backup = await copyOf(address, folder);
    const lost = await open(address, []);
    const anna = await lost.as('anna');
    for (const text of ['one', 'two', 'three']) await anna.issue('write-chat', 'case-0000', { text });
    const cursor = cursorOf(await anna.pages());
    await lost.close();

    const restored = await open(backup, []);
    const again = await restored.as('anna');
    expect(again.account).toBe(anna.account);
    expect(lineOf(await again.delta(cursor), 'reset')?.reason).toBe('unknown-cursor');
    for (const text of ['four', 'five', 'six', 'seven']) await again.issue('write-chat', 'case-0001', { text });
    expect(cursorOf(await again.pages()).number).toBeGreaterThan(cursor.number);
    expect(lineOf(await again.delta(cursor), 'reset')?.reason).toBe('unknown-cursor');
    await restored.close();
    rmSync(folder, { recursive: true });
  });
});

async function copyOf(address: StoreAddress, folder: string): Promise<StoreAddress> {
  if ('url' in address) return { url: await createDatabase(new URL(address.url).pathname.slice(1)) };
  const file = join(folder, 'restored.db');
  copyFileSync(address.file, file);
  return { file };
}
