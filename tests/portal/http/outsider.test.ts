import { createHash, randomUUID } from 'node:crypto';
import { expect, describe, test } from 'vitest';
import { describedClient } from '../../support/described-client.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer } from '../../support/portal-server.ts';
import { overSocket, wholeApp } from '../../support/whole-app.ts';

const calculation = 'amount;4200';
const sha256 = createHash('sha256').update(calculation).digest('hex');

describe.each(engines)('an insurer’s own system with the description alone, on $engine', ({ engine }) => {
  test('signs in, imports, reads, commands, sends files and signs out; every answer is as described', async () => {
    const server = await aPortalServer(engine);
    const listening = await overSocket(wholeApp(server));
    const base = `http://127.0.0.1:${listening.port}`;
    const description = await (await fetch(`${base}/openapi.json`)).json();
    const ask = describedClient((path, init) => fetch(`${base}${path}`, init), description);
    const password = 'a long enough password';
    expect(await ask('POST', '/sign-in', { email: 'bertil@example.com', password: 'wrong' })).toMatchObject({
      status: 401,
      values: [{ kind: 'wrong-credentials' }],
    });
    const [session] = (await ask('POST', '/sign-in', { email: 'bertil@example.com', password })).values;
    const call = (method: string, path: string, body?: unknown) => ask(method, path, body, session.token);
    expect((await ask('GET', '/me')).status).toBe(401);
    const [me] = (await call('GET', '/me')).values;
    const portal = me.portals[0].id;

    const [operator] = (await ask('POST', '/sign-in', { email: 'oona@example.com', password })).values;
    const fresh = { companies: [{ id: 'fresh', name: 'Åsa & Söner 🏠', side: 'partner' }], offices: [], members: [] };
    const setUp = await ask('POST', '/set-up/network', { ...fresh, portals: [] }, operator.token);
    expect(setUp.values).toMatchObject([{ added: { companies: 1 } }]);

    const csv = 'claim,loss,cause\nA-1,2026-11-01,Rain\nA-2,2026-02-30,Rain\n';
    const mapping = { name: 'ours', columns: { claimNumber: 'claim', lossDate: 'loss', cause: 'cause' } };
    const file = `/portals/${portal}/imports/claims`;
    const counts = { rows: 2, added: 1, known: 0, bad: 1 };
    expect((await call('POST', `${file}?dryRun=true`, { csv, mapping })).values).toMatchObject([counts]);
    expect((await call('POST', file, { csv, mapping })).values).toMatchObject([counts]);
    expect((await call('POST', file, { csv, mapping })).values).toMatchObject([{ added: 0, known: 1 }]);

    const pages = (await call('GET', `/sync/${portal}/pages?protocol=2`)).values;
    const [[row]] = pages.find(({ kind }) => kind === 'rows').rows;
    const { cursor } = pages.at(-1);
    const [offices] = (await call('GET', `/candidates/${portal}/${row.id}/offices`)).values;
    expect((await call('GET', `/candidates/${portal}/${row.id}/users`)).status).toBe(200);
    expect((await call('GET', `/candidates/${portal}/nowhere/users`)).status).toBe(404);

    const upload = `/files/${portal}/file-1?case=${row.id}&name=plan.csv&sha256=${sha256}`;
    expect((await call('PUT', upload, calculation)).status).toBe(200);
    const issue = (name: string, kind: string, id: string, input: object) => ({
      id: randomUUID(),
      portal,
      account: me.account,
      subject: { kind, id },
      name,
      input,
      basedOn: [],
      after: null,
      at: me.serverTime,
    });
    const reference = { file: 'file-1', name: 'plan.csv', size: calculation.length, sha256, mediaType: 'text/csv' };
    const commands = [
      issue('add-document', 'case', row.id, { file: reference }),
      issue('give-role-to-office', 'case', row.id, { office: offices.eligible[0].office.id }),
      issue('mark-member', 'member', 'cora', { marked: true, limit: { kind: 'other', amount: 100 } }),
      issue('change-rights', 'portal', portal, { ownCompany: true }),
    ];
    const batch = { protocol: 2, account: me.account, commands };
    const [{ outcomes }] = (await call('POST', '/commands', batch)).values;
    expect(outcomes.map(({ items }: { items: readonly { kind: string }[] }) => items[0]?.kind)).toEqual([
      'carried-out',
      'carried-out',
      'carried-out',
      'refused',
    ]);
    expect((await call('POST', '/commands', batch)).values[0].outcomes).toEqual(outcomes);
    expect((await call('GET', `/files/${portal}/file-1`)).values).toEqual([calculation]);

    const named = commands.map(({ id }) => id);
    const delta = (await call('POST', `/sync/${portal}/delta`, { protocol: 2, cursor, named })).values;
    expect(delta.find(({ kind }) => kind === 'contained').commands).toHaveLength(named.length);
    expect(delta.find(({ kind }) => kind === 'pieces').pieces[0].parts.role.office).toBe(offices.eligible[0].office.id);
    const [other] = (await ask('POST', '/sign-in', { email: 'bertil@example.com', password })).values;
    const [{ sessions }] = (await call('GET', '/sessions')).values;
    const { id } = sessions.find(({ current }: { current: boolean }) => !current);
    expect((await call('DELETE', `/sessions/${id}`)).status).toBe(200);
    expect((await ask('GET', '/me', undefined, other.token)).status).toBe(401);
    expect((await call('POST', '/sign-out')).status).toBe(200);
    expect((await call('GET', '/me')).status).toBe(401);
    await listening.close();
    await server.close();
  });
});
