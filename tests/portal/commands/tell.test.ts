import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCase } from '../../../portal/commands/case-content.ts';
import { noteDirectoryChange } from '../../../portal/commands/directory-change.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { directoryFor, readNetwork, standingOf } from '../../../portal/reads/network.ts';
import { chatReceivers } from '../../../shared/domain/chat/receivers.ts';
import { aBudget, aContent, aRole, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { jobsOf } from '../../support/jobs.ts';
import { aPortalServer, contentsOf, lineOf, type TestServer } from '../../support/portal-server.ts';

describe.each(engines)('who is told, on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
  });
  afterEach(() => server.close());

  const told = async (): Promise<readonly string[]> => {
    const rows = await server.store.db.selectFrom('notice').select(['member', 'kind']).execute();
    return rows.map(({ member, kind }) => `${member} ${kind}`).sort();
  };
  const giveRole = async (office = 'arvio-kuopio') =>
    (await server.as('bertil')).issue('give-role-to-office', 'case-1', { office });

  const setLevel = (member: string, level: number) =>
    inChange(server.deps, 'nordic-portal', async (change) => {
      await change.db.updateTable('membership').set({ level }).where('member', '=', member).execute();
      const { company } = await change.db
        .selectFrom('member')
        .select('company')
        .where('id', '=', member)
        .executeTakeFirstOrThrow();
      await noteDirectoryChange(change, { members: [{ id: member, company }] });
    });

  test('a new role: the people of the office from level 2 on', async () => {
    await giveRole();
    expect(await told()).toEqual(['carla role-given']);
  });

  test('a new role: the company’s admins, where nobody of the office may act', async () => {
    await (await server.as('bertil')).issue('change-member', 'carla', { level: 1 });
    await giveRole();
    expect(await told()).toEqual(['cora role-given']);
  });

  test('a new role: the deputy of who is away as well', async () => {
    await (await server.as('bertil')).issue('change-member', 'carla', { away: { deputy: 'cecil' } });
    await giveRole();
    expect(await told()).toEqual(['carla role-given', 'cecil role-given']);
  });

  test('nobody inactive, and never who did it', async () => {
    const [bertil, cora] = [await server.as('bertil'), await server.as('cora')];
    const given = await giveRole();
    await cora.issue('assign-role-user', 'case-1', { member: 'carla' }, { basedOn: given.id });
    expect(await told()).toEqual(['bertil role-user-assigned', 'carla role-given', 'carla role-yours']);
    await bertil.issue('change-member', 'birgit', { active: false });
    await server.changeCase('nordic-portal', 'case-1', { handler: null, tasks: [aTask({ status: '3' })] });
    await (await server.as('anna')).issue('complete-task', 'case-1', { task: 'drying-1' });
    const completed = (await told()).filter((line) => line.endsWith('task-completed'));
    expect(completed).toEqual(['bertil task-completed', 'carla task-completed']);
  });

  test('never who did it, as a deputy either', async () => {
    await (await server.as('bertil')).issue('change-member', 'carla', { away: { deputy: 'cora' } });
    const given = await giveRole();
    await (await server.as('cora')).issue('assign-role-user', 'case-1', { member: 'carla' }, { basedOn: given.id });
    const ofRole = ['carla role-given', 'carla role-yours', 'cora role-given'];
    expect(await told()).toEqual(['bertil role-user-assigned', ...ofRole]);
  });

  test('the insurer: its people of level 5, where the case has no handler', async () => {
    await setLevel('birgit', 2);
    await server.changeCase('nordic-portal', 'case-1', { handler: null, tasks: [aTask({ status: '3' })] });
    await (await server.as('anna')).issue('complete-task', 'case-1', { task: 'drying-1' });
    expect(await told()).toEqual(['bertil task-completed']);
  });

  test('the insurer: those of its highest level, where nobody is of level 5', async () => {
    await setLevel('bertil', 3);
    await setLevel('birgit', 2);
    await server.changeCase('nordic-portal', 'case-1', { handler: null, tasks: [aTask({ status: '3' })] });
    await (await server.as('anna')).issue('complete-task', 'case-1', { task: 'drying-1' });
    expect(await told()).toEqual(['bertil task-completed']);
  });

  test('sync 15: a mail is a row of the same transaction, to be sent, with a message id of its own and what must still hold', async () => {
    const given = await giveRole();
    const mails = await server.store.db.selectFrom('mail').selectAll().execute();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      portal: 'nordic-portal',
      to_address: 'carla@example.com',
      subject: 'An External case handler is needed: NM-2026-00001',
      sent_at: null,
    });
    expect(await jobsOf(server)).toMatchObject([{ kind: 'mail', portal: 'nordic-portal', subject: mails[0]?.id }]);
    expect(JSON.parse(mails[0]?.check_text ?? '')).toEqual({
      case: 'case-1',
      notice: 'role-given',
      member: 'carla',
      role: given.id,
      sees: true,
    });
    expect(mails[0]?.message_id).toBe(`<${mails[0]?.id}@${server.store.storeId}.partner-desk>`);
    expect(JSON.stringify(mails)).not.toMatch(/Customer|cellar/);
  });

  test('of a chat message those are told who were shown where it was written: the role’s user always, and the deputy', async () => {
    const [bertil, oona] = [await server.as('bertil'), await server.as('oona')];
    const user = { member: 'carla', name: 'Carla Person', company: 'arvio' };
    await server.changeCase('nordic-portal', 'case-1', { role: aRole({ user }) });
    const writes = async (author: string) => {
      await server.store.db.deleteFrom('notice').execute();
      const network = await server.store.db
        .transaction()
        .execute((db) => readNetwork({ store: server.store, db }, 'nordic-portal'));
      const standing = network && standingOf(network, network.members.get(author));
      const whole = await loadCase(server.store.db, 'nordic-portal', 'case-1');
      if (!network || !standing || !whole) throw new Error('nothing to write in');
      const { members } = directoryFor(network, standing);
      const memberOf = (id: string) => members.find((each) => each.id === id);
      const shown = chatReceivers(whole.case, standing, memberOf).map(({ member }) => `${member} chat-written`);
      await (await server.as(author)).issue('write-chat', 'case-1', { text: 'x' });
      const notices = await told();
      // Of a deputy one knows where one knows of the person at all.
      const known = memberOf('carla') ? notices : notices.filter((line) => line.startsWith('carla'));
      expect(shown.toSorted()).toEqual(known);
      return notices;
    };
    expect(await writes('bertil')).toEqual(['carla chat-written']);
    expect(await writes('carla')).toEqual([]);
    await bertil.issue('change-member', 'carla', { away: { deputy: 'cora' } });
    expect(await writes('bertil')).toEqual(['carla chat-written', 'cora chat-written']);
    expect(await writes('anna')).toEqual(['carla chat-written', 'cora chat-written']);
    await bertil.issue('change-member', 'cora', { active: false });
    expect(await writes('bertil')).toEqual(['carla chat-written']);
    await oona.issue('change-rights', 'nordic-portal', { rights: ['tasks.approve'] });
    expect(await writes('bertil')).toEqual([]);
  });

  test('a refused command tells nobody', async () => {
    await (await server.as('anna')).issue('give-role-to-office', 'case-1', { office: 'arvio-kuopio' });
    expect(await told()).toEqual([]);
    expect(await server.store.db.selectFrom('mail').selectAll().execute()).toEqual([]);
  });

  test('who loses the mark loses the roles: they are back at their offices, and everybody concerned is told', async () => {
    const user = { member: 'carla', name: 'Carla Person', company: 'arvio' };
    const ids = ['case-2', 'case-3'];
    await server.addCases(
      'nordic-portal',
      ids.map((id) => aContent({ id, number: id, role: aRole({ user }), budgets: [aBudget()] })),
    );
    const [bertil, carla] = [await server.as('bertil'), await server.as('carla')];
    const start = lineOf(await carla.pages(), 'tail')?.cursor ?? { number: 0, mark: '' };
    const limit = { kind: 'default' } as const;
    const outcome = await bertil.issue('mark-member', 'carla', { marked: false, limit });
    const delta = await carla.delta(start);
    expect(lineOf(delta, 'notices')?.notices.map(({ kind }) => kind)).toContain('role-removed');
    // It is the system's doing, and names whose command it follows from, who is told nothing of it.
    expect(await told()).not.toContain('bertil role-user-released');
    const contents = contentsOf(await bertil.pages());
    for (const id of ids) {
      const released = { what: 'role-user-released', command: outcome.id, by: { member: 'bertil' }, as: 'system' };
      expect(contents.get(id)?.log.at(-1)).toMatchObject(released);
      const row = await server.store.db
        .selectFrom('case_file')
        .select(['role_user', 'role_office'])
        .where('id', '=', id)
        .executeTakeFirst();
      expect(row).toEqual({ role_user: null, role_office: 'arvio-kuopio' });
      const view = await server.store.db
        .selectFrom('case_tie')
        .select(['lost', 'lost_reason'])
        .where('case_id', '=', id)
        .where('tie', '=', 'handler')
        .executeTakeFirst();
      expect(view).toEqual({ lost: outcome.kind === 'carried-out' && outcome.change, lost_reason: 'mark-removed' });
    }
  });
});
