import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createJobs } from '../../../portal/jobs/create-jobs.ts';
import { addMails } from '../../../portal/mail/add-mails.ts';
import { mailWork } from '../../../portal/mail/mail-work.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { aContent } from '../../support/builders.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { aQuickFolder } from '../../support/quick-folder.ts';

const script = new URL('../../support/lock-process.ts', import.meta.url).pathname;
const rounds = 20;

describe('a SQLite file that another process has locked for longer than we wait', () => {
  let folder: string;
  let file: string;
  let server: TestServer;
  /** Takes the write lock in the other process, or gives it back. */
  let turn: () => Promise<void>;

  beforeEach(async () => {
    folder = aQuickFolder('busy');
    file = join(folder, 'portal.db');
    server = await aPortalServer('sqlite', { store: await openStore({ file, busyTime: 10 }) });
    await server.addCases('nordic-portal', [aContent()]);
    const other = spawn(process.execPath, [script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void other.kill());
    await once(other.stdout, 'data');
    turn = async () => {
      other.stdin.write('turn\n');
      await once(other.stdout, 'data');
    };
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** What another connection finds: only what was committed. */
  function found(sql: string): readonly unknown[] {
    const other = new Sqlite(file);
    try {
      return other.prepare(sql).pluck().all();
    } finally {
      other.close();
    }
  }

  test('every acknowledged write is there once, and no refused one', async () => {
    const anna = await server.as('anna');
    const { store, deps } = server;
    const sent: string[] = [];
    const transport = { send: async ({ id }: { id: string }) => void sent.push(id), close: () => undefined };
    const worker = createJobs(deps, { mail: mailWork({ ...deps, transport }) });
    // Each answers whether it was acknowledged, and throws anything but SQLITE_BUSY.
    const writes: Readonly<Record<string, (name: string) => Promise<boolean>>> = {
      command: async (name) => {
        const command = anna.command('write-chat', 'case-1', { text: name });
        const body = JSON.stringify({ protocol: 2, account: anna.account, commands: [command] });
        const headers = { 'content-type': 'application/json' };
        const { status } = await anna.request('/commands', { method: 'POST', headers, body });
        expect([200, 503]).toContain(status);
        return status === 200;
      },
      company: (name) =>
        unlessBusy(store.db.insertInto('company').values({ id: name, name, side: 'partner' }).execute()),
      session: (name) => unlessBusy(deps.accounts.signIn({ ...credentials, from: 'here', userAgent: name })),
      mail: () => unlessBusy(worker.runDue()),
    };
    const kinds = Object.keys(writes);
    const acknowledged = Object.fromEntries(kinds.map((kind) => [kind, [] as string[]]));
    const writeAll = async (round: number, name: string): Promise<void> => {
      // Another one is the first to meet the lock.
      for (const kind of [...kinds.slice(round % kinds.length), ...kinds.slice(0, round % kinds.length)]) {
        if (await writes[kind]?.(name)) acknowledged[kind]?.push(name);
      }
    };

    for (let round = 0; round < rounds; round += 1) {
      const name = `round-${round}`;
      await store.db.transaction().execute((db) => addMails({ store, db }, [aMail(name)]));
      await turn();
      await writeAll(round, `${name} refused`);
      await turn();
      await writeAll(round, name);
      expect({
        command: found(`select text ->> 'text' from case_entry where tail = 'chat' order by place`),
        company: found(`select id from company where id like 'round-%' order by rowid`),
        session: found(`select user_agent from auth_session where user_agent like 'round-%' order by rowid`),
        mail: found('select id from mail where sent_at is not null order by rowid'),
      }).toEqual(acknowledged);
    }
    const written = Array.from({ length: rounds }, (_, round) => `round-${round}`);
    expect(acknowledged).toEqual(Object.fromEntries(kinds.map((kind) => [kind, written])));
    expect(sent).toEqual(written);
    expect(found('select subject from job')).toEqual([]);
    const numbers = found(`select number from change_mark where portal = 'nordic-portal' order by number`);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
    expect(found(`select number from portal_counter where portal = 'nordic-portal'`)).toEqual([numbers.length]);
  });
});

const credentials = { email: 'anna@example.com', password: 'a long enough password' };

async function unlessBusy(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY') return false;
    throw cause;
  }
}

function aMail(id: string) {
  return {
    portal: 'nordic-portal',
    id,
    to_address: 'anna@example.com',
    subject: 'A subject',
    text: 'A text',
    message_id: `<${id}@example.com>`,
    check_text: 'null',
    created_at: '2026-11-23T09:00:00.000Z',
    sent_at: null,
  };
}
