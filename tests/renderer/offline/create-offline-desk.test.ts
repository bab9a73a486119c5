// @vitest-environment node
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { commandBook } from '../../../shared/domain/command-book.ts';
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

describe('replay', () => {
  test('a deed is checked once and made once, however many wait before it', async () => {
    const { desk } = await annasDesk();
    for (let nth = 1; nth <= 20; nth += 1) await chat(desk, `message ${nth}`);
    const page = commandBook['write-chat'];
    const [checked, made] = [vi.spyOn(page, 'check'), vi.spyOn(page, 'decide')];
    onTestFinished(() => {
      for (const spy of [checked, made]) spy.mockRestore();
    });
    await chat(desk, 'one more');
    expect((await desk.openCase(key))?.content.chat).toHaveLength(21);
    expect([checked.mock.calls.length, made.mock.calls.length]).toEqual([1, 1]);
  });

  test('sync 14: a waiting command that no longer applies is skipped and flagged, and still waits', async () => {
    const { desk, fed } = await annasDesk();
    await confirm(desk);
    const moved = aContent({ tasks: [aTask({ status: '1' })] });
    await fed.applyDelta(portal, await anAnswer({ cases: [moved], cursor: { number: 2, mark: 'm2' } }));
    expect(desk.state().outbox).toMatchObject([{ state: 'waiting', forecast: { code: 'status-conflict' } }]);
    expect((await desk.openCase(key))?.content.case.tasks[0]?.status).toBe('1');
  });

  test('sync 20: a command is shown once when its effect came and it is done', async () => {
    const { desk, fed, at } = await annasDesk();
    const issued = await chat(desk, 'hello');
    const id = issued.ok ? issued.id : '';
    const entry = { id: `${id}-0`, by: carla, companyName: 'Arvio', text: 'hello', at: '', receivedAt: '' };
    const after = { ...aContent(), chat: [entry] };
    await fed.applyDelta(portal, await anAnswer({ cases: [after], own: [id], more: true }));
    expect((await desk.openCase(key))?.content.chat).toHaveLength(1);
    expect(desk.state().outbox).toHaveLength(1);
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'carried-out' }] }));
    expect(desk.state().outbox).toEqual([]);
    expect((await desk.openCase(key))?.content.chat).toHaveLength(1);
    expect(at.journal.read().items).toMatchObject([{ state: 'done' }]);
  });

  test('sync 20: what waits is asked about once after a start, and not again before it is posted', async () => {
    const disk = aDisk();
    const before = await openAccount(disk);
    await firstSync(before.fed, { cases: [aContent()] });
    const answer = await before.desk.issue({ portal, name: 'write-chat', subject, input: { text: 'waits' } });
    expect(before.fed.toName(portal)).toEqual([]);
    await before.at.kill();
    const { fed } = await openAccount(disk);
    const id = answer.ok ? answer.id : '';
    expect(fed.toName(portal)).toEqual([id]);
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'unknown' }] }));
    expect(fed.toName(portal)).toEqual([]);
  });

  test('sync 20: while a new generation is fetched, what it contains is not done before it is read', async () => {
    const { desk, fed, at } = await annasDesk();
    const issued = await confirm(desk);
    const id = issued.ok ? issued.id : '';
    await fed.startAgain(portal, 'horizon');
    const after = aContent({ tasks: [aTask({ status: '0+', revision: id })] });
    await fed.storePage(portal, await anAnswer({ standing: aStanding(), directory: aDirectory(), cases: [after] }));
    await fed.applyDelta(portal, await anAnswer({ more: true, contained: [{ id, kind: 'carried-out' }] }));
    expect(at.journal.read().items).toMatchObject([{ state: 'waiting' }]);
    expect((await desk.openCase(key))?.content.case.tasks[0]?.status).toBe('0+');
    await fed.applyDelta(portal, await anAnswer({}));
    expect(at.journal.read().items).toMatchObject([{ state: 'done' }]);
    expect((await desk.openCase(key))?.confirmed.case.tasks[0]?.status).toBe('0+');
  });

  test('a refusal of the portal server stays with what was typed until it is closed', async () => {
    const { desk, fed } = await annasDesk();
    const issued = await chat(desk, 'hello');
    const id = issued.ok ? issued.id : '';
    const refusal = { code: 'case-closed', grantor: 'insurer' };
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'refused', refusal }] }));
    expect(desk.state().refusals).toMatchObject([{ refusal, command: { input: { text: 'hello' } } }]);
    expect((await desk.openCase(key))?.content.chat).toEqual([]);
    await desk.closeRefusal(desk.state().refusals[0]?.position ?? 0);
    expect(desk.state().refusals).toEqual([]);
  });

  test('sync 18: a command that the portal server had acknowledged and lost is posted again', async () => {
    const { desk, fed } = await annasDesk();
    const issued = await confirm(desk);
    const id = issued.ok ? issued.id : '';
    const position = issued.ok ? issued.position : 0;
    await fed.mark([{ position, state: 'carried-out' }]);
    expect(fed.toName(portal)).toEqual([id]);
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'unknown' }] }));
    expect(desk.state().outbox).toMatchObject([{ state: 'sent' }]);
  });

  test('sync 18: after a reset, what the portal server lost is shown: send again or discard', async () => {
    const { desk, fed } = await annasDesk();
    const issued = await confirm(desk);
    const id = issued.ok ? issued.id : '';
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'carried-out' }] }));
    expect(fed.toName(portal)).toEqual([]);
    await fed.startAgain(portal, 'unknown-cursor');
    await fed.storePage(
      portal,
      await anAnswer({ standing: aStanding(), directory: aDirectory(), cases: [aContent()] }),
    );
    expect(fed.toName(portal)).toEqual([id]);
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'unknown' }] }));
    expect(desk.state().outbox).toMatchObject([{ state: 'attention', trouble: { tries: 0 } }]);
    await desk.retry(desk.state().outbox[0]?.position ?? 0);
    expect(desk.state().outbox).toMatchObject([{ state: 'sent', trouble: null }]);
  });

  test('sync 18: how far somebody has read is told again after a reset, and asked nobody', async () => {
    const { desk, fed } = await annasDesk();
    const input = { case: subject.id, messages: 1 };
    const issued = await desk.issue({ portal, name: 'mark-read', subject: { kind: 'member', id: 'anna' }, input });
    const id = issued.ok ? issued.id : '';
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'carried-out' }] }));
    await fed.startAgain(portal, 'unknown-cursor');
    await fed.storePage(
      portal,
      await anAnswer({ standing: aStanding(), directory: aDirectory(), cases: [aContent()] }),
    );
    await fed.applyDelta(portal, await anAnswer({ contained: [{ id, kind: 'unknown' }] }));
    expect(desk.state().outbox).toMatchObject([{ state: 'sent', trouble: null }]);
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
