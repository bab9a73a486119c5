import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, cursorOf, lineOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { jsonRequest } from '../../support/whole-app.ts';

describe.each(engines)('somebody who was deactivated, on $engine', ({ engine }) => {
  let server: TestServer;
  let [anna, bertil]: readonly [TestPerson, TestPerson] = [{}, {}] as never;
  const activate = (active: boolean) => bertil.issue('change-member', 'anna', { active });
  const say = (text: string, more = {}) => anna.command('write-chat', 'case-1', { text }, more);
  const rows = async () => {
    const { db } = server.store;
    const outcomes = await db.selectFrom('outcome').select('command').where('portal', '=', 'nordic-portal').execute();
    const { number } = await db
      .selectFrom('portal_counter')
      .select('number')
      .where('portal', '=', 'nordic-portal')
      .executeTakeFirstOrThrow();
    return { outcomes: outcomes.length, number };
  };

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
    [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
  });
  afterEach(() => server.close());

  test('is refused as often as he or she asks, and nothing of it is kept', async () => {
    const earlier = say('while active');
    const [carriedOut] = await anna.post(earlier);
    await activate(false);
    const before = await rows();
    const command = say('x');
    const own = anna.command('mark-read', 'anna', { case: 'case-1', messages: 1 });
    const after = say('y', { after: command.id });
    const first = await anna.post(command, own, earlier);
    expect(first).toMatchObject([{ kind: 'refused' }, { kind: 'refused' }, carriedOut ?? {}]);
    expect(await anna.post(command, own, earlier)).toEqual(first);
    const task = anna.command('confirm-received', 'case-1', { task: 'task-1' }, { after: command.id });
    expect(await anna.post(after, task)).toMatchObject([{ kind: 'refused' }, { kind: 'blocked', by: command.id }]);
    const cancel = jsonRequest({ portal: 'nordic-portal', account: anna.account });
    const cancelled = await anna.request(`/commands/${say('z').id}/cancel`, cancel);
    expect(await cancelled.json()).toMatchObject({ kind: 'refused', refusal: { code: 'person-inactive' } });
    const done = await anna.request(`/commands/${earlier.id}/cancel`, cancel);
    expect(await done.json()).toEqual(carriedOut);
    expect(await rows()).toEqual(before);
  });

  test('active again, has it decided anew; a refusal of somebody active stays one', async () => {
    const [lost, wrong] = [say('lost'), anna.command('confirm-received', 'case-1', { task: 'none' })];
    const [refused] = await anna.post(wrong);
    await activate(false);
    expect(await anna.post(lost)).toMatchObject([{ kind: 'refused' }]);
    await activate(true);
    expect(await anna.post(wrong, lost)).toEqual([refused, expect.objectContaining({ kind: 'carried-out' })]);
    const delta = await anna.delta(cursorOf(await anna.pages()), { named: [lost.id] });
    expect(lineOf(delta, 'contained')?.commands).toEqual([{ id: lost.id, kind: 'carried-out' }]);
  });
});
