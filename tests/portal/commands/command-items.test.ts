import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../../shared/contract/commands.ts';
import { outcomeSchema, type CommandOutcome } from '../../../shared/contract/outcomes.ts';
import { outcomeOneSchema } from '../../../shared/contract/protocol-one.ts';
import { aBudget, aContent, aRole, aTask, bertil, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import {
  aPortalServer,
  contentsOf,
  cursorOf,
  lineOf,
  type TestPerson,
  type TestServer,
} from '../../support/portal-server.ts';

const completed = (id: string) => aTask({ id, status: '4', revision: `revision-of-${id}` });
const content = aContent({
  handler: bertil,
  role: aRole({ user: carla }),
  tasks: [completed('t1'), completed('t2'), completed('t3'), aTask({ id: 't4', revision: 'revision-of-t4' })],
  budgets: [aBudget({ id: 'b', tasks: ['t2'] })],
});
const all = ['t1', 't2', 't3', 't4'];
const seen = all.map((id) => ({ thing: `task:${id}`, revision: `revision-of-${id}` }));

const done = (item: string) => ({ item, kind: 'carried-out' });
const refused = (item: string, code: string) => ({ item, kind: 'refused', refusal: expect.objectContaining({ code }) });

describe.each(engines)('a command with items on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [content]);
  });
  afterEach(() => server.close());

  const approveAll = (person: TestPerson, more: Partial<Command> = {}): Command =>
    ({ ...person.command('approve-tasks', 'case-1', { tasks: all }), basedOn: seen, ...more }) as Command;

  async function answerTo(person: TestPerson, protocol: number, ...commands: readonly unknown[]): Promise<unknown[]> {
    const body = JSON.stringify({ protocol, account: person.account, commands });
    const headers = { 'content-type': 'application/json' };
    const response = await person.request('/commands', { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    return z.looseObject({ outcomes: z.array(z.unknown()) }).parse(await response.json()).outcomes;
  }
  const post = async (person: TestPerson, command: unknown): Promise<CommandOutcome> =>
    outcomeSchema.parse((await answerTo(person, 2, command))[0]);
  const statuses = async (): Promise<readonly string[]> => {
    const tasks = contentsOf(await (await server.as('bertil')).pages()).get('case-1')?.case.tasks ?? [];
    return tasks.map(({ status }) => status);
  };

  test('domain 15, right 9: each item is carried out or refused by itself, as one change, and each line has its id', async () => {
    const bertilsApp = await server.as('bertil');
    const command = approveAll(bertilsApp);
    const outcome = await post(bertilsApp, command);
    expect(outcome).toEqual({
      id: command.id,
      kind: 'decided',
      change: 3,
      items: [done('t1'), refused('t2', 'pending-budget'), done('t3'), refused('t4', 'status-conflict')],
    });
    expect(await statuses()).toEqual(['A', '4', 'A', '0']);
    const log = contentsOf(await bertilsApp.pages()).get('case-1')?.log ?? [];
    expect(log.map(({ id, what }) => [id, what])).toEqual(
      ['t1', 't3'].map((item) => [`${command.id}-log-task-approved-${item}`, 'task-approved']),
    );
  });

  test('sync 9: posted again, the kept outcome is the same bytes; another body is trouble', async () => {
    const person = await server.as('bertil');
    const command = approveAll(person);
    const [first] = await answerTo(person, 2, command);
    const [again] = await answerTo(person, 2, JSON.parse(JSON.stringify(command)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    const other = await post(person, { ...command, input: { tasks: ['t1', 't3', 't2', 't4'] } });
    expect(other).toMatchObject({ kind: 'trouble', problem: 'other-body' });
    expect(await statuses()).toEqual(['A', '4', 'A', '0']);
  });

  test('sync 10: what comes after it counts it as carried out if any item was, and is held back where none was', async () => {
    const person = await server.as('bertil');
    const partly = approveAll(person);
    const none = approveAll(person, { input: { tasks: ['t4', 't2'] } as never, basedOn: seen.slice(3) });
    const next = (after: string) =>
      person.command('send-back-task', 'case-1', { task: 't2', reason: 'x' }, { basedOn: 'revision-of-t2', after });
    const [held, freed] = [next(none.id), next(partly.id)];
    const outcomes = (await answerTo(person, 2, none, held, partly, freed)).map((each) => outcomeSchema.parse(each));
    expect(outcomes).toMatchObject([
      { kind: 'decided', items: [refused('t4', 'status-conflict'), refused('t2', 'stale')] },
      { id: held.id, kind: 'blocked', by: none.id },
      { kind: 'decided' },
      { kind: 'decided', items: [{ item: null, kind: 'carried-out' }] },
    ]);
  });

  test('sync 11: revisions are compared an item, and who changed it is told of each', async () => {
    const [person, carlas] = [await server.as('bertil'), await server.as('carla')];
    const back = await carlas.issue(
      'send-back-task',
      'case-1',
      { task: 't1', reason: 'wet' },
      { basedOn: 'revision-of-t1' },
    );
    await (await server.as('anna')).issue('complete-task', 'case-1', { task: 't1' });
    expect(back.kind).toBe('carried-out');
    const outcome = await post(person, approveAll(person));
    expect(outcome).toMatchObject({
      items: [
        { item: 't1', kind: 'refused', refusal: { code: 'stale', changedBy: 'Anna Person' } },
        refused('t2', 'pending-budget'),
        done('t3'),
        refused('t4', 'status-conflict'),
      ],
    });
  });

  test('sync 15: notices are told of each item, and one person hears once of one kind and case', async () => {
    const person = await server.as('bertil');
    await post(person, approveAll(person));
    const notices = await server.store.db.selectFrom('notice').select(['member', 'kind']).execute();
    expect(notices).toEqual([{ member: 'anna', kind: 'task-approved' }]);
    const mails = await server.store.db.selectFrom('mail').select('to_address').execute();
    expect(mails.filter(({ to_address: to }) => to === 'anna@example.com')).toHaveLength(1);
  });

  test('who may not is refused in each item, also where the case is not there for them or they may do nothing', async () => {
    const [rita, bertilsApp] = [await server.as('rita'), await server.as('bertil')];
    const all4 = (code: string) => all.map((item) => refused(item, code));
    expect(await post(rita, approveAll(rita))).toMatchObject({ kind: 'decided', items: all4('case-not-found') });
    const anna = await server.as('anna');
    expect(await post(anna, approveAll(anna))).toMatchObject({ items: all4('no-role-in-case') });
    await bertilsApp.issue('change-member', 'anna', { level: 0 }, { basedOn: 'anna' });
    const inactive = await post(anna, approveAll(anna));
    expect(inactive.kind === 'decided' && inactive.items.map(({ item, kind }) => [item, kind])).toEqual(
      all.map((item) => [item, 'refused']),
    );
    expect(await statuses()).toEqual(['4', '4', '4', '0']);
  });

  test('sync 20: a delta tells of each item what became of a command whose answer was lost', async () => {
    const person = await server.as('bertil');
    const cursor = cursorOf(await person.pages());
    const command = approveAll(person);
    const outcome = await post(person, command);
    const delta = await person.delta(cursor, { named: [command.id] });
    expect(lineOf(delta, 'contained')?.commands).toEqual([
      { id: command.id, kind: 'carried-out', items: outcome.kind === 'decided' ? outcome.items : [] },
    ]);
    expect(lineOf(delta, 'own')?.commands).toEqual([command.id]);
  });

  test('sync 12: cancelled, none of its items ever runs', async () => {
    const person = await server.as('bertil');
    const command = approveAll(person);
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: 2, portal: 'nordic-portal', account: person.account }),
    };
    await person.request(`/commands/${command.id}/cancel`, init);
    expect(await post(person, command)).toMatchObject({ kind: 'cancelled' });
    expect(await statuses()).toEqual(['4', '4', '4', '0']);
  });

  test('sync 16: an app of version 1 is answered as ever, and can issue no command with items', async () => {
    const person = await server.as('bertil');
    const single = { ...person.command('approve-task', 'case-1', { task: 't1' }), basedOn: 'revision-of-t1' };
    const items = { ...approveAll(person), basedOn: 'revision-of-t1' };
    const outcomes = (await answerTo(person, 1, single, items)).map((each) => outcomeOneSchema.parse(each));
    expect(outcomes).toMatchObject([
      { id: single.id, kind: 'carried-out' },
      { id: items.id, kind: 'trouble', problem: 'not-understood' },
    ]);
    expect(await statuses()).toEqual(['A', '4', '4', '0']);
  });
});
