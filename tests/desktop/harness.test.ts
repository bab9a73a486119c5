import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchDesk } from '../support/desktop/launch-desk.ts';
import type { Desk } from '../support/desktop/launch-desk.ts';
import { descendants } from '../support/desktop/process-tree.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk();
});

afterAll(async () => {
  await desk.kill();
});

test('the app runs as an unprivileged user and its pages in the sandbox of Chromium', async () => {
  expect(await desk.app.evaluate(() => process.getuid?.())).not.toBe(0);
  // 2 is the filter of system calls that only a sandboxed process has.
  await vi.waitFor(() => expect(pages(desk).map(seccomp)).toEqual(pages(desk).map(() => '2')), { timeout: 10_000 });
  expect(pages(desk).length).toBeGreaterThan(0);
});

test('the desktop session has a real key store, and a machine without a keyring has none', async () => {
  const backend = (one: Desk): Promise<string> =>
    one.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend());
  expect(await backend(desk)).toBe('gnome_libsecret');
  const bare = await launchDesk({ keyStore: 'none' });
  try {
    expect(await backend(bare)).toBe('basic_text');
  } finally {
    await bare.kill();
  }
});

test('what the key store sealed opens after a kill and a new start on the same profile', async () => {
  const first = await launchDesk();
  const sealed = await first.app.evaluate(({ safeStorage }) => safeStorage.encryptString('a key').toString('base64'));
  await first.kill();
  const second = await launchDesk({ profile: first.profile });
  try {
    const opened = await second.app.evaluate(
      ({ safeStorage }, text) => safeStorage.decryptString(Buffer.from(text, 'base64')),
      sealed,
    );
    expect(opened).toBe('a key');
  } finally {
    await second.kill();
  }
});

test('a notification arrives at the desktop as it was sent', async () => {
  await desk.app.evaluate(({ Notification }) => new Notification({ title: "Maria's role", body: 'new case' }).show());
  const arrived = expect.objectContaining({ title: "Maria's role", body: 'new case' });
  await vi.waitFor(() => expect(desk.notifications()).toContainEqual(arrived), { timeout: 10_000 });
});

test('a kill leaves no process of the app behind', async () => {
  const one = await launchDesk();
  const pid = one.app.process().pid ?? 0;
  const all = [pid, ...descendants(pid)];
  expect(all.length).toBeGreaterThan(3);
  await one.kill();
  expect(all.filter((each) => commandLine(each) !== '')).toEqual([]);
});

function pages(one: Desk): readonly number[] {
  return descendants(one.app.process().pid ?? 0).filter((pid) => commandLine(pid).includes('--type=renderer'));
}

/** Empty for a process that has ended. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function seccomp(pid: number): string | undefined {
  return /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
}
