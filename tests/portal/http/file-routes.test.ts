import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContent, aRole } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, type TestServer } from '../../support/portal-server.ts';

const bytes = new TextEncoder().encode('amount;4200');

function refOf(file: string, content: Uint8Array = bytes) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { file, name: 'plan.csv', size: content.length, sha256, mediaType: 'text/csv' };
}

describe.each(engines)('files on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [
      aContent({ role: aRole() }),
      aContent({ id: 'case-2', number: 'NM-2' }),
      aContent({ id: 'case-3', number: 'NM-3', tasks: [] }),
    ]);
  });
  afterEach(() => server.close());

  test('sync 5: a command whose file has not arrived is no refusal; once it has, the same command is carried out', async () => {
    const anna = await server.as('anna');
    const command = anna.command('add-document', 'case-1', { file: refOf('f1') });
    expect(await anna.post(command)).toEqual([{ id: command.id, kind: 'file-missing', file: 'f1' }]);
    expect((await anna.upload('f1', 'case-1', bytes)).status).toBe(200);
    expect((await anna.post(command))[0]).toMatchObject({ kind: 'carried-out' });
    expect(contentsOf(await anna.pages()).get('case-1')?.case.documents).toMatchObject([{ file: 'f1' }]);
  });

  test('who sees the document reads the same bytes, safely wrapped', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const content = randomBytes(300_000);
    await anna.upload('f1', 'case-1', content, 'plan.csv');
    await anna.issue('add-document', 'case-1', { file: refOf('f1', content) });
    const answer = await bertil.request('/files/nordic-portal/f1');
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''plan.csv",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test('sync 30: only who sees the document reads it, and not before it is attached', async () => {
    const [anna, cora, rita] = [await server.as('anna'), await server.as('cora'), await server.as('rita')];
    await anna.upload('f1', 'case-1', bytes);
    expect((await anna.request('/files/nordic-portal/f1')).status).toBe(404);
    await anna.issue('add-document', 'case-1', { file: refOf('f1') });
    const answers = await Promise.all(
      [cora, rita].flatMap((person) =>
        ['f1', 'none'].map(async (file) => (await person.request(`/files/nordic-portal/${file}`)).text()),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect((await anna.request('/files/southern-portal/f1')).status).toBe(404);
  });

  test('sync 30: a file is attached once, by its uploader, in its case, with its hash', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    await anna.upload('f1', 'case-1', bytes);
    const ways = [
      await bertil.issue('add-document', 'case-1', { file: refOf('f1') }),
      await anna.issue('add-document', 'case-2', { file: refOf('f1') }),
      await anna.issue('add-document', 'case-1', { file: { ...refOf('f1'), sha256: 'b'.repeat(64) } }),
      await anna.issue('add-document', 'case-1', { file: { ...refOf('f1'), size: 3 } }),
    ];
    expect(ways.map(({ kind }) => kind)).toEqual(ways.map(() => 'file-missing'));
    expect(await anna.issue('add-document', 'case-1', { file: refOf('f1') })).toMatchObject({ kind: 'carried-out' });
    const twice = await anna.issue('add-document', 'case-1', { file: refOf('f1') });
    expect(twice).toMatchObject({ kind: 'refused', refusal: { code: 'nothing-to-change' } });
  });

  test('sending a file again is no mistake; an attached one and somebody else’s are never replaced', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const other = new TextEncoder().encode('another');
    await anna.upload('f1', 'case-1', other);
    expect((await anna.upload('f1', 'case-1', bytes)).status).toBe(200);
    expect((await bertil.upload('f1', 'case-1', other)).status).toBe(404);
    await anna.issue('add-document', 'case-1', { file: refOf('f1') });
    expect((await anna.upload('f1', 'case-1', bytes)).status).toBe(200);
    expect((await anna.upload('f1', 'case-1', other)).status).toBe(404);
    const kept = await bertil.request('/files/nordic-portal/f1');
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(bytes);
  });

  test('a damaged, an empty, a too large and a foreign upload are Problems', async () => {
    const [anna, rita] = [await server.as('anna'), await server.as('rita')];
    const put = (query: string, body: Uint8Array<ArrayBuffer>) =>
      anna.request(`/files/nordic-portal/f1?case=case-1&name=x&${query}`, { method: 'PUT', body });
    const damaged = await put(`sha256=${'a'.repeat(64)}`, bytes);
    expect([damaged.status, await damaged.json()]).toMatchObject([409, { kind: 'hash-differs' }]);
    expect(await (await put(`sha256=${'a'.repeat(64)}`, new Uint8Array(0))).json()).toMatchObject({
      kind: 'not-understood',
    });
    expect(await (await put('sha256=short', bytes)).json()).toMatchObject({
      kind: 'not-understood',
      issues: [{ path: 'sha256' }],
    });
    const large = await put(`sha256=${'a'.repeat(64)}`, new Uint8Array(20_000_001));
    expect([large.status, await large.json()]).toMatchObject([413, { kind: 'too-large' }]);
    const foreign = await rita.upload('f2', 'case-1', bytes);
    const none = await rita.upload('f2', 'no-such-case', bytes);
    expect([foreign.status, await foreign.text()]).toEqual([none.status, await none.text()]);
  });
});
