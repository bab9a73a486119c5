import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCase, aContent, aRole, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, lineOf, type TestServer } from '../../support/portal-server.ts';

const portal = 'nordic-portal';
const { site } = aCase();
const at = (id: string, postalCode: string, latitude: number, company: 'kuivaus' | 'rival' = 'rival') =>
  aContent({
    id,
    number: `NM-${id}`,
    role: null,
    tasks: [aTask({ id: `${id}-1`, company, office: company === 'rival' ? 'rival-kuopio' : 'kuopio' })],
    site: { ...site, postalCode, position: { latitude, longitude: 27 } },
  });

describe.each(engines)('where an office is, on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
    await server.addCases(portal, [
      at('one', '70100', 62, 'kuivaus'),
      at('two', 'FI 70100', 50),
      at('three', '701 00', 64),
      at('four', '70199', 60),
      at('five', 'L-2010', 49),
      at('six', 'sw1a 1aa', 51),
      aContent({ id: 'near', number: 'NM-near', role: aRole({ office: 'arvio-kuopio' }), tasks: [] }),
    ]);
  });
  afterAll(() => server.close());

  const ask = async (who: string, postalCode: string) => {
    const answer = await (await server.as(who)).request(`/places/${portal}?${new URLSearchParams({ postalCode })}`);
    return answer.status === 200 ? ((await answer.json()) as { proposed: unknown }).proposed : answer.status;
  };

  test('is proposed as the middle of the sites with the postal code, else of those most like it', async () => {
    const exact = { sites: 3, beginning: '70100', country: 'FI', position: { longitude: expect.any(Number) } };
    // The builder's case lies there too; what begins with a country's name is another code.
    expect(await ask('bertil', '701-00')).toMatchObject(exact);
    expect(await ask('bertil', '70150')).toMatchObject({ sites: 4, beginning: '701' });
    // However it is written, on either engine.
    for (const code of ['L-2010', 'l2010']) expect(await ask('bertil', code)).toMatchObject({ beginning: 'L2010' });
    for (const code of ['SW1A 1AA', 'sw1a1aa']) expect(await ask('bertil', code)).toMatchObject({ sites: 1 });
    expect(await ask('bertil', '70')).toBeNull();
    expect(await ask('bertil', '99999')).toBeNull();
    expect(await ask('bertil', '%%%')).toBeNull();
  });

  test('rests on what its reader sees: others’ sites are not in it', async () => {
    expect(await ask('anna', '70100')).toEqual({
      position: { latitude: 62, longitude: 27 },
      sites: 1,
      kilometres: 0,
      beginning: '70100',
      country: 'FI',
    });
    expect(await ask('oona', '70100')).toBeNull();
    expect(await ask('sven', '70100')).toBe(404);
    const long = await (await server.as('anna')).request(`/places/${portal}?postalCode=${'7'.repeat(30)}`);
    expect(long.status).toBe(400);
  });

  test('is kept for one portal alone, distances follow at once, and null goes back to the company’s own', async () => {
    const place = { postalCode: '70100', position: { latitude: 64, longitude: 27 } };
    const office = async (who: string, of: string) =>
      lineOf(await (await server.as(who)).pages('', of), 'directory')?.offices.find(({ id }) => id === 'kuopio');
    const before = await office('bertil', portal);
    const change = async (who: string, input: object) =>
      (await (await server.as(who)).issue('change-office', 'kuopio', input, { basedOn: null })).kind;
    expect(await change('anna', { place })).toBe('carried-out');
    expect(await office('bertil', portal)).toMatchObject({ ...place, place });
    expect((await office('sven', 'southern-portal'))?.position).toEqual(before?.position);
    await (await server.as('bertil')).issue('mark-member', 'anna', { marked: true, limit: { kind: 'default' } });
    const candidates = await (await server.as('bertil')).request(`/candidates/${portal}/near/offices`);
    const { eligible } = (await candidates.json()) as { eligible: { office: { id: string }; kilometres: number }[] };
    expect(Math.round(eligible.find((each) => each.office.id === 'kuopio')?.kilometres ?? 0)).toBe(128);
    const log = await (await server.as('anna')).request(`/settings-log/${portal}?kind=office&id=kuopio`);
    expect(await log.json()).toMatchObject([{ before: { place: null }, after: { place } }]);
    expect(await change('rita', { place })).toBe('refused');
    for (const latitude of [91, 'x', null])
      expect(await change('anna', { place: { ...place, position: { latitude, longitude: 0 } } })).toBe('trouble');
    expect(await change('anna', { place: null })).toBe('carried-out');
    expect((await office('bertil', portal))?.position).toEqual(before?.position);
  });
});
