// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { aCaseHandler, aContent, aRole, aTask, carla, settingsWithRole } from '../../support/builders.ts';
import { aDisk, firstSync, openAccount } from '../../support/offline/an-account.ts';
import { annasDesk, chat, confirm, key, portal, subject } from '../../support/offline/annas-desk.ts';

describe('issuing', () => {
  test('a command is durable, waits in the outbox and changes what is shown', async () => {
    const { desk, at } = await annasDesk();
    const answer = await confirm(desk);
    expect(answer).toMatchObject({ ok: true, position: 1 });
    expect(at.journal.read().items).toMatchObject([{ position: 1, state: 'waiting' }]);
    const open = await desk.openCase(key);
    expect(open?.content.case.tasks[0]?.status).toBe('0+');
    expect(open?.confirmed.case.tasks[0]?.status).toBe('0');
    expect(open?.waiting).toMatchObject([{ state: 'waiting', caseNumber: 'NM-2026-00001' }]);
    expect(desk.state().rows[0]?.row.tasks[0]?.status).toBe('0+');
    expect(desk.state().rows[0]?.actions.map(({ kind }) => kind)).toEqual(['assign-members']);
  });

  test('what the rules refuse is not written', async () => {
    const { desk, at } = await annasDesk();
    const answer = await desk.issue({ portal, name: 'complete-task', subject, input: { task: 'drying-1' } });
    expect(answer).toMatchObject({ ok: false, kind: 'refused', refusal: { code: 'status-conflict' } });
    expect(at.journal.read().items).toEqual([]);
  });

  test('a case that is not held is refused like one that does not exist', async () => {
    const { desk } = await annasDesk();
    const answer = await desk.issue({
      portal,
      name: 'write-chat',
      subject: { kind: 'case', id: 'elsewhere' },
      input: { text: 'hello' },
    });
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'case-not-found' } });
  });

  test('text that does not fit the contract is not kept, and the form is told', async () => {
    const { desk } = await annasDesk();
    expect(await chat(desk, '   ')).toEqual({ ok: false, kind: 'not-kept', reason: 'not-understood' });
  });

  test('a disk that takes no more keeps nothing and says so', async () => {
    const { desk, at } = await annasDesk();
    await at.journal.close();
    expect(await chat(desk, 'hello')).toMatchObject({ ok: false, kind: 'not-kept' });
    expect(desk.state().outbox).toEqual([]);
  });

  test('sync 10: a command names the waiting one before it on that case, chat names none and is named by none', async () => {
    const { desk, at } = await annasDesk();
    const first = await confirm(desk);
    await chat(desk, 'on our way');
    const assign = { task: 'drying-1', members: ['anna'] };
    await desk.issue({ portal, name: 'assign-members', subject, input: assign });
    const commands = at.journal.read().items.map(({ command }) => command);
    expect(commands).toMatchObject([
      { name: 'confirm-received', after: null },
      { name: 'write-chat', after: null },
      { name: 'assign-members', after: first.ok ? first.id : '' },
    ]);
  });

  test('sync 14: where the app may not see what a decision needs, the command waits without a guessed effect', async () => {
    const account = await openAccount(aDisk());
    const role = aRole({ user: carla });
    const task = aTask({ status: '4', company: 'kuivaus' });
    await firstSync(account.fed, {
      standing: aCaseHandler({ settings: settingsWithRole({ rights: ['tasks.approve'] }) }),
      cases: [aContent({ role, tasks: [task] })],
    });
    const answer = await account.desk.issue({
      portal,
      name: 'approve-task',
      subject,
      input: { task: task.id },
      seen: task.revision,
    });
    expect(answer.ok).toBe(true);
    const open = await account.desk.openCase(key);
    expect(open?.content.case.tasks[0]?.status).toBe('4');
    expect(open?.fates).toMatchObject([{ kind: 'undecided' }]);
  });

  test('sync 11: an office is changed as it was seen, and again on top of the own change that waits', async () => {
    const { desk } = await annasDesk();
    const office = { kind: 'office', id: 'kuopio' } as const;
    const change = (input: { available?: boolean; services?: string[] }, seen: string) =>
      desk.issue({ portal, name: 'change-office', subject: office, input, seen });
    const refusal = { code: 'stale' };
    expect(await change({ available: false }, 'another')).toMatchObject({ kind: 'refused', refusal });
    const first = await change({ available: false }, 'kuopio');
    const second = await change({ services: [] }, first.ok ? first.id : '');
    expect([first.ok, second.ok]).toEqual([true, true]);
  });

  test('sync 28: a command carries ids and what was typed, never copied case content', async () => {
    const { desk, at } = await annasDesk();
    await confirm(desk);
    const text = JSON.stringify(at.journal.read().items);
    expect(text).not.toContain('Water in the cellar');
    expect(text).not.toContain('NM-2026-00001');
  });
});
