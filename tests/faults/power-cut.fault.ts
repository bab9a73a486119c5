import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
// The page's window has the desk.
import type {} from '../../renderer/desk/desk.ts';
import { benchCase } from '../bench/support/bench-cases.ts';
import { benchPortal } from '../bench/support/bench-network.ts';
import { openList, prepareProfile, signedInPage } from '../bench/support/desk-profile.ts';
import { launchDesk } from '../support/desktop/launch-desk.ts';
import { descendants } from '../support/desktop/process-tree.ts';
import { cutDisk, type Cut, type CutDisk } from '../support/faults/cut-disk.ts';

// Power cuts of the app's computer: what was shown as kept is there after each, once, and every case can still be read.
const { values } = parseArgs({ options: { cuts: { type: 'string', default: '30' } } });
const cuts = Number(values.cuts);
const [cases, size] = [1000, { tasks: 5, messages: 20, documents: 3 }];

const disk = cutDisk();
if (!disk) {
  console.log('power cuts: not tried, because this machine mounts no file system of its own');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    disk.remove();
    process.exit(1);
  });
const { profile, server, stop } = await prepareProfile({ cases, pairs: 2, size });
try {
  const moved = join(disk.at, 'profile');
  execFileSync('cp', ['-a', profile, moved]);
  execFileSync('sync');
  const taken = await writeAndCut(disk, moved);
  let kept = 0;
  for (const each of taken) kept += await expectKept(each);
  console.log(
    `power cuts: ${taken.length}, after each all ${cases} cases are readable; ${kept} messages that were shown as kept are there once`,
  );
} finally {
  disk.remove();
  await stop();
}

interface Taken {
  readonly cut: Cut;
  /** What stood on the screen as kept, and all that was ever typed. */
  readonly shown: readonly string[];
  readonly typed: readonly string[];
}

/** Messages one after the other, without network; the power is cut at any moment, and the app never hears of it. */
async function writeAndCut(disk: CutDisk, at: string): Promise<readonly Taken[]> {
  const desk = await launchDesk({ profile: at, args: [`--server=${server}`, '--work-offline'] });
  const page = await signedInPage(desk.app);
  await openChat(page);
  const [shown, typed, taken]: [string[], string[], Taken[]] = [[], [], []];
  let ended = false;
  const writing = (async () => {
    while (!ended) {
      const text = `Message ${String(typed.length + 1)} of the cellar`;
      typed.push(text);
      await page.locator('form textarea').fill(text);
      await page.locator('form button[type=submit]').click();
      await page.locator('div[data-waiting=true]').filter({ hasText: text }).waitFor();
      shown.push(text);
    }
  })();
  const all = (): readonly number[] => {
    const pid = desk.app.process().pid ?? 0;
    return [pid, ...descendants(pid)];
  };
  for (let nth = 0; nth < cuts; nth += 1) {
    // Spread over the time that a message takes.
    await elapsed(700 + nth * 37);
    const before = [...shown];
    const stopped = all();
    for (const pid of stopped) process.kill(pid, 'SIGSTOP');
    taken.push({ cut: disk.cut(), shown: before, typed: [...typed] });
    for (const pid of stopped) process.kill(pid, 'SIGCONT');
  }
  ended = true;
  await writing;
  await desk.close();
  return taken;
}

/** Starts the app on what a cut left; answers how many messages were shown as kept before it. */
async function expectKept({ cut, shown, typed }: Taken): Promise<number> {
  const { at, unmount } = cut.mount();
  const desk = await launchDesk({ profile: join(at, 'profile'), args: [`--server=${server}`, '--work-offline'] });
  try {
    const page = await signedInPage(desk.app);
    await openList(page, cases);
    const texts = await page.evaluate(async () => {
      const { items } = await window.desk.journal.read();
      return items.map(({ command }) => (command as { input?: { text?: string } } | null)?.input?.text ?? null);
    });
    const times = (text: string): number => texts.filter((each) => each === text).length;
    const lost = shown.filter((text) => times(text) !== 1);
    const twice = typed.filter((text) => times(text) > 1);
    if (lost.length + twice.length > 0) throw new Error(`lost: ${lost.join(', ')}; twice: ${twice.join(', ')}`);
    return shown.length;
  } finally {
    await desk.close();
    unmount();
  }
}

async function openChat(page: Page): Promise<void> {
  const { id } = benchCase(0, size, new Date().toISOString()).case;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/cases/${benchPortal}/${id}?tab=chat`);
  await page.locator('form textarea').waitFor();
}
