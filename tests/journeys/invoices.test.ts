import { uuidv7 } from 'uuidv7';
import { expect, onTestFinished, test } from 'vitest';
import type { FileRef } from '../../shared/domain/document/document.ts';
import { aBudget, aContent, anna, aRole, aTask, bertil, carla, monday } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { anEntry } from '../support/invoices.ts';
import { anApp, type App } from '../support/journeys/app.ts';
import { aMovableServer } from '../support/journeys/movable-server.ts';

const portal = 'nordic-portal';
const on = (id: string) => ({ portal, subject: { kind: 'case', id } as const });
const tasks = [aTask({ status: '3', responsibles: [anna] })];
const approval = { version: 1, by: bertil, as: 'insurer', amount: 300_000, previous: 0, at: monday } as const;
const role = aRole({ user: carla, userAssignedAt: '2026-11-23T08:30:00.000Z' });
const cases = ['case-1', 'case-2'].map((id) =>
  aContent({ id, number: id, role, tasks, budgets: [aBudget({ state: 'approved', approvals: [approval] })] }),
);

async function invoicesIn(app: App, id: string) {
  const open = await app.running().desk.openCase({ portal, case: id });
  return open?.content.case.invoices ?? [];
}

/** A file that the desk keeps, as the form names it. */
async function aKeptFile(app: App, text: string): Promise<FileRef> {
  const kept = await app.running().at.desk.files.keep(new TextEncoder().encode(text));
  if (!kept.ok) throw new Error('the file was not kept');
  const { sha256, size } = kept;
  return { file: uuidv7(), name: 'invoice.pdf', size, sha256, mediaType: 'application/pdf' };
}

const codesOf = (app: App) =>
  app
    .running()
    .desk.state()
    .refusals.map(({ refusal }) => refusal?.code);
const kindsOf = (app: App) =>
  app
    .running()
    .desk.state()
    .rows.flatMap(({ actions }) => actions.map(({ kind }) => kind));

test.each(engines)(
  'a partner sends an invoice offline and through a kill, the insurer approves it, the External case handler cannot, on $engine',
  async ({ engine }) => {
    const members = ['anna', 'bertil', 'carla'];
    const world = await aMovableServer(engine, { cases: { [portal]: cases }, members });
    const apps = await Promise.all(members.map((member) => anApp(world, member)));
    onTestFinished(async () => {
      for (const app of apps) await app.close();
      await world.close();
    });
    const [hers, his, role1] = apps;
    if (!hers || !his || !role1) throw new Error('an app is missing');
    for (const app of apps) await app.sync();

    // Anna is in a basement; the same number in another case is found out on her own computer.
    hers.cable.pulled = true;
    const kept = await aKeptFile(hers, 'invoice');
    const add = (id: string, number: string) =>
      hers.running().desk.issue({ ...on(id), name: 'add-invoice', input: { ...anEntry({ number }), file: kept } });
    expect(await add('case-1', 'KP 1')).toMatchObject({ ok: true });
    const numbers = hers
      .running()
      .desk.state()
      .rows.flatMap(({ row }) => row.invoices ?? []);
    expect(numbers).toMatchObject([{ company: 'kuivaus', number: 'KP 1', waits: true }]);
    expect(await add('case-1', 'kp1')).toMatchObject({ refusal: { code: 'invoice-number-taken' } });
    await hers.kill();
    await hers.start();
    expect(await invoicesIn(hers, 'case-1')).toMatchObject([{ number: 'KP 1', state: 'entered' }]);
    hers.cable.heal();
    await hers.sync();
    await hers.sync();
    expect(hers.running().loop.state()).toMatchObject({ waiting: 0, attention: 0 });

    // Who handles the case sees it with the budgets and has no way to decide on it.
    await role1.sync();
    const [seen] = await invoicesIn(role1, 'case-1');
    if (!seen) throw new Error('the invoice is not seen');
    const decision = { input: { invoice: seen.id, money: seen.money }, seen: seen.revision };
    const approve = (app: App) => app.running().desk.issue({ ...on('case-1'), name: 'approve-invoice', ...decision });
    expect(await approve(role1)).toMatchObject({ ok: false, refusal: { code: 'insurer-only' } });
    expect(kindsOf(role1)).not.toContain('approve-invoices');

    // The insurer is told, and decides on it offline as well.
    await his.sync();
    expect(kindsOf(his)).toContain('approve-invoices');
    his.cable.pulled = true;
    expect(await approve(his)).toMatchObject({ ok: true });
    his.cable.heal();
    await his.sync();
    await his.sync();
    expect(kindsOf(his)).not.toContain('approve-invoices');
    await hers.sync();
    expect(await invoicesIn(hers, 'case-1')).toMatchObject([
      { state: 'approved', decided: { by: { member: 'bertil' } } },
    ]);
    expect(
      hers
        .running()
        .desk.state()
        .notices.map(({ kind }) => kind),
    ).toContain('invoice-approved');

    // A number that another desk of the company used meanwhile is refused on arrival, with what was typed.
    const second = await anApp(world, 'anna');
    onTestFinished(() => second.close());
    await second.sync();
    second.cable.pulled = true;
    const again = await aKeptFile(second, 'another');
    const late = {
      ...on('case-2'),
      name: 'add-invoice',
      input: { ...anEntry({ number: 'KP 2' }), file: again },
    } as const;
    expect(await second.running().desk.issue(late)).toMatchObject({ ok: true });
    const third = await aKeptFile(hers, 'a third');
    const first = {
      ...on('case-1'),
      name: 'add-invoice',
      input: { ...anEntry({ number: 'kp 2' }), file: third },
    } as const;
    expect(await hers.running().desk.issue(first)).toMatchObject({ ok: true });
    await hers.sync();
    second.cable.heal();
    await second.sync();
    expect(codesOf(second)).toEqual(['invoice-number-taken']);
    expect(second.running().desk.state().refusals[0]?.command?.input).toMatchObject({ number: 'KP 2', file: again });
    expect(await invoicesIn(second, 'case-2')).toEqual([]);
  },
);
