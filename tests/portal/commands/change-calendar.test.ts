import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualCalendar } from '../../../shared/domain/portal/calendar.ts';
import { aContent, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, type TestServer } from '../../support/portal-server.ts';

const portal = 'nordic-portal';
const eve = { date: '2026-11-24', name: 'A day off' };
const logOf = (kind: string, id: string) => `/settings-log/${portal}?${new URLSearchParams({ kind, id }).toString()}`;
const input = { ...usualCalendar, closedDays: [eve], place: 'FI' };

describe.each(engines)('a calendar on $engine', ({ engine }) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    const waiting = (id: string) =>
      aContent({ id, tasks: [aTask({ id: `${id}-1`, since: '2026-11-23T09:00:00.000Z' })] });
    await server.addCases(portal, [waiting('before'), waiting('after'), waiting('own')]);
  });
  afterAll(() => server.close());

  const read = async (who: string, path: string) => {
    const answer = await (await server.as(who)).request(path);
    return [answer.status, await answer.json()] as const;
  };
  /** To the minute: it runs from when the portal server received what starts it. */
  const targetOf = async (id: string): Promise<string | undefined> => {
    const lines = await (await server.as('bertil')).pages();
    return contentsOf(lines).get(id)?.case.tasks[0]?.target?.due.slice(0, 16);
  };
  /** 15:00 in Helsinki on Monday, the 23rd: eight hours are over on the next working day at 15:00. */
  const confirm = async (id: string) => {
    server.clock.now = '2026-11-23T13:00:00.000Z';
    const at = '2026-11-23T13:00:00.000Z';
    const outcome = await (await server.as('anna')).issue('confirm-received', id, { task: `${id}-1` }, { at });
    expect(outcome.kind).toBe('carried-out');
    return targetOf(id);
  };

  test('closed days move new targets, running ones stay, and each change is written down with what was before', async () => {
    const running = await confirm('before');
    expect(running).toBe('2026-11-24T13:00');
    const bertil = await server.as('bertil');
    const changed = await bertil.issue('change-calendar', portal, input);
    expect(changed.kind).toBe('carried-out');
    expect(await confirm('after')).toBe('2026-11-25T13:00');
    expect(await targetOf('before')).toBe(running);
    expect(await read('bertil', logOf('portal', portal))).toMatchObject([
      200,
      [{ what: 'change-calendar', before: { calendar: null }, after: { calendar: input } }],
    ]);
    expect(await bertil.issue('change-calendar', portal, { ...input, place: 'SE' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale', changedBy: expect.stringMatching(/\w/), changedAt: expect.any(String) },
    });
    const again = await bertil.issue('change-calendar', portal, { ...input, place: 'SE' }, { basedOn: changed.id });
    expect(again.kind).toBe('carried-out');
  });

  test('an office’s own hours count for its tasks; its people and the insurer read who changed them, others do not', async () => {
    const afternoons = { week: usualCalendar.week.map((hours) => hours && { from: 840, to: 960 }), closedDays: [] };
    const anna = await server.as('anna');
    expect((await anna.issue('change-office', 'kuopio', { calendar: afternoons })).kind).toBe('carried-out');
    // Two hours each afternoon: one on Monday from 15:00, then Tuesday, Wednesday, Thursday and one on Friday.
    expect(await confirm('own')).toBe('2026-11-27T13:00');
    const kuopio = logOf('office', 'kuopio');
    const [, entries] = await read('anna', kuopio);
    expect(entries).toMatchObject([{ before: { calendar: null }, after: { calendar: afternoons } }]);
    expect((await read('rita', kuopio))[0]).toBe(404);
    expect((await read('sven', kuopio))[0]).toBe(404);
    expect((await read('anna', logOf('portal', portal)))[0]).toBe(404);
    expect(await read('bertil', kuopio)).toEqual([200, entries]);
    expect((await read('bertil', logOf('portal', portal)))[1]).toHaveLength(2);
    expect((await anna.issue('change-office', 'kuopio', { calendar: null })).kind).toBe('carried-out');
  });

  test.each([
    ['without an hour in the week', { week: usualCalendar.week.map(() => null) }],
    ['with hours that end before they begin', { week: usualCalendar.week.map(() => ({ from: 960, to: 480 })) }],
    ['with six weekdays', { week: usualCalendar.week.slice(1) }],
    ['with a day that there is not', { closedDays: [{ date: '2027-02-29', name: 'x' }] }],
    ['with a place that is none', { place: '../FI' }],
  ])('one %s is not understood', async (_, change) => {
    const bertil = await server.as('bertil');
    expect(await bertil.issue('change-calendar', portal, { ...input, ...change })).toMatchObject({ kind: 'trouble' });
  });

  test('holidays are proposed to who is signed in', async () => {
    expect(await read('bertil', '/calendar/holidays?place=FI&year=2026')).toMatchObject([
      200,
      expect.arrayContaining([{ date: '2026-12-24', name: 'Christmas Eve', kind: 'bank' }]),
    ]);
    expect((await read('bertil', '/calendar/holidays?place=XX&year=2026'))[0]).toBe(404);
    expect((await read('bertil', '/calendar/holidays?place=FI&year=1'))[0]).toBe(400);
    expect((await server.app.request('/calendar/places')).status).toBe(401);
  });
});
