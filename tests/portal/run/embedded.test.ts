import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simpleParser } from 'mailparser';
import type { EmbeddedAnswer, Upgrading } from '../../../portal/run/desk-message.ts';
import { createEmbeddedServer, type EmbeddedServer } from '../../../portal/run/embedded.ts';
import { firstRelease } from '../../support/first-release-fixture.ts';

const secret = 'a secret of this launch, forty characters';
const key = 'k'.repeat(43);

describe('sync 27: the embedded portal server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-embedded-'));
  const faults: unknown[] = [];
  const open = (change: object = {}) => ({
    kind: 'open',
    secret,
    folder: join(folder, 'portal'),
    encryptionKey: key,
    demo: true,
    mailFolder: join(folder, 'mail'),
    today: '2026-11-23',
    ...change,
  });
  let server: EmbeddedServer;
  let listening: Extract<EmbeddedAnswer, { kind: 'listening' }>;

  beforeAll(async () => {
    server = createEmbeddedServer((fault) => faults.push(fault));
    const answer = await server.hear(open());
    if (answer.kind !== 'listening') throw new Error(JSON.stringify(answer));
    listening = answer;
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${listening.port}${path}`, {
      ...init,
      headers: { 'x-desk-launch': secret, ...Object.fromEntries(new Headers(init.headers)) },
    });
  const post = (path: string, body: unknown): Promise<Response> =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  test('answers those who know the secret, and offers the demo’s accounts', async () => {
    expect(listening.demoAccounts).toHaveLength(8);
    expect(listening.demoDay).toBe('2026-11-23');
    expect((await (await ask('/health')).json()).store).toBe(listening.store);
    const [account] = listening.demoAccounts;
    expect((await post('/sign-in', { email: account?.email, password: account?.password })).status).toBe(200);
  });

  test('tells how far the upgrade of an old database is before it answers', async () => {
    const news: Upgrading[] = [];
    const old = createEmbeddedServer(
      (fault) => faults.push(fault),
      (told) => news.push(told),
    );
    const into = mkdtempSync(join(folder, 'old-'));
    await firstRelease('sealed', into);
    const mailFolder = join(into, 'mail');
    const answer = await old.hear(
      open({ folder: into, mailFolder, encryptionKey: 'the key of the fixture', demo: false }),
    );
    expect(answer.kind).toBe('listening');
    expect(news).toEqual([0, 1].map((done) => ({ kind: 'upgrading', upgrade: { done, total: 1 } })));
    await old.close();
    rmSync(into, { recursive: true });
  });

  test('refuses other secrets, an Origin, another Host, and bodies that are no JSON', async () => {
    const without = await fetch(`http://127.0.0.1:${listening.port}/health`);
    expect(without.status).toBe(403);
    expect((await ask('/health', { headers: { 'x-desk-launch': `${secret}.` } })).status).toBe(403);
    expect((await ask('/health', { headers: { origin: 'http://127.0.0.1' } })).status).toBe(403);
    const named = await fetch(`http://localhost:${listening.port}/health`, {
      headers: { 'x-desk-launch': secret },
    }).catch(() => null);
    // `localhost` may lead to ::1, where nobody listens: both are a no.
    expect([403, undefined]).toContain(named?.status);
    const form = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' };
    expect((await ask('/sign-in', form)).status).toBe(415);
  });

  test('sync 28: keeps no case content in clear on the disk', () => {
    for (const name of readdirSync(join(folder, 'portal'))) {
      const bytes = readFileSync(join(folder, 'portal', name));
      for (const word of ['Maria Santos', 'Gulf Adjusters', 'SQLite format 3'])
        expect(bytes.includes(word)).toBe(false);
    }
  });

  test('writes mails into its folder, with a link that opens', async () => {
    await post('/forgot-password', { email: 'james.cole@gulf-adjusters.example' });
    const mails = join(folder, 'mail');
    const written = (): string[] => {
      try {
        return readdirSync(mails).filter((name) => name.endsWith('.eml'));
      } catch {
        return [];
      }
    };
    await expect.poll(() => written().length, { timeout: 30_000 }).toBe(1);
    const { text } = await simpleParser(readFileSync(join(mails, written()[0] ?? '')));
    const link = /http:\S+/.exec(text ?? '')?.[0] ?? '';
    expect(link).toContain(`http://127.0.0.1:${listening.port}/reset-password?token=`);
    expect((await fetch(link)).status).toBe(200);
  });

  test('makes the report that an insurer asks for, in the background', async () => {
    const [{ email, password } = { email: '', password: '' }] = listening.demoAccounts;
    const { token } = await (await post('/sign-in', { email, password })).json();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const { portals } = await (await ask('/me', { headers })).json();
    const path = `/reports/${portals[0].id}`;
    const body = JSON.stringify({ from: '2000-01-01', to: '2026-11-23', state: 'all' });
    expect((await ask(path, { method: 'POST', headers, body })).status).toBe(200);
    const report = async () => (await (await ask(path, { headers })).json())[0];
    await expect.poll(async () => (await report()).status, { timeout: 30_000 }).toBe('made');
    expect((await report()).rows).toBeGreaterThan(100);
  });

  test('deletes nothing while it is open; made anew the demo is another store, and sessions are gone', async () => {
    const account = listening.demoAccounts[0];
    const { token } = await (await post('/sign-in', { email: account?.email, password: account?.password })).json();
    const [files, mailFolder] = [join(folder, 'portal'), join(folder, 'mail')];
    const deletes = { kind: 'delete', folder: files, mailFolder };
    const [before, mails] = [readdirSync(files), readdirSync(mailFolder)];
    const refused = { kind: 'failed', detail: 'Another portal server is using portal.db: stop it first.' };
    const other = createEmbeddedServer((fault) => faults.push(fault));
    expect(await other.hear(deletes)).toEqual(refused);
    expect(await other.hear(open())).toEqual(refused);
    expect([readdirSync(files), readdirSync(mailFolder)]).toEqual([before, mails]);
    expect((await ask('/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);

    await server.close();
    expect(await other.hear(deletes)).toEqual({ kind: 'deleted' });
    expect(readdirSync(folder)).toEqual(['portal']);
    const again = await server.hear(open());
    if (again.kind !== 'listening') throw new Error(JSON.stringify(again));
    expect(again.store).not.toBe(listening.store);
    listening = again;
    expect((await ask('/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });

  test('says what it does not understand, and that it is open already', async () => {
    expect(await server.hear({ kind: 'dance' })).toEqual({ kind: 'failed', detail: 'the message was not understood' });
    expect(await server.hear(open())).toEqual({ kind: 'failed', detail: 'it is open already' });
  });

  test('opens again with what it had, and not with another key', async () => {
    const before = await (await ask('/health')).json();
    await server.close();
    const other = createEmbeddedServer((fault) => faults.push(fault));
    expect((await other.hear(open({ encryptionKey: 'x'.repeat(43) }))).kind).toBe('failed');
    expect(faults.length).toBeGreaterThan(0);
    const answer = await other.hear(open({ demo: false }));
    expect(answer).toMatchObject({ kind: 'listening', store: before.store, demoAccounts: [], demoDay: null });
    await other.close();
  });
});
