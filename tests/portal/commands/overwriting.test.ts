import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/engines.ts';
import { aPortalServer, lineOf, type TestServer } from '../../support/portal-server.ts';

describe.each(engines)('sync 11: what is kept of people, offices and rights, on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
  });
  afterAll(() => server.close());

  const limit = (amount: number) => ({ marked: true, limit: { kind: 'other', amount } }) as const;
  const old = { at: '2026-11-20T08:00:00.000Z' };
  const stale = (changedBy: string | null) => ({
    kind: 'refused',
    refusal: { code: 'stale', changedBy, changedAt: expect.any(String) },
  });
  const members = async (as: string) => {
    const directory = lineOf(await (await server.as(as)).pages(), 'directory');
    return new Map(directory?.members.map((each) => [each.id, each]));
  };

  test('an older mark does not overwrite a newer one, and says whose that is', async () => {
    const [bertil, birgit] = [await server.as('bertil'), await server.as('birgit')];
    const offline = birgit.command('mark-member', 'carla', limit(900), old);
    const first = await bertil.issue('mark-member', 'carla', limit(700), { basedOn: 'carla' });
    expect((await birgit.post(offline))[0]).toMatchObject(stale('Bertil Person'));
    expect(await birgit.issue('mark-member', 'carla', limit(900), { basedOn: 'carla' })).toMatchObject(
      stale('Bertil Person'),
    );
    const told = (await members('birgit')).get('carla');
    expect(told).toMatchObject({ limit: { amount: 700 }, markRevision: { command: first.id } });
    const basedOn = told?.markRevision?.command ?? null;
    expect(await birgit.issue('mark-member', 'carla', limit(900), { basedOn })).toMatchObject({ kind: 'carried-out' });
  });

  test('two of one mind do not quarrel, and the second writes nothing', async () => {
    const [bertil, birgit] = [await server.as('bertil'), await server.as('birgit')];
    const first = await bertil.issue('change-member', 'cecil', { certified: ['drying'] }, { basedOn: 'cecil' });
    const before = await members('birgit');
    const again = await birgit.issue('change-member', 'cecil', { certified: ['drying'] }, { basedOn: 'cecil' });
    expect([first.kind, again.kind]).toEqual(['carried-out', 'carried-out']);
    const { directory_changed: changed } = await server.store.db
      .selectFrom('portal')
      .select('directory_changed')
      .where('id', '=', 'nordic-portal')
      .executeTakeFirstOrThrow();
    expect(changed).toBe(first.kind === 'carried-out' && first.change);
    expect(await members('birgit')).toEqual(before);
  });

  test('who is not in the reader’s directory is not named', async () => {
    const [bertil, cora] = [await server.as('bertil'), await server.as('cora')];
    await bertil.issue('change-member', 'carla', { level: 3 });
    const late = await cora.issue('change-member', 'carla', { level: 1 }, { basedOn: 'carla' });
    expect(late).toMatchObject(stale(null));
    await bertil.issue('change-office', 'arvio-oulu', { available: false });
    const office = await cora.issue('change-office', 'arvio-oulu', { services: [] }, { basedOn: 'arvio-oulu' });
    expect(office).toMatchObject(stale(null));
    expect(await bertil.issue('change-office', 'arvio-oulu', { services: [] }, old)).toMatchObject(
      stale('Bertil Person'),
    );
  });

  test('the rights of the role, and a chain of own commands on them', async () => {
    const oona = await server.as('oona');
    const first = oona.command('change-rights', 'nordic-portal', { defaultLimit: 1 }, { basedOn: 'nordic-portal' });
    const second = oona.command('change-rights', 'nordic-portal', { defaultLimit: 2 }, { basedOn: first.id });
    const outcomes = await oona.post(first, { ...second, after: first.id });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['carried-out', 'carried-out']);
    const late = await oona.issue('change-rights', 'nordic-portal', { rights: [] }, { basedOn: first.id });
    expect(late).toMatchObject(stale('Oona Person'));
    const standing = lineOf(await oona.pages(), 'standing')?.standing;
    expect(standing?.settings.externalCaseHandler).toMatchObject({ defaultLimit: 2, revision: { command: second.id } });
  });
});
