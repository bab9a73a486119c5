import { loadCase } from '../../../portal/commands/case-content.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJobs, type Jobs } from '../../../portal/jobs/create-jobs.ts';
import { mailWork } from '../../../portal/mail/mail-work.ts';
import { addMails } from '../../../portal/mail/add-mails.ts';
import { sweepMails } from '../../../portal/mail/sweep-mails.ts';
import { databaseTime } from '../../../portal/store/database-time.ts';
import type { MailTransport, OutgoingMail } from '../../../portal/mail/transports.ts';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { jobsOf, makeDue, runOutLeases } from '../../support/jobs.ts';
import { aCase } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

/** A way out that keeps what it is given, and can be blocked. */
function aPostBox() {
  const sent: OutgoingMail[] = [];
  const box = {
    sent,
    broken: false,
    before: (_: OutgoingMail): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5)),
    transport: {
      send: async (mail: OutgoingMail) => {
        await box.before(mail);
        if (box.broken) throw new Error('The mail server does not answer.');
        sent.push(mail);
      },
      close: () => undefined,
    } satisfies MailTransport,
  };
  return box;
}

describe.each(engines)('sync 15: mails on $engine', ({ engine }) => {
  let server: TestServer;
  let box: ReturnType<typeof aPostBox>;
  const faults: unknown[] = [];

  beforeEach(async () => {
    server = await aPortalServer(engine);
    box = aPostBox();
    await server.addCases('nordic-portal', [
      { case: aCase({ id: 'case-1', tasks: [], handler: null }), chat: [], log: [] },
    ]);
  });
  afterEach(() => server.close());

  const worker = (): Jobs => {
    const { store, deps } = server;
    const work = mailWork({ store, now: deps.now, transport: box.transport });
    return createJobs({ ...deps, onFault: (fault) => faults.push(fault) }, { mail: work });
  };

  async function giveRole(office = 'arvio-kuopio', basedOn: string | null = null): Promise<string> {
    const bertil = await server.as('bertil');
    const command = bertil.command('give-role-to-office', 'case-1', { office }, { basedOn });
    const [outcome] = await bertil.post(command);
    expect(outcome?.kind).toBe('carried-out');
    return command.id;
  }

  test('the office with a new role is told once, without personal data, by a fixed Message-ID', async () => {
    await giveRole();
    const [row] = await server.store.db.selectFrom('mail').selectAll().execute();
    expect(await worker().runDue()).toBe(1);
    expect(await worker().runDue()).toBe(0);
    const [mail] = box.sent;
    expect(mail).toMatchObject({ to: 'carla@example.com', messageId: row?.message_id });
    expect(mail?.subject).toContain('NM-2026-00001');
    expect(mail?.text).toContain('Nordic Mutual');
    const { customer, site, damage } = aCase();
    for (const personal of [customer?.name, customer?.email, damage.description]) {
      expect(`${mail?.subject} ${mail?.text}`).not.toContain(personal);
    }
    expect(mail?.subject).not.toContain(site.street);
    expect(mail?.text).toContain(`\nSite: ${site.street}, ${site.postalCode} ${site.city}\n`);
    expect(mail?.text).toMatch(/\nTo be done by: \w+day,? \d+ November 2026 at \d\d:\d\d \(Europe\/Helsinki\)\n/);
    expect(mail?.text).toContain('\nOpen it in Partner Desk: partnerdesk://case/nordic-portal/case-1\n');
  });

  test('several servers on one database send each mail once', async () => {
    await giveRole();
    await addCopies(Array.from({ length: 30 }, (_, index) => `copy-${index}`));
    const pieces = await Promise.all(Array.from({ length: 4 }, () => worker().runDue()));
    expect(pieces.reduce((sum, each) => sum + each)).toBe(31);
    expect([box.sent.length, new Set(box.sent.map(({ id }) => id)).size]).toEqual([31, 31]);
    expect(await jobsOf(server)).toEqual([]);
  });

  test('nobody is mailed to do something in a case that was closed meanwhile', async () => {
    await giveRole();
    const bertil = await server.as('bertil');
    expect((await bertil.issue('close-case', 'case-1', { reason: '' }, { basedOn: 'case-1' })).kind).toBe(
      'carried-out',
    );
    await worker().runDue();
    const subjects = box.sent.map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('An External case handler is needed'))).toEqual([]);
    expect(subjects.some((subject) => subject.startsWith('A case was closed'))).toBe(true);
  });

  test('a mail whose reason is gone is not sent: the user was assigned meanwhile', async () => {
    const role = await giveRole();
    const carla = await server.as('carla');
    expect((await carla.issue('assign-role-user', 'case-1', { member: 'cecil' }, { basedOn: role })).kind).toBe(
      'carried-out',
    );
    await worker().runDue();
    expect(box.sent.map((mail) => mail.to).sort()).not.toContain('carla@example.com');
    expect(box.sent.map((mail) => mail.to)).toContain('cecil@example.com');
    expect(await server.store.db.selectFrom('mail').selectAll().where('sent_at', 'is', null).execute()).toEqual([]);
  });

  test('who lost the case by it is told without its site; a mail that names the site is not sent to who lost it since', async () => {
    const role = await giveRole();
    const [bertil, carla] = [await server.as('bertil'), await server.as('carla')];
    await carla.issue('assign-role-user', 'case-1', { member: 'cecil' }, { basedOn: role });
    const revision = await roleRevision();
    await bertil.issue('remove-role', 'case-1', { reason: 'Moved.' }, { basedOn: revision });
    await worker().runDue();
    const toCecil = box.sent.filter(({ to }) => to === 'cecil@example.com');
    expect(toCecil.map(({ subject }) => subject)).toEqual(['The External case handler role has moved: NM-2026-00001']);
    expect(toCecil[0]?.text).not.toMatch(/Site|partnerdesk/);
  });

  test('a mail to somebody who no longer works there is not sent', async () => {
    await giveRole();
    const bertil = await server.as('bertil');
    await bertil.issue('change-member', 'carla', { active: false });
    await worker().runDue();
    expect(box.sent.map((mail) => mail.to)).not.toContain('carla@example.com');
  });

  test('a mail that does not go out is tried again, each time after a longer while, until it does', async () => {
    await giveRole();
    box.broken = true;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      expect(await worker().runDue()).toBe(1);
      expect(await worker().runDue()).toBe(0);
      const [job] = await jobsOf(server);
      expect(job).toMatchObject({ attempts: attempt, failure: 'unknown', lease: null });
      waits.push(Math.round((toMilliseconds(job?.due ?? '') - toMilliseconds(job?.noted_at ?? '')) / 1000));
      await makeDue(server);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    expect(faults.at(-1)).toBeInstanceOf(Error);
    box.broken = false;
    expect(await worker().runDue()).toBe(1);
    expect([box.sent.length, await jobsOf(server)]).toEqual([1, []]);
  });

  test('a mail that never goes out is given up after forty tries, and stays to be looked at', async () => {
    await giveRole();
    box.broken = true;
    await server.store.db.updateTable('job').set({ attempts: 39 }).execute();
    await worker().runDue();
    box.broken = false;
    await makeDue(server);
    expect(await worker().runDue()).toBe(0);
    expect(await jobsOf(server)).toMatchObject([{ attempts: 40, due: null, failure: 'unknown' }]);
  });

  test('a server that dies while sending leaves a mail that the next one sends, with the same Message-ID', async () => {
    await giveRole();
    const [row] = await server.store.db.selectFrom('mail').selectAll().execute();
    await server.store.db
      .updateTable('job')
      .set({ lease: 'of a dead server', lease_until: databaseTime(engine, 20_000), attempts: 1 })
      .execute();
    expect(await worker().runDue()).toBe(0);
    await runOutLeases(server);
    expect(await worker().runDue()).toBe(1);
    expect(box.sent).toMatchObject([{ messageId: row?.message_id }]);
  });

  test('one that went out before its server died is not sent again', async () => {
    await giveRole();
    await server.store.db.updateTable('mail').set({ sent_at: server.clock.now, text: '' }).execute();
    expect(await worker().runDue()).toBe(1);
    expect([box.sent, await jobsOf(server)]).toEqual([[], []]);
  });

  test('a mail that never goes out does not hold up the others', async () => {
    await giveRole();
    const stuck = Array.from({ length: 60 }, (_, index) => `stuck-${index}`);
    await addCopies(stuck);
    await server.store.db
      .updateTable('job')
      .set({ attempts: 12, due: '2020-01-01T00:00:00.000Z' })
      .where('subject', 'in', stuck)
      .execute();
    await worker().runDue();
    // Four are sent at once, in whatever order they get through.
    expect(box.sent.slice(0, 4).map((mail) => mail.to)).toContain('carla@example.com');
  });

  test('one that hangs holds up no other, and is not sent by another server meanwhile', async () => {
    await giveRole();
    await addCopies(['other-1', 'other-2']);
    const [first] = await jobsOf(server);
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (letGo = resolve));
    box.before = ({ id }) => (id === first?.subject ? hanging : Promise.resolve());
    const running = worker().runDue();
    await expect.poll(() => box.sent.length).toBe(2);
    expect(await worker().runDue()).toBe(0);
    letGo();
    expect(await running).toBe(3);
    expect(box.sent).toHaveLength(3);
  });

  test('what went out is forgotten after a month', async () => {
    await giveRole();
    await worker().runDue();
    const after = (days: number) => fromMilliseconds(toMilliseconds(server.clock.now) + days * 86_400_000);
    const rows = () => server.store.db.selectFrom('mail').selectAll().execute();
    await sweepMails(server.store, after(29));
    expect(await rows()).toHaveLength(1);
    await sweepMails(server.store, after(31));
    expect(await rows()).toEqual([]);
  });

  test('a running worker sends by itself, and stops after what is under way', async () => {
    const running = worker();
    await giveRole();
    await running.start();
    await expect.poll(() => box.sent.length).toBe(1);
    await running.stop();
    await giveRole('rival-kuopio', (await server.as('bertil')) && (await roleRevision()));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(box.sent).toHaveLength(1);
  });

  /** Mails like the one that is there. */
  async function addCopies(ids: readonly string[]): Promise<void> {
    const row = await server.store.db.selectFrom('mail').selectAll().limit(1).executeTakeFirstOrThrow();
    const copies = ids.map((id) => ({ ...row, id }));
    await server.store.db.transaction().execute((db) => addMails({ store: server.store, db }, copies));
  }

  async function roleRevision(): Promise<string | null> {
    const stored = await loadCase(server.store.db, 'nordic-portal', 'case-1', ['role']);
    return stored?.case.role?.revision ?? null;
  }
});
