import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  networkAddedSchema,
  operatorHealthSchema,
  operatorPortalsSchema,
  type OperatorHealth,
} from '../../../shared/contract/operator.ts';
import { createJobs } from '../../../portal/jobs/create-jobs.ts';
import { addJobs } from '../../../portal/jobs/job-list.ts';
import { addMails } from '../../../portal/mail/add-mails.ts';
import { mailWork } from '../../../portal/mail/mail-work.ts';
import { databaseTime } from '../../../portal/store/database-time.ts';
import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import { aCase, someSettings } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { makeDue } from '../../support/jobs.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { smallNetwork } from '../../support/small-network.ts';
import { jsonRequest, wholeApp } from '../../support/whole-app.ts';

const settings = someSettings();
const off = { ...settings, externalCaseHandler: { ...settings.externalCaseHandler, enabled: false } };
const bare = { settings: off, offices: [], members: [] };

/** What is there and what is new: a partner with two people, one of whom is known by the address, and the operator's second. */
const document: NetworkDraft = {
  companies: [
    { id: 'kuivaus', name: 'Called otherwise', side: 'partner' },
    { id: 'fresh', name: 'Fresh Oy', side: 'partner' },
    { id: 'eastern', name: 'Eastern Insurance', side: 'insurer' },
  ],
  offices: [{ id: 'fresh-turku', company: 'fresh', name: 'Fresh Turku' }],
  members: [
    { id: 'fia', name: 'Fia Fresh', email: 'fia@example.com', company: 'fresh', office: 'fresh-turku' },
    { id: 'sven-fresh', name: 'Sven', email: 'sven@example.com', company: 'fresh' },
    { id: 'otto', name: 'Otto', email: 'otto@example.com', company: 'operator' },
  ],
  portals: [
    {
      ...bare,
      id: 'nordic-portal',
      name: 'Nordic',
      companies: ['fresh'],
      offices: [{ office: 'fresh-turku', services: ['drying'] }],
      members: [
        { member: 'fia', level: 4, marked: true },
        { member: 'sven-fresh', level: 1 },
        { member: 'anna', level: 1 },
      ],
    },
    { ...bare, id: 'eastern-portal', name: 'Eastern Insurance', companies: ['eastern', 'fresh'] },
  ],
};

describe.each(engines)('the operator’s desk on $engine', ({ engine }) => {
  let server: TestServer;
  let app: Hono;
  beforeAll(async () => {
    server = await aPortalServer(engine);
    app = wholeApp(server);
    const [open, closed] = [
      aCase({ id: 'case-1', tasks: [] }),
      aCase({ id: 'case-2', number: 'NM-2', state: 'closed' }),
    ];
    const cases = [open, { ...closed, tasks: [] }].map((each) => ({ case: each, chat: [], log: [] }));
    await server.addCases('nordic-portal', cases);
  });
  afterAll(() => server.close());

  async function ask(who: string, path: string, init: RequestInit = {}) {
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      authorization: (await server.as(who)).authorization(),
    };
    return app.request(path, { ...init, headers });
  }

  const tables = ['company', 'office', 'person', 'member', 'portal', 'portal_counter', 'change_mark'] as const;
  const terms = ['company_in_portal', 'office_terms', 'membership', 'mail', 'outcome'] as const;
  const everyRow = () =>
    Promise.all([...tables, ...terms].map((table) => server.store.db.selectFrom(table).selectAll().execute()));

  const health = async (): Promise<OperatorHealth> =>
    operatorHealthSchema.parse(await (await ask('oona', '/operator/health')).json());

  test.each(['/operator/portals', '/operator/health', '/operator/mails/none/retry', '/operator/mails/none/discard'])(
    '%s is for the operator only',
    async (path) => {
      const init = path.includes('mails') ? { method: 'POST' } : {};
      for (const who of ['bertil', 'anna']) {
        const answer = await ask(who, path, init);
        expect([answer.status, (await answer.json()).detail]).toEqual([403, 'operator-only']);
      }
      expect((await app.request(path, init)).status).toBe(401);
    },
  );

  test('every portal is told in numbers, without the operator and without who is inactive', async () => {
    const bertil = await server.as('bertil');
    await bertil.issue('change-member', 'aki', { active: false });
    const portals = operatorPortalsSchema.parse(await (await ask('oona', '/operator/portals')).json());
    expect(portals).toMatchObject([
      {
        id: 'nordic-portal',
        currency: 'EUR',
        timeZone: 'Europe/Helsinki',
        companies: 4,
        offices: 4,
        members: 7,
        marked: 3,
        openCases: 1,
        roleInUse: true,
      },
      { id: 'southern-portal', name: 'Southern Insurance', companies: 2, openCases: 0 },
    ]);
    const last = await server.store.db
      .selectFrom('change_mark')
      .select(({ fn }) => fn.max('at').as('at'))
      .where('portal', '=', 'nordic-portal')
      .executeTakeFirst();
    expect(portals[0]?.lastChange).toBe(last?.at);
  });

  test('a dry run writes nothing and says what the import then adds; once more adds nothing', async () => {
    const run = async (query: string) =>
      networkAddedSchema.parse(await (await ask('oona', `/set-up/network${query}`, jsonRequest(document))).json());
    const before = await everyRow();
    const dry = await run('?dryRun=true');
    expect(dry).toEqual({
      dryRun: true,
      added: { companies: 2, offices: 1, people: 2, members: 3, portals: 1, memberships: 5 },
    });
    expect(await everyRow()).toEqual(before);
    expect(await run('')).toEqual({ ...dry, dryRun: false });
    const nothing = { companies: 0, offices: 0, people: 0, members: 0, portals: 0, memberships: 0 };
    expect(await run('?dryRun=true')).toEqual({ dryRun: true, added: nothing });
    const portals = operatorPortalsSchema.parse(await (await ask('oona', '/operator/portals')).json());
    expect(portals.find(({ id }) => id === 'eastern-portal')).toMatchObject({
      companies: 2,
      members: 0,
      roleInUse: false,
    });
    expect(portals.find(({ id }) => id === 'nordic-portal')).toMatchObject({ roleInUse: true });
  });

  test('a dry run names the same faults as the import: a hundred, and how many there are besides', async () => {
    const strangers = Array.from({ length: 130 }, (_, index) => ({
      id: `o-${index}`,
      company: 'nobody',
      name: 'Office',
    }));
    const wrong = { ...document, offices: strangers };
    const answers = [];
    for (const query of ['?dryRun=true', '']) {
      const answer = await ask('oona', `/set-up/network${query}`, jsonRequest(wrong));
      expect(answer.status).toBe(400);
      answers.push(await answer.json());
    }
    expect(answers[0]).toEqual(answers[1]);
    const [{ issues, moreIssues }] = answers;
    expect(issues[0]).toEqual({ path: 'offices.0.company', message: 'nobody is not known and not in the document.' });
    expect([issues.length, moreIssues]).toEqual([100, 30]);
    const unread = await ask('oona', '/set-up/network?dryRun=true', jsonRequest({ ...smallNetwork, members: 'all' }));
    expect(await unread.json()).toMatchObject({ issues: [{ path: 'members', message: 'It has to be a list.' }] });
  });

  test('it says which portal server answers, how large its database is and since when it runs', async () => {
    const said = await health();
    expect(said).toMatchObject({ version: '0.0.0', engine, store: server.store.storeId, hearsOthers: true });
    expect(said.databaseBytes).toBeGreaterThan(50_000);
    expect(said.startedAt < said.serverTime).toBe(true);
    expect(said).toMatchObject({ mailsFailed: 0, failedMails: [] });
  });

  test('a mail that did not go out is told without its text, tried again at once when asked, and discarded', async () => {
    const { db } = server.store;
    const refused = Object.assign(new Error('550 secret'), { code: 'EENVELOPE', responseCode: 550 });
    let [sent, broken] = [0, true];
    const transport = {
      send: async () => {
        if (broken) throw refused;
        sent += 1;
      },
      close: () => undefined,
    };
    const work = mailWork({ store: server.store, now: server.deps.now, transport });
    const worker = createJobs({ ...server.deps, onFault: () => undefined }, { mail: work });
    const settle = (mail: string, deed: string) => ask('oona', `/operator/mails/${mail}/${deed}`, { method: 'POST' });
    await (await server.as('bertil')).issue('give-role-to-office', 'case-1', { office: 'arvio-kuopio' });
    await server.deps.accounts.forgotPassword('carla@example.com', 'here');
    await server.deps.accounts.idle();
    const waiting = await db.selectFrom('mail').selectAll().where('sent_at', 'is', null).execute();
    expect(await health()).toMatchObject({ mailsWaiting: waiting.length, mailsFailed: 0 });
    const told = waiting.find(({ check_text }) => check_text.includes('role-given'));
    expect((await settle(told?.id ?? '', 'discard')).status).toBe(404);
    await worker.runDue();
    await makeDue(server);
    await worker.runDue();
    const said = await health();
    expect(said).toMatchObject({ mailsWaiting: 0, mailsFailed: waiting.length });
    const failed = said.failedMails.find(({ id }) => id === told?.id);
    expect(failed).toMatchObject({
      to: told?.to_address,
      kind: 'role-given',
      portal: 'Nordic Mutual',
      since: told?.created_at,
      tries: 2,
      failure: 'EENVELOPE 550',
      givenUp: false,
    });
    for (const { text, subject } of waiting)
      for (const secret of [text, subject, 'NM-2026', 'token', 'secret'])
        expect(JSON.stringify(said)).not.toContain(secret);

    broken = false;
    expect(await worker.runDue()).toBe(0);
    expect((await settle(told?.id ?? '', 'retry')).status).toBe(200);
    expect(await worker.runDue()).toBe(1);
    expect(sent).toBe(1);
    expect((await settle(told?.id ?? '', 'retry')).status).toBe(404);

    const rest = (await health()).failedMails;
    for (const { id } of rest) expect((await settle(id, 'discard')).status).toBe(200);
    expect(await health()).toMatchObject({ mailsWaiting: 0, mailsFailed: 0 });
  });

  test('a mail that was given up says so, and a server that died with one leaves it to be told', async () => {
    const { db } = server.store;
    const base = await db.selectFrom('mail').selectAll().executeTakeFirstOrThrow();
    const note = (id: string, change: Partial<Record<'due' | 'failure' | 'lease' | 'lease_until', unknown>>) =>
      db
        .updateTable('job')
        .set({ attempts: 1, ...change } as never)
        .where('subject', '=', id)
        .execute();
    const ids = ['given-up', 'died', 'under-way'];
    const mails = ids.map((id) => ({ ...base, id, sent_at: null, check_text: 'null', portal: '' }));
    await addMails({ store: server.store, db }, mails);
    await note('given-up', { due: null, failure: 'ETIMEDOUT' });
    await note('died', { lease: 'x', lease_until: databaseTime(engine, -1) });
    await note('under-way', { lease: 'y', lease_until: databaseTime(engine, 20_000) });
    const said = await health();
    expect(said).toMatchObject({ mailsWaiting: 1, mailsFailed: 2 });
    expect(Object.fromEntries(said.failedMails.map((each) => [each.id, each]))).toMatchObject({
      'given-up': { givenUp: true, kind: 'account', portal: null },
      died: { givenUp: false, failure: null },
    });
  });

  test('other work that fails is told without what it is about, and starts over when asked', async () => {
    const { db } = server.store;
    const briefs = { kind: 'briefs', portal: 'nordic-portal', subject: 'arvio' } as const;
    await addJobs({ store: server.store, db }, [briefs, { kind: 'sweep-portals', portal: '', subject: '' }]);
    expect(await health()).toMatchObject({ jobsFailed: 0, failedJobs: [] });
    const retry = (who: string, job: object) => ask(who, '/operator/jobs/retry', jsonRequest(job));
    expect((await retry('oona', briefs)).status).toBe(404);
    await db.updateTable('job').set({ attempts: 3, due: null, failure: '55P03', place: 'case-1' }).execute();
    const said = await health();
    expect(said).toMatchObject({
      jobsFailed: 2,
      failedJobs: [
        { ...briefs, portalName: 'Nordic Mutual', tries: 3, failure: '55P03', givenUp: true },
        { kind: 'sweep-portals', portal: null, subject: null, portalName: null },
      ],
    });
    expect(JSON.stringify(said.failedJobs)).not.toContain('case-1');
    expect((await retry('bertil', briefs)).status).toBe(403);
    expect((await retry('oona', { ...briefs, kind: 'mail' })).status).toBe(400);
    expect((await retry('oona', briefs)).status).toBe(200);
    expect((await retry('oona', briefs)).status).toBe(404);
    const begun = await db.selectFrom('job').selectAll().where('kind', '=', 'briefs').execute();
    expect(begun).toMatchObject([{ ...briefs, attempts: 0, place: '', failure: null }]);
    expect((await retry('oona', { kind: 'sweep-portals', portal: null, subject: null })).status).toBe(200);
    expect(await health()).toMatchObject({ jobsFailed: 0 });
  });
});
