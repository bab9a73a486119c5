import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccounts } from '../../../portal/accounts/accounts.ts';
import { makeSetUpToken } from '../../../portal/network/first-operator.ts';
import { createWholeApp } from '../../../portal/whole-app.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { formRequest, wholeApp } from '../../support/whole-app.ts';
import { recoveryKey } from '../../support/recovery-key.ts';

const next = 'my next long password';

describe.each(engines)('pages on $engine', ({ engine }) => {
  let server: TestServer;
  let app: { readonly request: (path: string, init?: RequestInit) => Response | Promise<Response> };
  beforeEach(async () => {
    server = await aPortalServer(engine, { launchSecret: 'a secret of the launch' });
    const whole = wholeApp(server);
    app = { request: (path, init) => whole.request(`http://127.0.0.1${path}`, init) };
  });
  afterEach(() => server.close());

  async function mailedLink(): Promise<string> {
    await server.deps.accounts.forgotPassword('carla@example.com', '192.0.2.1');
    await server.deps.accounts.idle();
    const mail = await server.store.db.selectFrom('mail').select('text').executeTakeFirstOrThrow();
    const link = /https:\S+/.exec(mail.text)?.[0] ?? '';
    return link.replace('https://portal.example', '');
  }

  test('sync 36: the mailed link opens without the launch secret, and looking at it never uses it up', async () => {
    const link = await mailedLink();
    for (let index = 0; index < 3; index += 1) expect((await app.request(link)).status).toBe(200);
    expect((await app.request(link, { method: 'HEAD' })).status).toBe(200);
    const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
    const form = { token, password: next, again: next };
    const changed = await app.request('/reset-password', formRequest(form));
    expect([changed.status, await changed.text()]).toEqual([200, expect.stringContaining('Your password is changed')]);
    expect((await app.request('/reset-password', formRequest(form))).status).toBe(410);
    expect((await app.request(link)).status).toBe(410);
    const signedIn = await server.deps.accounts.signIn({
      email: 'carla@example.com',
      password: next,
      from: '192.0.2.1',
      userAgent: '',
    });
    expect(signedIn.kind).toBe('signed-in');
  });

  test('sync 36: a page lets nothing run, nothing frame it, and no token leave in a Referer', async () => {
    const response = await app.request(await mailedLink());
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
    const html = await response.text();
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|style=| on\w+=/);
    expect(html).toContain('<label for="password">');
    expect((await app.request('/pages/page.css')).headers.get('content-type')).toContain('text/css');
  });

  test('what is wrong with a form is said there, and the link holds', async () => {
    const link = await mailedLink();
    const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
    const send = (password: string, again: string) =>
      app.request('/reset-password', formRequest({ token, password, again }));
    expect(await (await send('short', 'short')).text()).toContain('at least 10 characters');
    const differs = await (await send(next, `${next}!`)).text();
    expect(differs).toContain('The two passwords differ');
    expect(differs).not.toContain(next);
    const common = await (await send('password123', 'password123')).text();
    // Beside the field, and tied to it for who does not see it.
    expect(common).toMatch(
      /id="password"[^>]*aria-invalid="true"[^>]*aria-describedby="password-trouble password-hint"[^>]*\/><span class="trouble" id="password-trouble" role="alert">Many people use/,
    );
    expect(common).not.toContain('id="again-trouble"');
    expect(await (await send('carla@example.com', 'carla@example.com')).text()).toContain('your own name or address');
    expect((await app.request(link)).status).toBe(200);
  });

  test('what is typed is shown as text, never as markup', async () => {
    const store = await emptyStore(engine);
    const empty = createWholeApp({ ...server.deps, store, launchSecret: undefined, demoAccounts: [] });
    const token = (await makeSetUpToken({ ...server.deps, store })) ?? '';
    const company = '"><script>alert(1)</script>';
    const form = { token, company, name: 'Oona', email: 'no address', password: next, again: next };
    const html = await (await empty.request('/set-up', formRequest(form))).text();
    expect(html).not.toContain('<script>');
    expect(html).toContain('check the e-mail address');
    await store.close();
  });

  test('an empty server is set up by its link, once', async () => {
    const store = await emptyStore(engine);
    const empty = createWholeApp({ ...server.deps, store, launchSecret: undefined, demoAccounts: [] });
    const token = (await makeSetUpToken({ ...server.deps, store })) ?? '';
    expect((await empty.request(`/set-up?token=${token}`)).status).toBe(200);
    expect((await empty.request(`/set-up?token=${token}`)).status).toBe(200);
    expect((await empty.request('/set-up?token=made-up')).status).toBe(410);
    const form = { token, company: 'Ops', name: 'Oona', email: 'Oona@example.com', password: next, again: next };
    expect(await (await empty.request('/set-up', formRequest(form))).text()).toContain('You are the operator');
    expect((await empty.request('/set-up', formRequest(form))).status).toBe(410);
    expect((await empty.request(`/set-up?token=${token}`)).status).toBe(410);
    const people = await store.db.selectFrom('person').select(['name', 'email']).execute();
    expect(people).toEqual([{ name: 'Oona', email: 'oona@example.com' }]);
    await store.close();
  });

  test('a password is taken as it was typed, and no longer than signing in takes it', async () => {
    const store = await emptyStore(engine);
    const accounts = createAccounts(store, { ...server.deps, recoveryKey, publicUrl: () => 'https://portal.example' });
    const empty = createWholeApp({ ...server.deps, store, accounts, launchSecret: undefined, demoAccounts: [] });
    const token = (await makeSetUpToken({ ...server.deps, store })) ?? '';
    const send = async (change: Readonly<Record<string, string>>) => {
      const form = { token, company: 'Ops', name: ' Oona ', email: 'oona@example.com', password: next, again: next };
      return (await empty.request('/set-up', formRequest({ ...form, ...change }))).text();
    };
    const long = 'x'.repeat(201);
    expect(await send({ password: long, again: long })).toContain('at most 200 characters');
    expect(await send({ name: 'O\u0000na' })).toContain('who you are');
    expect(await send({ password: 'oona@example', again: 'oona@example' })).toContain('your own name or address');
    expect(await send({ password: 'basketball', again: 'basketball' })).toContain('Many people use');
    const spaced = ' with a space at each end ';
    expect(await send({ password: spaced, again: spaced })).toContain('You are the operator');
    const asked = { email: 'oona@example.com', from: '192.0.2.1', userAgent: 'a test' };
    expect((await accounts.signIn({ ...asked, password: spaced.trim() })).kind).toBe('wrong-credentials');
    expect(await accounts.signIn({ ...asked, password: spaced })).toMatchObject({
      session: { person: { name: 'Oona' } },
    });
    await store.close();
  });

  test('a form that is far too long is not read', async () => {
    const form = { token: 'x', password: 'x'.repeat(20_000), again: '' };
    expect((await app.request('/reset-password', formRequest(form))).status).toBe(413);
  });

  test('sync 27: a page answers under its own name only', async () => {
    const link = await mailedLink();
    expect((await wholeApp(server).request(`http://evil.example${link}`)).status).toBe(403);
    expect((await wholeApp(server).request(`http://127.0.0.1:4600${link}`)).status).toBe(200);
  });

  test('the API behind it still wants the secret', async () => {
    expect((await app.request('/health')).status).toBe(403);
  });
});
