import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aContent, aRole, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, cursorOf, lineOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';

const portal = 'nordic-portal';
const path = `/portals/${portal}/price-lists`;
const mapping = { columns: { code: 'code', text: 'text', unit: 'unit', unitPrice: 'price' } };
const csv = 'code;text;unit;price\nZ1;Zebra drying;day;12.50\nZ2;Zebra paint;m2;4.35\n';
const terms = { name: 'Repairs', validFrom: '2026-01-01', validUntil: null, fileName: 'repairs.csv' };

describe.each(engines)('price lists on $engine', ({ engine }) => {
  let server: TestServer;
  let bertil: TestPerson;
  beforeAll(async () => {
    server = await aPortalServer(engine);
    await server.addCases(portal, [aContent({ id: 'case-1', role: aRole({ user: carla }) })]);
    bertil = await server.as('bertil');
  });
  afterAll(() => server.close());

  const ask = (who: TestPerson, more: string, init: RequestInit = {}) => who.request(`${path}${more}`, init);
  async function importAs(who: TestPerson, list: object, { dryRun = false, text = csv } = {}) {
    const body = JSON.stringify({ csv: text, mapping, list: { ...terms, ...list } });
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(who, `?dryRun=${String(dryRun)}`, { method: 'POST', headers, body });
    return (await answer.json()) as Record<string, never>;
  }
  const lists = async () => (await (await ask(bertil, '')).json()) as { id: string; mark: number }[];
  const told = async (who: TestPerson, cursor: Parameters<TestPerson['delta']>[0], priceLists?: boolean) => {
    const lines = await who.delta(cursor, priceLists === undefined ? {} : { priceLists });
    return { lists: lineOf(lines, 'price-lists')?.lists, text: JSON.stringify(lines), cursor: cursorOf(lines) };
  };

  test('a dry run says what would come of it and writes nothing', async () => {
    const change = await server.store.db.selectFrom('portal_counter').selectAll().execute();
    expect(await importAs(bertil, {}, { dryRun: true })).toMatchObject({
      dryRun: true,
      rows: 2,
      messages: [],
      replaced: false,
      list: { name: 'Repairs', count: 2, currency: 'EUR' },
      first: [{ code: 'Z1', unitPrice: 1250 }, { code: 'Z2' }],
    });
    expect(await lists()).toEqual([]);
    expect(await server.store.db.selectFrom('portal_counter').selectAll().execute()).toEqual(change);
  });

  test('one row that is wrong, and nothing is taken', async () => {
    const answer = await importAs(bertil, {}, { text: `${csv}Z3;Tiles;m2;dear\n` });
    expect(answer).toMatchObject({ list: null, messages: [{ row: 4 }] });
    expect(await lists()).toEqual([]);
  });

  test('a list is kept, replaced only where that is said, and ends the one before where that is said', async () => {
    expect(await importAs(bertil, {})).toMatchObject({ list: { count: 2 } });
    const [first] = await lists();
    expect(await importAs(bertil, {})).toMatchObject({ list: null, messages: [{ row: 1 }] });
    expect(await lists()).toEqual([first]);
    const again = await importAs(bertil, { replaces: true }, { text: csv.replace('4.35', '4.40') });
    expect(again).toMatchObject({ replaced: true, list: { id: first?.id } });
    const [second] = await lists();
    expect(second?.mark).toBeGreaterThan(first?.mark ?? Infinity);
    const beside = await importAs(bertil, { validFrom: '2027-01-01' }, { dryRun: true });
    expect(beside).toMatchObject({ ended: [], overlapping: [{ validFrom: '2026-01-01' }] });
    const next = await importAs(bertil, { validFrom: '2027-01-01', endsEarlier: true });
    expect(next).toMatchObject({ ended: [{ validUntil: '2026-12-31' }], overlapping: [] });
    expect(await lists()).toMatchObject([
      { validFrom: '2027-01-01' },
      { validUntil: '2026-12-31', mark: second?.mark },
    ]);
    const items = await (await ask(bertil, `/${second?.id}/items?mark=${second?.mark}`)).text();
    expect(
      items
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each) as unknown),
    ).toEqual([
      { code: 'Z1', text: 'Zebra drying', unit: 'day', trade: '', unitPrice: 1250 },
      { code: 'Z2', text: 'Zebra paint', unit: 'm2', trade: '', unitPrice: 440 },
    ]);
    expect((await ask(bertil, `/${second?.id}/items?mark=${first?.mark}`)).status).toBe(404);
  });

  test('who, when, which list, how many and from what file is in the log of the portal, and no price', async () => {
    const answer = await bertil.request(`/settings-log/${portal}?kind=portal&id=${portal}`);
    const log = (await answer.json()) as { what: string; after: unknown }[];
    expect(log.map(({ what }) => what)).toEqual(['import-price-list', 'import-price-list', 'import-price-list']);
    expect(log[0]).toMatchObject({
      by: 'Bertil Person',
      after: { priceList: { name: 'Repairs', validFrom: '2027-01-01', items: 2, fileName: 'repairs.csv' } },
    });
    expect(JSON.stringify(log.map(({ after }) => after))).not.toMatch(/1250|440|Zebra/);
  });

  test('are told once, again as they change, and gone with the last reason to have them', async () => {
    const carlas = await server.as('carla');
    const before = await carlas.pages('&priceLists=told');
    expect(lineOf(before, 'price-lists')?.lists).toHaveLength(2);
    expect(lineOf(await carlas.pages(), 'price-lists')).toBeUndefined();
    const held = await told(carlas, cursorOf(before), true);
    expect(held.lists).toBeUndefined();
    await importAs(bertil, { name: 'Drying' });
    const changed = await told(carlas, held.cursor, true);
    expect(changed.lists).toHaveLength(3);
    await server.changeCase(portal, 'case-1', { role: null });
    expect((await told(carlas, changed.cursor, true)).lists).toBeNull();
    const never = await told(carlas, changed.cursor, false);
    expect(never.text).not.toContain('price-lists');
    expect((await ask(carlas, '')).status).toBe(404);
    await server.changeCase(portal, 'case-1', { role: aRole({ user: carla }) });
    expect((await told(carlas, changed.cursor, false)).lists).toHaveLength(3);
  });

  test.each([
    ['anna', 'who may enter budgets', 200],
    ['birgit', 'the insurer’s people', 200],
    ['oona', 'the operator, who keeps them', 200],
    ['aki', 'a colleague without a budget permission', 404],
    ['cecil', 'who is marked and holds no role', 404],
  ])('%s: %s', async (name, _, status) => {
    const who = await server.as(name);
    const answer = await ask(who, '');
    expect(answer.status).toBe(status);
    const given = status === 200 && name !== 'oona';
    expect(JSON.stringify(await who.pages('&priceLists=told')).includes('Repairs')).toBe(given);
  });

  test('one from which a work item has its price stays, another one is removed', async () => {
    const [used, other] = await lists();
    const part = { portal, case_id: 'case-1', key: 'item-1', owner: 'arvio', place: 0, changed: 1, gone: 0 };
    const text = JSON.stringify({ id: 'item-1', unitPrice: 1, priceList: used?.id });
    await server.store.db
      .insertInto('case_part')
      .values({ ...part, part: 'work-values' as never, changed_at: server.clock.now, text })
      .execute();
    const kept = await ask(bertil, `/${used?.id}`, { method: 'DELETE' });
    expect([kept.status, await kept.json()]).toMatchObject([403, { detail: 'price-list-in-use' }]);
    expect((await ask(bertil, `/${other?.id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await lists()).map(({ id }) => id)).not.toContain(other?.id);
    expect((await ask(bertil, `/${other?.id}`, { method: 'DELETE' })).status).toBe(404);
  });
});
