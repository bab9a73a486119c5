import { noteDirectoryChange } from '../../../portal/commands/directory-change.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carryOut } from '../../../portal/commands/carry-out.ts';
import { aBudget, aContent, aFile, anna as annaRef, aRole, aTask, carla, monday } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';

describe.each(engines)('commands on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent(), aContent({ id: 'case-2', number: 'NM-2' })]);
  });
  afterEach(() => server.close());

  test('an office confirms a task and everybody who sees the case has it', async () => {
    const anna = await server.as('anna');
    const outcome = await anna.issue('confirm-received', 'case-1', { task: 'drying-1' });
    expect(outcome).toEqual({ id: outcome.id, kind: 'carried-out', change: 3 });
    for (const member of ['anna', 'bertil']) {
      const content = contentsOf(await (await server.as(member)).pages()).get('case-1');
      expect(content?.case.tasks[0]).toMatchObject({ status: '0+', revision: outcome.id });
      expect(content?.log.at(-1)).toMatchObject({ what: 'received-confirmed', command: outcome.id, as: 'office' });
    }
  });

  test('sync 9: the same command again is answered with the same outcome and takes no number', async () => {
    const anna = await server.as('anna');
    const command = anna.command('confirm-received', 'case-1', { task: 'drying-1' });
    const [first] = await anna.post(command);
    const [second, third] = await anna.post(command, command);
    expect([second, third]).toEqual([first, first]);
    const next = await anna.issue('write-chat', 'case-1', { text: 'On the way' });
    expect(next).toMatchObject({ kind: 'carried-out', change: 4 });
  });

  test('sync 8: the same command on several ways at once is carried out once, and all are told the same', async () => {
    const anna = await server.as('anna');
    for (let round = 0; round < 5; round += 1) {
      const command = anna.command('write-chat', 'case-1', { text: `Round ${round}` });
      const answers = await Promise.all([anna.post(command), anna.post(command), anna.post(command)]);
      expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(answers[0]?.[0]).toMatchObject({ kind: 'carried-out', change: 3 + round });
    }
  });

  test('sync 9: the same id with another body is trouble, and the first outcome stands', async () => {
    const anna = await server.as('anna');
    const command = anna.command('write-chat', 'case-1', { text: 'One' });
    const other = { ...command, input: { text: 'Another' } };
    const outcomes = await anna.post(command, other, command);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['carried-out', 'trouble', 'carried-out']);
    expect(outcomes[1]).toMatchObject({ problem: 'other-body' });
    expect(
      contentsOf(await anna.pages())
        .get('case-1')
        ?.chat.map(({ text }) => text),
    ).toEqual(['One']);
  });

  test('sync 9: a refusal is an outcome, kept as it was when it would be allowed now', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const early = anna.command('start-task', 'case-1', { task: 'drying-1' });
    const [refused] = await anna.post(early);
    expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'status-conflict' } });
    await server.addCases('nordic-portal', [aContent({ id: 'case-3', tasks: [aTask({ status: 'B++' })] })]);
    expect((await anna.post(early))[0]).toEqual(refused);
    expect(await bertil.issue('write-chat', 'case-1', { text: 'x' })).toMatchObject({ kind: 'carried-out' });
  });

  test('sync 9: one id from two accounts is two commands, and never touches one thing twice', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const id = randomUUID();
    const byAnna = await anna.issue('write-chat', 'case-1', { text: 'Anna' }, { id });
    const elsewhere = await bertil.issue('write-chat', 'case-2', { text: 'Bertil' }, { id });
    expect([byAnna.kind, elsewhere.kind]).toEqual(['carried-out', 'carried-out']);
    const again = randomUUID();
    await anna.issue('write-chat', 'case-1', { text: 'Anna' }, { id: again });
    const same = await bertil.issue('write-chat', 'case-1', { text: 'Bertil' }, { id: again });
    expect(same).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } });
    const ids =
      contentsOf(await bertil.pages())
        .get('case-1')
        ?.chat.map((entry) => entry.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('sync 10: a command waits for the one it comes after; blocked is kept nowhere', async () => {
    const anna = await server.as('anna');
    const first = anna.command('start-task', 'case-1', { task: 'drying-1' });
    const second = anna.command('confirm-received', 'case-1', { task: 'drying-1' }, { after: first.id });
    const chat = anna.command('write-chat', 'case-1', { text: 'Independent' }, { after: first.id });
    const outcomes = await anna.post(second, first, second, chat);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['blocked', 'refused', 'blocked', 'carried-out']);
    expect(outcomes[0]).toEqual({ id: second.id, kind: 'blocked', by: first.id });
    const [freed] = await anna.post({ ...second, after: null });
    expect(freed).toMatchObject({ kind: 'carried-out' });
  });

  test('sync 10: what another account did of that id is not what a command waits for', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const chat = await bertil.issue('write-chat', 'case-2', { text: 'Bertil' });
    expect(chat.kind).toBe('carried-out');
    const waits = await anna.issue('confirm-received', 'case-1', { task: 'drying-1' }, { after: chat.id });
    expect(waits).toEqual({ id: waits.id, kind: 'blocked', by: chat.id });
  });

  test('sync 10: a chain of commands is carried out in one batch', async () => {
    const anna = await server.as('anna');
    const confirm = anna.command('confirm-received', 'case-1', { task: 'drying-1' });
    const assign = anna.command(
      'assign-members',
      'case-1',
      { task: 'drying-1', members: ['aki'] },
      { after: confirm.id },
    );
    const times = { task: 'drying-1', start: '2026-11-24T08:00:00.000Z', end: '2026-11-24T12:00:00.000Z' };
    const outcomes = await anna.post(confirm, assign, anna.command('set-time', 'case-1', times, { after: assign.id }));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['carried-out', 'carried-out', 'carried-out']);
    expect(contentsOf(await (await server.as('aki')).pages()).get('case-1')?.case.tasks[0]?.status).toBe('2');
  });

  test('sync 24: decided at is no later than received, and a clock far ahead is noted', async () => {
    const anna = await server.as('anna');
    const outcome = await anna.issue('write-chat', 'case-1', { text: 'x' }, { at: '2030-01-01T00:00:00.000Z' });
    const [message] = contentsOf(await anna.pages()).get('case-1')?.chat ?? [];
    expect(message?.at).toBe(message?.receivedAt);
    const row = await server.store.db
      .selectFrom('outcome')
      .select('skew')
      .where('command', '=', outcome.id)
      .executeTakeFirst();
    expect(row?.skew).toBeGreaterThan(1_000_000_000);
    await anna.issue('write-chat', 'case-1', { text: 'y' }, { at: '2026-11-20T08:00:00.000Z' });
    const [, old] = contentsOf(await anna.pages()).get('case-1')?.chat ?? [];
    expect(old?.at).toBe('2026-11-20T08:00:00.000Z');
  });

  test('sync 24: an approval by a clock that was behind is dated to the version that it approves', async () => {
    const budgets = [aBudget({ submittedAt: '2026-11-23T08:30:00.000Z' })];
    await server.changeCase('nordic-portal', 'case-1', { tasks: [aTask({ status: 'B' })], budgets });
    const [bertil, money] = [await server.as('bertil'), { amount: 420_000, currency: 'EUR' }];
    const more = { at: '2025-10-19T08:00:00.000Z', basedOn: 'revision-of-budget-1' };
    await bertil.issue('approve-budget', 'case-1', { budget: 'budget-1', version: 1, money }, more);
    const seen = contentsOf(await bertil.pages()).get('case-1');
    expect(seen?.case.budgets[0]?.approvals[0]?.at).toBe('2026-11-23T08:30:00.000Z');
    expect(seen?.log.at(-1)).toMatchObject({ what: 'budget-approved', at: '2026-11-23T08:30:00.000Z' });
  });

  test('sync 11: what binds is refused as stale when the thing seen has changed, and chat does not change it', async () => {
    const [bertil, cora] = [await server.as('bertil'), await server.as('cora')];
    const given = await bertil.issue('give-role-to-office', 'case-1', { office: 'arvio-kuopio' });
    await bertil.issue('write-chat', 'case-1', { text: 'Please pick a user' });
    const assign = { member: 'carla' };
    const blind = await cora.issue('assign-role-user', 'case-1', assign, { basedOn: null });
    expect(blind).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } });
    const seen = await cora.issue('assign-role-user', 'case-1', assign, { basedOn: given.id });
    expect(seen).toMatchObject({ kind: 'carried-out' });
    const late = await cora.issue('assign-role-user', 'case-1', { member: 'cecil' }, { basedOn: given.id });
    expect(late).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } });
  });

  test('sync 11: an older time that comes later does not overwrite the newer one, and hears whose that is', async () => {
    await server.addCases('nordic-portal', [aContent({ id: 'case-3', tasks: [aTask({ status: '1' })] })]);
    const [anna, aki] = [await server.as('anna'), await server.as('aki')];
    const times = (hour: number) => ({
      task: 'drying-1',
      start: `2026-12-01T${hour}:00:00.000Z`,
      end: '2026-12-01T23:00:00.000Z',
    });
    await anna.issue('assign-members', 'case-3', { task: 'drying-1', members: ['aki'] });
    const first = await aki.issue('set-time', 'case-3', times(10), { basedOn: 'drying-1' });
    const blind = { at: '2026-11-20T08:00:00.000Z' };
    for (const late of [blind, { basedOn: 'drying-1' }]) {
      expect(await anna.issue('set-time', 'case-3', times(14), late)).toMatchObject({
        kind: 'refused',
        refusal: { code: 'stale', changedBy: 'Aki Person' },
      });
    }
    const again = await anna.issue('set-time', 'case-3', times(14), { basedOn: first.id });
    const same = await aki.issue('set-time', 'case-3', times(14), { basedOn: first.id });
    expect([again.kind, same.kind]).toEqual(['carried-out', 'carried-out']);
    const seen = contentsOf(await anna.pages()).get('case-3');
    expect(seen?.case.tasks[0]).toMatchObject({ plannedStart: times(14).start, timeSet: { command: again.id } });
    expect(seen?.log.filter(({ what }) => what === 'time-set')).toHaveLength(2);
  });

  test('sync 11: a role given offline on none does not wipe an answer of the office that came meanwhile', async () => {
    const [bertil, cora] = [await server.as('bertil'), await server.as('cora')];
    const office = { office: 'arvio-kuopio' };
    const offline = bertil.command('give-role-to-office', 'case-1', office, { at: '2026-11-20T08:00:00.000Z' });
    const given = await (await server.as('birgit')).issue('give-role-to-office', 'case-1', office);
    const declined = await cora.issue('decline-role', 'case-1', { reason: 'No capacity' }, { basedOn: given.id });
    expect((await bertil.post(offline))[0]).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale', changedBy: 'Cora Person' },
    });
    expect(contentsOf(await bertil.pages()).get('case-1')?.case).toMatchObject({
      roleDeclined: { reason: 'No capacity' },
      roleEnded: { command: declined.id },
    });
    const anew = await bertil.issue('give-role-to-office', 'case-1', office, { basedOn: declined.id });
    expect(anew.kind).toBe('carried-out');
  });

  test('sync 11: a stale refusal of a task says who changed it and when', async () => {
    await server.addCases('nordic-portal', [aContent({ id: 'case-3', tasks: [aTask({ status: '4' })] })]);
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const seen = 'revision-of-drying-1';
    const back = await (
      await server.as('birgit')
    ).issue('send-back-task', 'case-3', { task: 'drying-1', reason: 'One wall is wet.' }, { basedOn: seen });
    const again = await anna.issue('complete-task', 'case-3', { task: 'drying-1' });
    expect([back.kind, again.kind]).toEqual(['carried-out', 'carried-out']);
    const late = await bertil.issue('approve-task', 'case-3', { task: 'drying-1' }, { basedOn: seen });
    const completed = contentsOf(await bertil.pages())
      .get('case-3')
      ?.log.at(-1);
    expect(late).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale', changedBy: 'Anna Person', changedAt: completed?.at },
    });
  });

  test('sync 21: a budget that is not seen is not there, for a project manager without a right on budgets either', async () => {
    const anna = await server.as('anna');
    const managed = aTask({ id: 'pm', type: 'management', kind: 'project-management', responsibles: [annaRef] });
    const rivals = aTask({ id: 'rivals', status: 'B', office: 'rival-kuopio', company: 'rival' });
    const theirs = { company: 'rival', tasks: ['rivals'], submittedBy: carla } as const;
    const approval = { version: 1, by: carla, as: 'insurer', amount: 1, previous: 0, at: monday } as const;
    const budgets = [
      aBudget({ ...theirs, id: 'waits', money: { amount: 1, currency: 'EUR' } }),
      aBudget({ ...theirs, id: 'done', state: 'approved', approvals: [approval] }),
    ];
    await server.addCases('nordic-portal', [aContent({ id: 'case-3', tasks: [managed, rivals], budgets })]);
    const seen = { version: 1, money: { amount: 1, currency: 'EUR' } };
    const more = { basedOn: 'revision-of-budget-1' };
    const fresh = { tasks: ['rivals'], description: 'x', comment: '', money: seen.money, file: aFile() };
    const answersOn = async (budget: string) => [
      await anna.issue('approve-budget', 'case-3', { budget, ...seen }, more),
      await anna.issue('reject-budget', 'case-3', { budget, version: 1, reason: 'x' }, more),
      await anna.issue('forward-budget', 'case-3', { budget, version: 1, note: '' }, more),
      await anna.issue('submit-budget', 'case-3', { ...fresh, revises: budget }, more),
    ];
    const refusals = async (budget: string) =>
      (await answersOn(budget)).map((answer) => ('refusal' in answer ? answer.refusal : answer));
    const unknown = await refusals('no-such-budget');
    expect(unknown.slice(0, 3)).toEqual(
      Array(3).fill({ code: 'no-role-in-case', grantor: 'insurer', right: 'budget.approve' }),
    );
    expect(await refusals('waits')).toEqual(unknown);
    expect(await refusals('done')).toEqual(unknown);
  });

  test('a second start changes nothing, is carried out, and writes nothing', async () => {
    await server.addCases('nordic-portal', [aContent({ id: 'case-3', tasks: [aTask({ status: '3' })] })]);
    const anna = await server.as('anna');
    const before = cursorOf(await anna.pages());
    expect(await anna.issue('start-task', 'case-3', { task: 'drying-1' })).toMatchObject({ kind: 'carried-out' });
    const delta = await anna.delta(before);
    expect(lineOf(delta, 'rows')?.rows).toEqual([]);
    expect(cursorOf(delta).number).toBe(before.number + 1);
  });

  test('the insurer’s people neither put out the operator’s nor who stands above, and nobody raises himself', async () => {
    const [bertil, oona, rights] = [await server.as('bertil'), await server.as('oona'), { rights: [] }];
    const given = [
      await bertil.issue('change-member', 'oona', { active: false }),
      await bertil.issue('change-member', 'oona', { level: 0 }),
      await bertil.issue('change-member', 'bertil', { level: 6 }),
      await bertil.issue('change-member', 'birgit', { level: 6 }),
    ];
    const codes = given.map((each) => (each.kind === 'refused' ? each.refusal.code : each.kind));
    expect(codes).toEqual(['operator-only', 'operator-only', 'own-level', 'level-too-low']);
    expect((await oona.issue('change-rights', 'nordic-portal', rights)).kind).toBe('carried-out');
    await inChange(server.deps, 'nordic-portal', async (change) => {
      await change.db.updateTable('membership').set({ level: 6 }).where('member', '=', 'birgit').execute();
      await noteDirectoryChange(change, { members: [{ id: 'birgit', company: 'nordic' }] });
    });
    expect(await bertil.issue('mark-member', 'birgit', { marked: false, limit: { kind: 'default' } })).toMatchObject({
      kind: 'refused',
    });
    expect(await bertil.issue('change-member', 'birgit', { active: false })).toMatchObject({ kind: 'refused' });
  });

  test('a portal one is no member of answers like one that does not exist', async () => {
    const anna = await server.as('anna');
    const foreign = anna.command('write-chat', 'case-1', { text: 'x' }, { portal: 'southern-portal' });
    const rita = await server.as('rita');
    const [closed] = await rita.post({ ...foreign, account: rita.account });
    const [none] = await rita.post({ ...foreign, account: rita.account, portal: 'no-portal' });
    expect(closed).toEqual(none);
    expect(closed).toMatchObject({ kind: 'trouble', problem: 'not-understood' });
  });

  test('sync 8: a session ended while its batch comes in carries out nothing more', async () => {
    const anna = await server.as('anna');
    const command = anna.command('write-chat', 'case-1', { text: 'x' });
    const caller = await server.deps.accounts.authenticate(new Headers({ authorization: anna.authorization() }));
    if (!caller) throw new Error('not signed in');
    await server.deps.accounts.revokeAll(caller.person);
    await expect(carryOut(server.deps, caller, { command, asIssued: command, asSent: command })).rejects.toThrow(
      'session has ended',
    );
    const number = await server.store.db
      .selectFrom('portal_counter')
      .select('number')
      .where('portal', '=', 'nordic-portal')
      .executeTakeFirst();
    expect(number?.number).toBe(2);
  });

  test('the role user keeps a case as company header turns into content, and back', async () => {
    await server.addCases('nordic-portal', [aContent({ id: 'case-3', tasks: [], role: aRole() })]);
    const [cora, carla] = [await server.as('cora'), await server.as('carla')];
    expect(contentsOf(await cora.pages()).get('case-3')?.case.hidden).toContain('chat');
    expect(contentsOf(await carla.pages()).get('case-3')?.case.hidden).toContain('chat');
    await cora.issue('assign-role-user', 'case-3', { member: 'carla' }, { basedOn: 'revision-of-role' });
    expect(contentsOf(await carla.pages()).get('case-3')?.case.hidden).toEqual([]);
    expect(contentsOf(await cora.pages()).get('case-3')?.case.hidden).toContain('chat');
  });
});
