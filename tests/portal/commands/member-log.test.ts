import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

const other = (amount: number) => ({ kind: 'other', amount }) as const;

describe.each(engines)('what was set of a member, on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
  });
  afterAll(() => server.close());

  const logOf = async (who: string, id: string) => {
    const answer = await (await server.as(who)).request(`/settings-log/nordic-portal?kind=member&id=${id}`);
    return answer.status === 200 ? answer.json() : answer.status;
  };

  test('mark, limit and level are written down with who, from what and to what, newest first', async () => {
    const bertil = await server.as('bertil');
    await bertil.issue('mark-member', 'carla', { marked: true, limit: other(700_000) });
    await bertil.issue('change-member', 'carla', { level: 3 });
    await bertil.issue('mark-member', 'carla', { marked: false, limit: other(700_000) });
    const log = await logOf('bertil', 'carla');
    expect(log).toMatchObject([
      { what: 'mark-member', by: 'Bertil Person', before: { marked: true }, after: { marked: false } },
      { what: 'change-member', before: { level: 2 }, after: { level: 3 } },
      { what: 'mark-member', before: { limit: { kind: 'default' } }, after: { limit: other(700_000) } },
    ]);
    // The company's admin reads it too; a colleague and another company's people do not learn of it.
    expect(await logOf('cora', 'carla')).toEqual(log);
    expect(await logOf('cecil', 'carla')).toBe(404);
    expect(await logOf('anna', 'carla')).toBe(404);
  });

  test('nobody marks oneself or sets the own limit, and nobody below level 5 marks', async () => {
    const [bertil, birgit] = [await server.as('bertil'), await server.as('birgit')];
    const marked = { marked: true, limit: other(1) };
    expect(await bertil.issue('mark-member', 'bertil', marked)).toMatchObject({ refusal: { code: 'own-mark' } });
    expect((await bertil.issue('change-member', 'birgit', { level: 4 })).kind).toBe('carried-out');
    expect(await birgit.issue('mark-member', 'cecil', marked)).toMatchObject({
      refusal: { code: 'level-too-low', needed: 5 },
    });
    expect(await bertil.issue('mark-member', 'birgit', marked)).toMatchObject({ refusal: { code: 'partners-mark' } });
    expect(await bertil.issue('change-member', 'carla', { level: 5 })).toMatchObject({
      refusal: { code: 'insurers-level' },
    });
    expect(await bertil.issue('change-member', 'bertil', { active: false })).toMatchObject({
      refusal: { code: 'oneself-inactive' },
    });
    const certified = ['drying', 'first-aid', 'drying'];
    expect((await bertil.issue('change-member', 'aki', { certified })).kind).toBe('carried-out');
    expect(await logOf('bertil', 'aki')).toMatchObject([{ after: { certified: ['drying', 'first-aid'] } }]);
    expect(await logOf('bertil', 'bertil')).toEqual([]);
    expect(await logOf('bertil', 'cecil')).toEqual([]);
  });
});
