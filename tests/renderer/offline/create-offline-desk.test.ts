// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { OfflineDesk } from '../../../renderer/offline/offline-desk.ts';
import { aBudget, aContent, aDirectory, anInsurer, aStanding, aTask, anna, carla } from '../../support/builders.ts';
import { aDisk, firstSync, openAccount } from '../../support/offline/an-account.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';
import { annasDesk, chat, confirm, key, portal, subject } from '../../support/offline/annas-desk.ts';

describe('after a crash', () => {
  test('sync 1: everything issued is there again, shown as waiting over the confirmed case', async () => {
    const disk = aDisk();
    const before = await annasDesk(disk);
    await confirm(before.desk);
    await chat(before.desk, 'typed offline');
    await before.at.kill();
    const { desk } = await openAccount(disk);
    expect(desk.state().outbox.map(({ state, command }) => [state, command?.name])).toEqual([
      ['waiting', 'confirm-received'],
      ['waiting', 'write-chat'],
    ]);
    const open = await desk.openCase(key);
    expect(open?.content.case.tasks[0]?.status).toBe('0+');
    expect(open?.content.chat.map(({ text }) => text)).toEqual(['typed offline']);
  });

  test('sync 16: what an older app wrote and no longer parses is kept raw and shown', async () => {
    const disk = aDisk();
    const before = await annasDesk(disk);
    await before.at.journal.append({ name: 'send-fax', number: '123' }, 0);
    await before.at.kill();
    const { desk } = await openAccount(disk);
    expect(desk.state().outbox).toMatchObject([{ command: null, raw: { name: 'send-fax', number: '123' } }]);
  });
});

describe('taking back and offering again', () => {
  test('sync 12: an unsent command is taken back here, a sent one is to be cancelled by the portal server', async () => {
    const { desk, fed } = await annasDesk();
    await chat(desk, 'one');
    await chat(desk, 'two');
    await fed.mark([{ position: 2, state: 'sent' }]);
    await desk.discard(1);
    await desk.discard(2);
    expect(desk.state().outbox).toMatchObject([{ position: 2, state: 'sent', cancelling: true }]);
    expect((await desk.openCase(key))?.content.chat).toEqual([]);
  });

  test('sync 10: a blocked command is offered again at the end of the queue under its own id', async () => {
    const disk = aDisk();
    const { desk, fed, at } = await annasDesk(disk);
    await confirm(desk);
    await chat(desk, 'between');
    await fed.mark([{ position: 1, state: 'blocked' }]);
    const [blocked] = desk.state().outbox;
    const answer = await desk.retry(1);
    expect(answer).toMatchObject({ ok: true, id: blocked?.command?.id });
    expect(desk.state().outbox.map(({ state, command }) => [state, command?.name])).toEqual([
      ['waiting', 'write-chat'],
      ['waiting', 'confirm-received'],
    ]);
    await at.kill();
    const again = await openAccount(disk);
    expect(again.desk.state().outbox.map(({ command }) => command?.name)).toEqual(['write-chat', 'confirm-received']);
  });
});

describe('deciding anew what was held back', () => {
  const start = (desk: OfflineDesk, task: string) =>
    desk.issue({ portal, name: 'start-task', subject, input: { task } });
  const ready = [aTask({ status: 'B++' }), aTask({ id: 'painting-1', type: 'painting', status: 'B++' })];

  test('sync 12: the later decision takes its place, and the portal server is asked to cancel the one it had been sent', async () => {
    const { desk, fed, at } = await annasDesk();
    await fed.applyDelta(
      portal,
      await anAnswer({ cases: [aContent({ tasks: ready })], cursor: { number: 2, mark: 'm2' } }),
    );
    await start(desk, 'drying-1');
    await start(desk, 'painting-1');
    await fed.mark([
      { position: 1, state: 'blocked' },
      { position: 2, state: 'blocked' },
    ]);
    await start(desk, 'drying-1');
    expect(desk.state().outbox.map(({ state, cancelling }) => [state, cancelling])).toEqual([
      ['sent', true],
      ['blocked', false],
      ['waiting', false],
    ]);
    expect(at.journal.read().items).toMatchObject([{ state: 'sent', detail: { cancel: true } }, {}, {}]);
    expect((await desk.openCase(key))?.content.case.tasks[0]?.status).toBe('3');
  });

  test('the other answer to the same question takes its place too; another question does not', async () => {
    const { desk, fed } = await openAccount(aDisk());
    const budgets = [aBudget(), aBudget({ id: 'budget-2' })];
    await firstSync(fed, { standing: anInsurer(), cases: [aContent({ tasks: [aTask({ status: 'B' })], budgets })] });
    const reject = (budget: string) =>
      desk.issue({
        portal,
        name: 'reject-budget',
        subject,
        input: { budget, version: 1, reason: 'too much' },
        seen: 'revision-of-budget-1',
      });
    await reject('budget-1');
    await reject('budget-2');
    await fed.mark([
      { position: 1, state: 'blocked' },
      { position: 2, state: 'blocked' },
    ]);
    const money = { amount: 420_000, currency: 'EUR' };
    const input = { budget: 'budget-1', version: 1, money };
    const answer = await desk.issue({ portal, name: 'approve-budget', subject, input, seen: 'revision-of-budget-1' });
    expect(answer.ok).toBe(true);
    expect(desk.state().outbox.map(({ state, cancelling }) => [state, cancelling])).toEqual([
      ['sent', true],
      ['blocked', false],
      ['waiting', false],
    ]);
  });

  test('what the rules refuse takes no place', async () => {
    const { desk, fed } = await annasDesk();
    await confirm(desk);
    await fed.mark([{ position: 1, state: 'blocked' }]);
    const moved = aContent({ tasks: [aTask({ status: '1' })] });
    await fed.applyDelta(portal, await anAnswer({ cases: [moved], cursor: { number: 2, mark: 'm2' } }));
    expect(await confirm(desk)).toMatchObject({ ok: false, kind: 'refused' });
    expect(desk.state().outbox).toMatchObject([{ state: 'blocked', cancelling: false }]);
  });
});

describe('unread', () => {
  test('a waiting mark counts at once', async () => {
    const entry = { id: 'x', by: carla, companyName: 'Arvio', text: 'hello', at: '', receivedAt: '' };
    const { desk, fed } = await annasDesk();
    await fed.applyDelta(portal, await anAnswer({ cases: [{ ...aContent(), chat: [entry, entry] }] }));
    expect(desk.state().rows[0]?.unread).toBe(2);
    const input = { case: 'case-1', messages: 2 };
    const answer = await desk.issue({ portal, name: 'mark-read', subject: { kind: 'member', id: 'anna' }, input });
    expect(answer.ok).toBe(true);
    expect(desk.state().rows[0]?.unread).toBe(0);
    expect((await desk.openCase(key))?.read).toBe(2);
  });

  test('the own messages behind a mark that waits are no news', async () => {
    const { desk, fed } = await annasDesk();
    const [theirs, own] = [carla, anna].map((by) => ({
      id: by.member,
      by,
      companyName: 'Arvio',
      text: 'hello',
      at: '',
      receivedAt: '',
    }));
    const chat = [theirs, theirs, own, own].flatMap((each) => each ?? []);
    await fed.applyDelta(portal, await anAnswer({ cases: [{ ...aContent(), chat }], reading: {} }));
    const input = { case: subject.id, messages: 1 };
    await desk.issue({ portal, name: 'mark-read', subject: { kind: 'member', id: 'anna' }, input });
    expect(desk.state().rows[0]?.unread).toBe(1);
    expect((await desk.openCase(key))?.read).toBe(3);
  });

  test('what the portal server says is read is read after a restart', async () => {
    const disk = aDisk();
    const entry = { id: 'x', by: carla, companyName: 'Arvio', text: 'hello', at: '', receivedAt: '' };
    const before = await annasDesk(disk);
    const cases = [{ ...aContent(), chat: [entry, entry] }];
    await before.fed.applyDelta(portal, await anAnswer({ cases, reading: { 'case-1': 1 } }));
    await before.at.kill();
    const { desk } = await openAccount(disk);
    expect(desk.state().rows[0]?.unread).toBe(1);
  });
});

test('what still waits is there with the first sync, and what came between two copies is not lost', async () => {
  const disk = aDisk();
  const account = await openAccount(disk);
  const told = (id: string) => ({ id, kind: 'role-given', case: 'case-1', number: 'NM-1', at: id }) as const;
  const first = { standing: aStanding(), cases: [aContent()] };
  await firstSync(account.fed, { ...first, notices: [told('1'), told('2')] });
  await account.fed.startAgain(portal, 'unknown-cursor');
  await account.fed.storePage(
    portal,
    await anAnswer({ ...first, directory: aDirectory(), notices: [told('2'), told('3')] }),
  );
  await account.fed.applyDelta(portal, await anAnswer({}));
  expect(account.desk.state().notices.map(({ id }) => id)).toEqual(['3', '2', '1']);
});

test('the clock alone makes a row overdue', async () => {
  const account = await openAccount(aDisk());
  const target = { near: '2026-11-23T10:00:00.000Z', due: '2026-11-23T11:00:00.000Z' };
  await firstSync(account.fed, {
    standing: anInsurer(),
    cases: [aContent({ budgets: [aBudget({ target })] })],
  });
  const stateAt = (now: string) => {
    account.clock.now = now;
    account.tick();
    return account.desk.state().rows[0]?.actions[0]?.state;
  };
  expect(stateAt('2026-11-23T09:59:00.000Z')).toBe('on-time');
  expect(stateAt('2026-11-23T10:00:00.000Z')).toBe('near');
  expect(stateAt('2026-11-23T11:01:00.000Z')).toBe('overdue');
  expect(stateAt('2026-11-23T10:30:00.000Z')).toBe('near');
});

test('sync 29: every place that keeps case content is told before the withdrawal is committed', async () => {
  const { desk, fed } = await annasDesk();
  expect(desk.places()).toEqual(['desk', 'index']);
  const cursors: unknown[] = [];
  const stop = desk.registerForget('an open dialog', async (subject) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    cursors.push([subject.case, fed.place(portal)]);
  });
  const withdrawn = [{ case: 'case-1', number: 'N', at: '2026-11-23T09:00:00.000Z', reason: 'role-removed' }] as const;
  await fed.applyDelta(portal, await anAnswer({ withdrawn, cursor: { number: 7, mark: 'm7' } }));
  expect(cursors).toEqual([['case-1', { kind: 'delta', cursor: { number: 1, mark: 'm1' } }]]);
  expect(fed.place(portal)).toEqual({ kind: 'delta', cursor: { number: 7, mark: 'm7' } });
  stop();
  expect(desk.places()).toEqual(['desk', 'index']);
});

test('sync 29: where a place cannot forget, the cursor stays and the withdrawal comes again', async () => {
  const { desk, fed } = await annasDesk();
  const stop = desk.registerForget('a locked file', () => Promise.reject(new Error('locked')));
  const withdrawn = [{ case: 'case-1', number: 'N', at: '2026-11-23T09:00:00.000Z', reason: 'role-removed' }] as const;
  const answer = await anAnswer({ withdrawn, cursor: { number: 7, mark: 'm7' } });
  await expect(fed.applyDelta(portal, answer)).rejects.toThrow('locked');
  expect(fed.place(portal)).toEqual({ kind: 'delta', cursor: { number: 1, mark: 'm1' } });
  stop();
  await fed.applyDelta(portal, answer);
  expect(fed.place(portal)).toEqual({ kind: 'delta', cursor: { number: 7, mark: 'm7' } });
});
