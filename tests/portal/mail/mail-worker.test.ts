import { loadCase } from '../../../portal/commands/case-content.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMailWorker, type MailWorker } from '../../../portal/mail/mail-worker.ts';
import type { MailTransport, OutgoingMail } from '../../../portal/mail/transports.ts';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { aCase } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

/** A way out that keeps what it is given, and can be blocked. */
function aPostBox() {
  const sent: OutgoingMail[] = [];
  const box = {
    sent,
    broken: false,
    transport: {
      send: async (mail: OutgoingMail) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
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

  const worker = (): MailWorker =>
    createMailWorker({
      store: server.store,
      now: server.deps.now,
      transport: box.transport,
      onFault: (fault) => faults.push(fault),
    });

  async function giveRole(office = 'arvio-kuopio', basedOn: string | null = null): Promise<string> {
    const bertil = await server.as('bertil');
    const command = bertil.command('give-role-to-office', 'case-1', { office }, { basedOn });
    const [outcome] = await bertil.post(command);
    expect(outcome?.kind).toBe('carried-out');
    return command.id;
  }

  function later(minutes: number): void {
    server.clock.now = fromMilliseconds(toMilliseconds(server.clock.now) + minutes * 60_000);
  }

  test('the office with a new role is told once, without personal data, by a fixed Message-ID', async () => {
    await giveRole();
    const [row] = await server.store.db.selectFrom('mail').selectAll().execute();
    expect(await worker().sendDue()).toBe(1);
    expect(await worker().sendDue()).toBe(0);
    later(600);
    expect(await worker().sendDue()).toBe(0);
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

  test('several servers on one database never send the same mail at once', async () => {
    await giveRole();
    for (let index = 0; index < 30; index += 1) {
      const [row] = await server.store.db.selectFrom('mail').selectAll().limit(1).execute();
      if (row)
        await server.store.db
          .insertInto('mail')
          .values({ ...row, id: `copy-${index}` })
          .execute();
    }
    const counts = await Promise.all(Array.from({ length: 4 }, () => worker().sendDue()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(31);
    expect(new Set(box.sent.map((mail) => mail.id)).size).toBe(box.sent.length);
  });

  test('a mail whose reason is gone is not sent: the user was assigned meanwhile', async () => {
    const role = await giveRole();
    const carla = await server.as('carla');
    expect((await carla.issue('assign-role-user', 'case-1', { member: 'cecil' }, { basedOn: role })).kind).toBe(
      'carried-out',
    );
    await worker().sendDue();
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
    await worker().sendDue();
    const toCecil = box.sent.filter(({ to }) => to === 'cecil@example.com');
    expect(toCecil.map(({ subject }) => subject)).toEqual(['The External case handler role has moved: NM-2026-00001']);
    expect(toCecil[0]?.text).not.toMatch(/Site|partnerdesk/);
  });

  test('a mail to somebody who no longer works there is not sent', async () => {
    await giveRole();
    const bertil = await server.as('bertil');
    await bertil.issue('change-member', 'carla', { active: false });
    await worker().sendDue();
    expect(box.sent.map((mail) => mail.to)).not.toContain('carla@example.com');
  });

  test('a mail that does not go out is tried again, each time after a longer while, until it does', async () => {
    await giveRole();
    box.broken = true;
    expect(await worker().sendDue()).toBe(0);
    expect(faults.at(-1)).toBeInstanceOf(Error);
    expect(await tries()).toBe(1);
    await worker().sendDue();
    expect(await tries()).toBe(1);
    later(1);
    await worker().sendDue();
    expect(await tries()).toBe(2);
    later(0.6);
    await worker().sendDue();
    expect(await tries()).toBe(2);
    later(60);
    box.broken = false;
    expect(await worker().sendDue()).toBe(1);
  });

  test('a server that dies while sending leaves a mail that the next one sends, with the same Message-ID', async () => {
    await giveRole();
    await server.store.db.updateTable('mail').set({ claimed_at: server.clock.now, tries: 1 }).execute();
    expect(await worker().sendDue()).toBe(0);
    later(2);
    expect(await worker().sendDue()).toBe(1);
  });

  test('a mail claimed while the clock was ahead is not waited for; one that another server claimed just now is', async () => {
    await giveRole();
    const claim = async (seconds: number) => {
      const at = fromMilliseconds(toMilliseconds(server.clock.now) + seconds * 1000);
      await server.store.db.updateTable('mail').set({ claimed_at: at, tries: 1 }).execute();
    };
    await claim(20);
    expect(await worker().sendDue()).toBe(0);
    await claim(400 * 86_400);
    expect(await worker().sendDue()).toBe(1);
  });

  test('a mail that never goes out does not hold up the others', async () => {
    await giveRole();
    const [row] = await server.store.db.selectFrom('mail').selectAll().execute();
    if (!row) throw new Error('no mail');
    const stuck = Array.from({ length: 60 }, (_, index) => ({
      ...row,
      id: `stuck-${index}`,
      created_at: '2026-11-22T09:00:00.000Z',
      claimed_at: '2026-11-23T08:00:00.000Z',
      tries: 12,
    }));
    await server.store.db.insertInto('mail').values(stuck).execute();
    await worker().sendDue();
    expect(box.sent.map((mail) => mail.id)).toContain(row.id);
  });

  test('a running worker sends by itself, and stops after what is under way', async () => {
    const running = worker();
    await giveRole();
    running.start();
    await expect.poll(() => box.sent.length).toBe(1);
    await running.stop();
    await giveRole('rival-kuopio', (await server.as('bertil')) && (await roleRevision()));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(box.sent).toHaveLength(1);
  });

  async function tries(): Promise<number | undefined> {
    return (await server.store.db.selectFrom('mail').select('tries').executeTakeFirst())?.tries;
  }

  async function roleRevision(): Promise<string | null> {
    const stored = await loadCase(server.store.db, 'nordic-portal', 'case-1', ['role']);
    return stored?.case.role?.revision ?? null;
  }
});
