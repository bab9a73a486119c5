import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprint } from '../../../portal/commands/outcomes.ts';
import { commandAnswerSchema, outcomeSchema } from '../../../shared/contract/outcomes.ts';
import { outcomeOneSchema, readIssued, type OutcomeOne } from '../../../shared/contract/protocol-one.ts';
import { healthSchema, meSchema } from '../../../shared/contract/session.ts';
import type { CommandName } from '../../../shared/domain/command-book.ts';
import { aBudget, aCase, aRole, carla, monday } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { matrix } from '../../support/rights-matrix.ts';
import { bytes } from '../../support/rights-matrix-people.ts';

interface Sample {
  /** Who issued it. */
  readonly by: string;
  /** Under which 0.1.0 kept its outcome. */
  readonly fingerprint: string;
  /** As it lies in a journal of 0.1.0's; two of them name a code twice, which 0.1.0 took as it came. */
  readonly command: {
    readonly id: string;
    readonly name: CommandName;
    readonly input: Readonly<Record<string, unknown>>;
  };
}

/** Made once by the schemas of 0.1.0: every command of its book. */
const samples = JSON.parse(
  readFileSync(join(import.meta.dirname, 'samples/commands-of-0.1.0.json'), 'utf8'),
) as readonly Sample[];
const named = samples.map((sample) => [sample.command.name, sample] as const);
const codesTwice: readonly string[] = ['change-member', 'change-office'];

test.each(named)('%s of 0.1.0 is read, and has the fingerprint that 0.1.0 kept', (name, { command, ...kept }) => {
  expect(fingerprint(command)).toBe(kept.fingerprint);
  const read = readIssued(command).data;
  expect(fingerprint(read?.asIssued) === kept.fingerprint).toBe(!codesTwice.includes(name));
});

describe.each(engines)('commands of version 1 on $engine', ({ engine }) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    const caseOf = ({ command: { name } }: Sample) =>
      aCase({
        id: name,
        number: name,
        role: aRole({ user: carla, userAssignedAt: monday }),
        budgets: [aBudget()],
        ...matrix[name].change,
      });
    const contents = samples.map((sample) => ({ case: caseOf(sample), chat: [], log: [] }));
    const chat = [{ id: 'c-1', by: carla, companyName: 'Arvio', text: 'x', at: monday, receivedAt: monday }];
    await server.addCases('nordic-portal', [
      ...contents.filter((each) => each.case.id !== 'mark-read'),
      ...contents.filter((each) => each.case.id === 'mark-read').map((each) => ({ ...each, chat })),
    ]);
  });
  afterAll(() => server.close());

  /** The sample as that person's app on this portal server would have issued it. */
  const issuedBy = (person: TestPerson, { command }: Sample) => ({ ...command, account: person.account });

  async function postAs(person: TestPerson, protocol: number, ...commands: readonly unknown[]): Promise<unknown[]> {
    const body = JSON.stringify({ protocol, account: person.account, commands });
    const headers = { 'content-type': 'application/json' };
    const response = await person.request('/commands', { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    return z.looseObject({ outcomes: z.array(z.unknown()) }).parse(await response.json()).outcomes;
  }
  const postOne = async (person: TestPerson, command: unknown): Promise<OutcomeOne> =>
    outcomeOneSchema.parse((await postAs(person, 1, command))[0]);
  const postTwo = async (person: TestPerson, command: unknown) =>
    outcomeSchema.parse((await postAs(person, 2, command))[0]);
  const countChanges = async (): Promise<number> => {
    const counter = server.store.db.selectFrom('portal_counter').select('number');
    return (await counter.where('portal', '=', 'nordic-portal').executeTakeFirstOrThrow()).number;
  };

  test.each(named)('sync 16: %s is carried out, and answered in the form of who asks', async (_, sample) => {
    const person = await server.as(sample.by);
    const { file } = sample.command.input as { readonly file?: { readonly file: string } };
    if (file) await person.upload(file.file, sample.command.name, bytes, 'calculation.csv');
    const issued = issuedBy(person, sample);
    const first = await postOne(person, issued);
    const change = await countChanges();
    expect(first).toEqual({ id: issued.id, kind: 'carried-out', change });
    const carriedOut = [{ item: null, kind: 'carried-out' }];
    // The app was updated in between, and does not know that it arrived.
    const again = await postTwo(person, issued);
    expect(again).toEqual({ id: issued.id, kind: 'decided', change, items: carriedOut });
    expect(await postOne(person, issued)).toEqual(first);
    expect(await countChanges()).toBe(change);
  });

  test.each(named)(
    'sync 9: %s carried out by 0.1.0 answers its stored outcome after the upgrade',
    async (_, sample) => {
      const person = await server.as(sample.by);
      const id = sample.command.id.replace(/^0193/, '0192');
      const issued = { ...issuedBy(person, sample), id };
      const refusal = { code: 'stale', grantor: 'nobody', changedBy: null, changedAt: null };
      const change = await countChanges();
      const row = {
        portal: 'nordic-portal',
        account: person.account,
        subject: 'case:x',
        change,
        at: server.clock.now,
        items: null,
        skew: null,
      };
      const other = id.replace(/^0192/, '0191');
      const kept = [
        { ...row, command: id, fingerprint: fingerprint(issued), kind: 'carried-out' as const, refusal: null },
        {
          ...row,
          command: other,
          fingerprint: fingerprint({ ...issued, id: other }),
          kind: 'refused' as const,
          refusal: JSON.stringify(refusal),
        },
      ];
      await server.store.db.insertInto('outcome').values(kept).execute();
      expect(await postTwo(person, issued)).toEqual({
        id,
        kind: 'decided',
        change,
        items: [{ item: null, kind: 'carried-out' }],
      });
      expect(await postTwo(person, { ...issued, id: other })).toEqual({
        id: other,
        kind: 'decided',
        change,
        items: [{ item: null, kind: 'refused', refusal }],
      });
      expect(await postOne(person, { ...issued, id: other })).toEqual({ id: other, kind: 'refused', change, refusal });
      const altered = { ...issued, at: '2026-11-23T08:00:01.000Z' };
      for (const post of [postOne, postTwo]) {
        expect(await post(person, altered)).toMatchObject({ id, kind: 'trouble', problem: 'other-body' });
      }
      expect(await countChanges()).toBe(change);
    },
  );

  test('sync 9: the same command made into the form of version 2 is another body: it is posted as it was issued', async () => {
    const anna = await server.as('anna');
    const issued = { ...anna.command('write-chat', 'write-chat', { text: 'x' }), basedOn: null };
    const first = await postOne(anna, issued);
    const remade = { ...issued, basedOn: [] };
    expect(await postTwo(anna, remade)).toMatchObject({ kind: 'trouble', problem: 'other-body' });
    expect(await postOne(anna, issued)).toEqual(first);
  });

  test('sync 10: a command of either version waits for one of the other', async () => {
    const anna = await server.as('anna');
    await server.addCases('nordic-portal', [{ case: aCase({ id: 'chain', number: 'chain' }), chat: [], log: [] }]);
    const received = { ...anna.command('confirm-received', 'chain', { task: 'drying-1' }), basedOn: null };
    const assign = anna.command('assign-members', 'chain', { task: 'drying-1', members: ['aki'] });
    const times = { task: 'drying-1', start: '2026-11-24T08:00:00.000Z', end: '2026-11-24T12:00:00.000Z' };
    const set = { ...anna.command('set-time', 'chain', times, { after: assign.id }), basedOn: null };
    const outcomes = await postAs(anna, 2, received, { ...assign, after: received.id }, set);
    expect(outcomes).toMatchObject([1, 2, 3].map(() => ({ kind: 'decided', items: [{ kind: 'carried-out' }] })));
  });

  test('sync 11: without a revision it is stale only where the thing was changed after it was decided', async () => {
    const bertil = await server.as('bertil');
    const mark = (amount: number) => ({ marked: true, limit: { kind: 'other' as const, amount } });
    const changed = await bertil.issue('mark-member', 'cora', mark(1), { basedOn: 'cora', at: monday });
    const offline = (at: string) => ({
      ...bertil.command('mark-member', 'cora', mark(2), { at }),
      basedOn: null,
    });
    expect(changed.kind).toBe('carried-out');
    const [before, after] = ['2026-11-01T00:00:00.000Z', '2026-11-23T08:59:00.000Z'];
    expect(await postOne(bertil, offline(before))).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } });
    expect(await postOne(bertil, offline(after))).toMatchObject({ kind: 'carried-out' });
  });

  test('sync 12: a cancel of version 1 is taken; each version is answered in its form', async () => {
    const anna = await server.as('anna');
    const done = await anna.issue('write-chat', 'write-chat', { text: 'y' });
    const cancel = async (body: object): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify({ account: anna.account, ...body }) };
      return (await anna.request(`/commands/${done.id}/cancel`, init)).json();
    };
    const portal = 'nordic-portal';
    expect(outcomeOneSchema.parse(await cancel({ portal }))).toEqual(done);
    expect(outcomeSchema.parse(await cancel({ portal, protocol: 2 }))).toMatchObject({
      kind: 'decided',
      items: [{ item: null, kind: 'carried-out' }],
    });
    expect(await cancel({ portal, protocol: 0 })).toMatchObject({ kind: 'app-too-old' });
  });

  test('sync 16: pages and deltas of version 1 ask for the update; batches of other versions say what to do', async () => {
    const anna = await server.as('anna');
    const headers = { 'content-type': 'application/json' };
    const answers = async (protocol: number) => {
      const json = (body: object) => ({ method: 'POST', headers, body: JSON.stringify({ protocol, ...body }) });
      const cursor = { number: 0, mark: 'm' };
      const all = await Promise.all([
        anna.request(`/sync/nordic-portal/pages?protocol=${String(protocol)}`),
        anna.request('/sync/nordic-portal/delta', json({ cursor, named: [] })),
        anna.request('/commands', json({ account: anna.account, commands: [{}] })),
      ]);
      return Promise.all(all.map(async (each) => (each.status === 200 ? 'taken' : (await each.json()).kind)));
    };
    expect(await answers(0)).toEqual(['app-too-old', 'app-too-old', 'app-too-old']);
    expect(await answers(1)).toEqual(['app-too-old', 'app-too-old', 'taken']);
    expect(await answers(2)).toEqual(['taken', 'taken', 'taken']);
    expect(await answers(3)).toEqual(['not-understood', 'not-understood', 'not-understood']);
    const told = await anna.request('/sync/nordic-portal/pages?protocol=1');
    expect(await told.json()).toMatchObject({ detail: 'Install the update; until then your work is still sent.' });
  });

  test('sync 16: who answers and who asks is told in the version of the asker; no version is version 1', async () => {
    const anna = await server.as('anna');
    const spoken = async (query: string): Promise<readonly unknown[]> => {
      const health = healthSchema.parse(await (await server.app.request(`/health${query}`)).json());
      const me = meSchema.parse(await (await anna.request(`/me${query}`)).json());
      return [health.protocol, me.protocol];
    };
    // 0.1.0 signs in at its own version only, and takes no field in `/me` that it does not know.
    expect(await spoken('')).toEqual([1, undefined]);
    expect(await spoken('?protocol=2')).toEqual([2, 2]);
    expect(await spoken('?protocol=3')).toEqual([2, 2]);
    expect(await spoken('?protocol=0')).toEqual([2, 2]);
    expect((await server.app.request('/health?protocol=x')).status).toBe(400);
  });
});

test('an answer of version 1 is none of version 2, and the other way round', () => {
  const answer = (outcome: object) => ({ outcomes: [outcome], serverTime: monday });
  const id = '0199aaaa-0000-7000-8000-000000000001';
  const one = { id, kind: 'carried-out', change: 1 };
  const two = { id, kind: 'decided', change: 1, items: [{ item: null, kind: 'carried-out' }] };
  expect(commandAnswerSchema.safeParse(answer(one)).success).toBe(false);
  expect(commandAnswerSchema.safeParse(answer(two)).success).toBe(true);
  expect(outcomeOneSchema.safeParse(two).success).toBe(false);
});
