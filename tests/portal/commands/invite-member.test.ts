import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteDirectoryChange } from '../../../portal/commands/directory-change.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import type { InviteMember } from '../../../shared/domain/member/invite-member.ts';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, lineOf, type TestServer } from '../../support/portal-server.ts';
import { formRequest, wholeApp } from '../../support/whole-app.ts';

const portal = 'nordic-portal';
const password = 'a first long password';
const from = { from: '192.0.2.1', userAgent: 'a test' };
const nina: InviteMember = {
  name: 'Nina Newcomer',
  email: 'nina@example.com',
  company: 'arvio',
  office: 'arvio-oulu',
  level: 2,
  certified: ['drying'],
  budgetPermission: true,
};

describe.each(engines)('inviting a member on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
  });
  afterAll(() => server.close());

  const invite = async (
    who: string,
    change: Partial<InviteMember> = {},
    more: { portal?: string; id?: string } = {},
  ) => {
    const { id = uuidv7(), ...where } = more;
    const outcome = await (await server.as(who)).issue('invite-member', id, { ...nina, ...change }, where);
    return outcome.kind === 'refused' ? outcome.refusal : { code: outcome.kind };
  };
  const memberSeen = async (who: string, email: string, of = portal): Promise<MemberEntry | undefined> =>
    lineOf(await (await server.as(who)).pages('', of), 'directory')?.members.find((each) => each.email === email);
  const mailsTo = (email: string) =>
    server.store.db.selectFrom('mail').selectAll().where('to_address', '=', email).orderBy('created_at').execute();
  const linkIn = (text: string | undefined): string => /https:\/\/portal\.example(\S+)/.exec(text ?? '')?.[1] ?? '';
  const ask = (path: string, init?: RequestInit) => wholeApp(server).request(`http://127.0.0.1${path}`, init);
  const choose = async (link: string) => {
    const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
    return ask('/invitation', formRequest({ token, password, again: password }));
  };

  test('the admin of a company invites: a member who waits, a line in the log, and a mail with a link', async () => {
    const id = uuidv7();
    expect(await invite('cora', { email: ' Nina@Example.com ' }, { id })).toEqual({ code: 'carried-out' });
    const { email, name, company, office, level, certified, budgetPermission } = nina;
    const terms = { name, company, office, level, certified, budgetPermission };
    const entry = { ...terms, id, active: true, marked: false, invited: { at: expect.any(String) } };
    expect(await memberSeen('bertil', email)).toMatchObject(entry);
    expect(await memberSeen('cora', email)).toMatchObject(entry);
    const log = await (await server.as('cora')).request(`/settings-log/${portal}?kind=member&id=${id}`);
    expect(await log.json()).toMatchObject([{ what: 'invite-member', by: 'Cora Person', after: { level: 2 } }]);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('Partner Desk: you work for Arvio Oy at Nordic Mutual');
    expect(mail?.text).toContain('Cora Person has made you a member');
    expect(linkIn(mail?.text)).toMatch(/^\/invitation\?token=/);
  });

  test('the same address again is a member already; with another company it is not told which', async () => {
    expect(await invite('cora')).toMatchObject({ code: 'member-known', name: nina.name });
    const elsewhere = await invite('cora', { email: 'rita@example.com', name: 'Rita R.' });
    expect(elsewhere).toEqual({ code: 'member-elsewhere', grantor: 'insurer', name: 'Rita R.' });
    expect(await mailsTo('rita@example.com')).toEqual([]);
  });

  test('nobody above the own level, into another company, into an office of another, or in bad form', async () => {
    const other = { email: 'other@example.com' };
    for (const who of ['cora', 'bertil'])
      expect(await invite(who, { ...other, level: 5 })).toMatchObject({ code: 'insurers-level' });
    expect(await invite('cora', { ...other, company: 'kuivaus', office: null })).toMatchObject({
      code: 'other-office-task',
    });
    expect(await invite('cora', { ...other, office: 'kuopio' })).toMatchObject({ code: 'office-not-eligible' });
    expect(await invite('bertil', { ...other, company: 'operator', office: null })).toMatchObject({
      code: 'operator-only',
    });
    expect(await invite('bertil', { ...other, company: 'southern', office: null })).toMatchObject({
      code: 'case-not-found',
    });
    for (const bad of [
      { email: 'no address' },
      { name: ' ' },
      { name: 'N\u0000' },
      { name: 'Anna\u202eanigriV' },
      { name: 'N\u2028N' },
    ])
      expect(await invite('cora', { ...other, ...bad })).toEqual({ code: 'trouble' });
    expect(await invite('cora', other, { id: 'anna' })).toEqual({ code: 'trouble' });
    expect(await memberSeen('bertil', other.email)).toBeUndefined();
  });

  test('the id of another portal’s member is taken', async () => {
    const id = uuidv7();
    const there = { email: 'sara@example.com', company: 'southern', office: null };
    expect(await invite('sven', there, { id, portal: 'southern-portal' })).toEqual({ code: 'carried-out' });
    expect(await invite('cora', { email: 'thief@example.com' }, { id })).toMatchObject({ code: 'stale' });
    expect(await memberSeen('bertil', 'thief@example.com')).toBeUndefined();
  });

  test('looking at the link uses nothing up; it takes one password, once, and who has one waits no longer', async () => {
    const [mail] = await mailsTo(nina.email);
    const link = linkIn(mail?.text);
    for (let look = 0; look < 2; look += 1) expect((await ask(link)).status).toBe(200);
    // A token of one purpose opens nothing of another.
    expect((await ask(link.replace('/invitation', '/reset-password'))).status).toBe(410);
    const chosen = await choose(link);
    expect([chosen.status, await chosen.text()]).toEqual([200, expect.stringContaining('https://portal.example')]);
    expect([(await choose(link)).status, (await ask(link)).status]).toEqual([410, 410]);
    const signedIn = await server.deps.accounts.signIn({ email: nina.email, password, ...from });
    expect(signedIn).toMatchObject({ kind: 'signed-in', session: { person: { name: nina.name } } });
    expect((await memberSeen('bertil', nina.email))?.invited).toBeUndefined();
  });

  test('who has an account is told of the portal, without a link, and stays the member and the name he or she was', async () => {
    const there = { ...nina, name: 'Another Name', company: 'kuivaus', office: null, email: 'aki@example.com' };
    await inChange(server.deps, 'southern-portal', async (change) => {
      const mine = change.db.deleteFrom('membership').where('portal', '=', 'southern-portal');
      await mine.where('member', '=', 'aki').execute();
      await noteDirectoryChange(change, { members: [{ id: 'aki', company: 'kuivaus' }] });
    });
    expect(await invite('sven', there, { portal: 'southern-portal' })).toEqual({ code: 'carried-out' });
    const seen = await memberSeen('sven', there.email, 'southern-portal');
    expect(seen).toMatchObject({ id: 'aki', name: 'Aki Person', level: 2 });
    expect(seen?.invited).toBeUndefined();
    const [mail] = await mailsTo(there.email);
    expect(mail?.text).toContain('the portal of Southern Insurance');
    expect(mail?.text).not.toContain('http');
    // One member has one office: the log says the one that counts, not the one that was typed.
    const log = await (await server.as('sven')).request('/settings-log/southern-portal?kind=member&id=aki');
    expect(await log.json()).toMatchObject([{ what: 'invite-member', after: { office: 'kuopio' } }]);
    // The other portal keeps what it kept.
    expect(await memberSeen('bertil', there.email)).toMatchObject({ id: 'aki', level: 1 });
  });

  test('inviting again mails a fresh link and ends the old one, not sooner than after ten minutes', async () => {
    const id = uuidv7();
    const email = 'otso@example.com';
    await invite('cora', { email }, { id });
    const again = async (who: string) => {
      const outcome = await (await server.as(who)).issue('invite-again', id, {});
      return outcome.kind === 'refused' ? outcome.refusal : { code: outcome.kind };
    };
    expect(await again('cora')).toMatchObject({ code: 'invited-lately', again: expect.any(String) });
    server.clock.now = '2026-11-23T10:00:00.000Z';
    expect(await again('carla')).toMatchObject({ code: 'level-too-low' });
    expect(await again('cora')).toEqual({ code: 'carried-out' });
    const [first, second, ...more] = (await mailsTo(email)).map(({ text }) => linkIn(text));
    expect(more).toEqual([]);
    expect((await ask(first ?? '')).status).toBe(410);
    server.clock.now = '2026-12-01T00:00:00.000Z';
    expect((await ask(second ?? '')).status).toBe(410);
    // Whoever is not let in is not asked in.
    const cora = await server.as('cora');
    expect((await cora.issue('change-member', id, { active: false })).kind).toBe('carried-out');
    expect(await again('cora')).toMatchObject({ code: 'member-not-eligible', why: 'inactive', name: nina.name });
    expect(await mailsTo(email)).toHaveLength(2);
  });

  test('two who invite the same person at once make one: in one portal one is told, in two portals both bring him or her in', async () => {
    const email = 'twice@example.com';
    const codes = await Promise.all([invite('cora', { email }), invite('bertil', { email })]);
    expect(codes.map(({ code }) => code).toSorted()).toEqual(['carried-out', 'member-known']);
    const there = { email: 'both@example.com', company: 'kuivaus', office: 'kuopio' };
    const both = await Promise.all([invite('bertil', there), invite('sven', there, { portal: 'southern-portal' })]);
    expect(both).toEqual([{ code: 'carried-out' }, { code: 'carried-out' }]);
    const [here, other] = [
      await memberSeen('bertil', there.email),
      await memberSeen('sven', there.email, 'southern-portal'),
    ];
    expect(here?.id).toBe(other?.id);
  });

  test('a password that came by another way is not replaced by an invitation', async () => {
    const email = 'pia@example.com';
    await invite('cora', { email });
    const [invited] = await mailsTo(email);
    await server.deps.accounts.forgotPassword(email, '192.0.2.9');
    await server.deps.accounts.idle();
    const [, reset] = await mailsTo(email);
    const token = new URL(linkIn(reset?.text), 'http://x').searchParams.get('token') ?? '';
    expect(await server.deps.accounts.resetPassword(token, 'quite another password', '192.0.2.9')).toBe('changed');
    expect((await choose(linkIn(invited?.text))).status).toBe(410);
    expect((await memberSeen('bertil', email))?.invited).toBeUndefined();
  });
});
