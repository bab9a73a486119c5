// @vitest-environment node
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { commandBook } from '../../../shared/domain/command-book.ts';
import { aContent, aDirectory, aStanding, aTask, carla } from '../../support/builders.ts';
import { aDisk, firstSync, openAccount } from '../../support/offline/an-account.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';
import { annasDesk, chat, confirm, key, portal, subject } from '../../support/offline/annas-desk.ts';

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
