import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { smallNetwork } from '../../support/small-network.ts';
import { jsonRequest, wholeApp } from '../../support/whole-app.ts';

const mapping = { name: 'test', columns: { claimNumber: 'claim', lossDate: 'loss', cause: 'cause' } };

describe.each(engines)('imports and set-up over HTTP on $engine', ({ engine }) => {
  let server: TestServer;
  let app: Hono;
  beforeAll(async () => {
    server = await aPortalServer(engine);
    app = wholeApp(server);
  });
  afterAll(() => server.close());

  async function post(who: string, path: string, body: unknown) {
    const authorization = (await server.as(who)).authorization();
    const response = await app.request(path, jsonRequest(body, { authorization }));
    return { status: response.status, body: await response.json() };
  }

  const path = '/portals/nordic-portal/imports/claims';

  test('an insurer tries a file, imports it, and sends it again without harm', async () => {
    const body = { csv: 'claim,loss,cause\nA-1,2026-11-01,Rain\nA-2,x,Rain\n', mapping };
    const counts = { rows: 2, added: 1, known: 0, bad: 1 };
    expect(await post('bertil', `${path}?dryRun=true`, body)).toMatchObject({
      status: 200,
      body: { dryRun: true, ...counts },
    });
    expect(await post('bertil', path, body)).toMatchObject({ status: 200, body: { dryRun: false, ...counts } });
    const again = await post('bertil', path, body);
    expect(again.body).toMatchObject({ added: 0, known: 1, bad: 1 });
    expect(again.body.messages[0].text).toContain('Row 3, column “loss”: “x” is no date');
  });

  test('what is odd in a row, repeated otherwise or left out is answered beside the bad rows, and all rows are counted', async () => {
    const csv = 'claim,loss,cause\nN-1,2026-11-01,Rain\nN-1,2026-10-01,Rain\nTOTAL,,\nN-2,x,Rain\n';
    const leaveOut = [{ column: 'claim', is: 'Total' }];
    const { body } = await post('bertil', path, { csv, mapping: { ...mapping, leaveOut } });
    expect(body).toMatchObject({ rows: 4, added: 1, known: 1, bad: 1, leftOut: 1 });
    expect(body.messages.map((each: { row: number }) => each.row)).toEqual([5]);
    expect(body.notes.map((each: { row: number }) => each.row)).toEqual([3, 4]);
    expect(body.notes[0].text).toContain('loss date 2026-10-01 not taken');
  });

  test.each([
    [{ columns: { claimNumber: 'a', lossDate: 3, cause: 'c' } }, 'mapping.name', 'It is missing.'],
    [{ columns: { claimNumber: 'a', lossDate: 3, cause: 'c' } }, 'mapping.columns.lossDate', 'It has to be a text.'],
    [{ columns: { claimNumber: 'a', lossdate: 'b' } }, 'mapping.columns.lossdate', 'There is no such field.'],
    [
      { ...mapping, dateOrder: 'dmy' },
      'mapping.dateOrder',
      'It has to be one of "year-month-day", "day-month-year", "month-day-year".',
    ],
    [{ ...mapping, skipLines: -1 }, 'mapping.skipLines', 'It has to be 0 at least.'],
    [{ ...mapping, notReported: 'NA' }, 'mapping.notReported', 'It has to be a list.'],
    [
      { ...mapping, decimalSign: ',', thousandsSign: ',' },
      'mapping.thousandsSign',
      'It has to be another sign than “decimalSign”.',
    ],
    [{ ...mapping, constants: { wether: 'Rain' } }, 'mapping.constants.wether', 'No field of the mapping names it.'],
    [
      { ...mapping, leaveOut: [{ column: 'claim', is: 'x', empty: true }] },
      'mapping.leaveOut.0.empty',
      'There is no such field.',
    ],
    ['nfib', 'mapping', 'It has to be "nfip" or an object.'],
    [undefined, 'mapping', 'It is missing.'],
  ])('an error of the mapping %j names the field %s', async (wrong, field, message) => {
    const { status, body } = await post('bertil', path, { csv: 'claim,loss,cause\n', mapping: wrong });
    expect(status).toBe(400);
    expect(body.issues).toContainEqual({ path: field, message });
  });

  test('a ready mapping is named; its currency has to be the portal’s', async () => {
    const csv = await readFile(new URL('../../../portal/demo/nfip-claims.csv', import.meta.url), 'utf8');
    const answer = await post('bertil', path, { csv, mapping: 'nfip' });
    expect(answer.body).toMatchObject({ added: 0 });
    expect(answer.body.messages[0].text).toContain('its amounts are in USD');
  });

  test('partners may not, strangers find no such portal, and nonsense is not understood', async () => {
    const body = { csv: 'claim,loss,cause\n', mapping };
    expect(await post('anna', path, body)).toMatchObject({ status: 403, body: { detail: 'insurer-only' } });
    expect((await post('sven', path, body)).status).toBe(404);
    expect((await post('bertil', path, { csv: 'x', mapping: { columns: {} } })).status).toBe(400);
    expect((await post('bertil', `${path}?dryRun=perhaps`, body)).status).toBe(400);
    expect((await app.request(path, jsonRequest(body))).status).toBe(401);
  });

  test('the operator adds a network by one document, nobody else does', async () => {
    const network = {
      companies: [{ id: 'third', name: 'Third Mutual', side: 'insurer' }],
      offices: [],
      members: [{ id: 'tina', name: 'Tina', email: 'tina@example.com', company: 'third' }],
      portals: [
        {
          id: 'third-portal',
          name: 'Third Mutual',
          settings: smallNetwork.portals[0]?.settings,
          companies: ['third'],
          offices: [],
          members: [{ member: 'tina', level: 6 }],
        },
      ],
    };
    expect((await post('bertil', '/set-up/network', network)).status).toBe(403);
    expect(await post('oona', '/set-up/network', network)).toMatchObject({
      status: 200,
      body: { added: { companies: 1, people: 1, members: 1, portals: 1, memberships: 2 } },
    });
    const me = await server.as('oona').then((oona) => oona.request('/me'));
    expect((await me.json()).portals.map((each: { id: string }) => each.id)).toContain('third-portal');
    const wrong = { ...network, members: [{ id: 'x', name: 'X', email: 'x@example.com', company: 'ghost' }] };
    expect(await post('oona', '/set-up/network', wrong)).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'members.0.company', message: 'ghost is not known and not in the document.' }] },
    });
  });
});
