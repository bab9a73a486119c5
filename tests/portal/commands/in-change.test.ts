import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inChange, inPossibleChange } from '../../../portal/commands/in-change.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, type TestServer } from '../../support/portal-server.ts';
import { casesIn, emptyReplica, pull } from '../../support/replica.ts';
import { smallNetwork } from '../../support/small-network.ts';

const cases = Array.from({ length: 8 }, (_, index) => aContent({ id: `case-${index}`, number: `NM-${index}` }));

describe.each(engines)('changes on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', cases);
  });
  afterEach(() => server.close());

  const counter = async (): Promise<number> => {
    const row = await server.store.db
      .selectFrom('portal_counter')
      .select('number')
      .where('portal', '=', 'nordic-portal')
      .executeTakeFirstOrThrow();
    return row.number;
  };

  test('sync 8: the number is taken by the first statement', async () => {
    const before = await counter();
    const seen = await inChange(server.deps, 'nordic-portal', async (change) => {
      const row = await change.db
        .selectFrom('portal_counter')
        .select('number')
        .where('portal', '=', 'nordic-portal')
        .executeTakeFirst();
      return [change.number, row?.number];
    });
    expect(seen).toEqual([before + 1, before + 1]);
  });

  test('a change that fails, or has nothing to keep, leaves no number and no mark', async () => {
    const before = await counter();
    await expect(inChange(server.deps, 'nordic-portal', () => Promise.reject(new Error('a fault')))).rejects.toThrow(
      'a fault',
    );
    await inPossibleChange(server.deps, 'nordic-portal', async () => ({ keep: false, value: null }));
    expect(await counter()).toBe(before);
    const marks = await server.store.db
      .selectFrom('change_mark')
      .select('number')
      .where('number', '>', before)
      .execute();
    expect(marks).toEqual([]);
  });

  test('sync 8: a reader who pulls while others write never misses a change', async () => {
    const people = await Promise.all(['anna', 'bertil', 'birgit'].map((member) => server.as(member)));
    const reader = await server.as('anna');
    const replica = emptyReplica();
    await pull(reader, replica);
    let writing = true;
    const writers = people.map(async (person, writer) => {
      for (let round = 0; round < 12; round += 1) {
        const subject = `case-${(round * 3 + writer) % cases.length}`;
        const outcome = await person.issue('write-chat', subject, { text: `${person.member} ${round}` });
        expect(outcome.kind).toBe('carried-out');
      }
    });
    const reading = (async () => {
      while (writing) await pull(reader, replica);
    })();
    await Promise.all(writers);
    writing = false;
    await reading;
    await pull(reader, replica);
    expect(replica.resets).toBe(0);
    expect(casesIn(replica)).toEqual(contentsOf(await reader.pages()));
    expect([...casesIn(replica).values()].flatMap(({ chat }) => chat)).toHaveLength(36);
    expect(await counter()).toBe(2 + 36);
  });
});

test('sync 8: several portal servers on one PostgreSQL write and read without a gap', async () => {
  const first = await aPortalServer('postgres');
  await first.addCases('nordic-portal', cases);
  const servers = [first];
  for (let index = 0; index < 2; index += 1) {
    const store = await openStore({ url: first.store.url ?? '' });
    servers.push(await aPortalServer('postgres', { store, network: { ...smallNetwork, portals: [] } }));
  }
  const [reader, ...writers] = await Promise.all(
    ['anna', 'bertil', 'birgit', 'anna'].map((member, index) => (servers[index % 3] ?? first).as(member)),
  );
  if (!reader) throw new Error('no reader');
  const replica = emptyReplica();
  await pull(reader, replica);
  let writing = true;
  const work = writers.map(async (person) => {
    for (let round = 0; round < 15; round += 1) {
      await person.issue('write-chat', `case-${round % cases.length}`, { text: `${person.member} ${round}` });
    }
  });
  const reading = (async () => {
    while (writing) await pull(reader, replica, { limit: 3 });
  })();
  await Promise.all(work);
  writing = false;
  await reading;
  await pull(reader, replica);
  expect([...casesIn(replica).values()].flatMap(({ chat }) => chat)).toHaveLength(45);
  expect(casesIn(replica)).toEqual(contentsOf(await reader.pages()));
  for (const server of servers.reverse()) await server.close();
});
