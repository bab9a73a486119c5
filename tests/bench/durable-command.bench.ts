import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
// The page's window has the desk.
import type {} from '../../renderer/desk/desk.ts';
import { launchDesk } from '../support/desktop/launch-desk.ts';
import { benchCase } from './support/bench-cases.ts';
import { benchPortal } from './support/bench-network.ts';
import { buildPage } from './support/build-page.ts';
import { countSyncs, type Syncs } from './support/count-syncs.ts';
import { openList, prepareProfile, signedInPage } from './support/desk-profile.ts';
import { readOptions } from './support/options.ts';
import { runPairs } from './support/pairs.ts';
import { report, tellMachine } from './support/report.ts';

// P8: a chat message in the real app, from the click through the journal to what is to be painted; the portal server is
// not asked (work offline), so that only the command is measured. The peer runs in the same page.
const options = readOptions();
await tellMachine();
const { profile, server, stop } = await prepareProfile(options);
const built = mkdtempSync(join(tmpdir(), 'bench-click-'));
try {
  await buildPage('click-page', built);
  const desk = await launchDesk({ profile, args: [`--server=${server}`, '--work-offline'] });
  const page = await signedInPage(desk.app);
  await openList(page, options.cases);
  await openChat(page);
  await page.evaluate(readFileSync(join(built, 'click-page.js'), 'utf8'));
  await page.evaluate(([cases, today]) => window.benchClicks.prepare(cases, today), [
    options.cases,
    new Date().toISOString(),
  ] as const);
  const syncs = await countSyncs(desk.app);
  const counts: Syncs[] = [];
  const texts: string[] = [];
  const pairs = await runPairs({
    pairs: options.pairs,
    ours: async (round) => {
      const text = `Message of round ${round}, mine`;
      texts.push(text);
      await page.locator('form textarea').fill(text);
      // The draft of what was typed is written within a second; it is no part of the command.
      await page.waitForTimeout(2500);
      const { clicked, seen } = await page.evaluate((typed) => window.benchClicks.send(typed), text);
      counts.push(await syncs(clicked, seen));
      return seen - clicked;
    },
    peer: async (round) => {
      await page.waitForTimeout(1000);
      const peer = await page.evaluate((typed) => window.benchClicks.click(typed), `Message of round ${round}`);
      return peer.seen - peer.clicked;
    },
    check: () => checkKept(page, texts),
  });
  await page.evaluate(() => window.benchClicks.remove());
  await desk.close();
  // What was typed is forgotten as a draft once the command is kept: that is another file, and nobody waits for it.
  const most = Math.max(...counts.map(({ journal }) => journal));
  const others = Math.max(...counts.map((each) => each.others));
  const what = `the command waits for at most 2 fsyncs (${most}; ${others} more begin meanwhile, for the draft)`;
  report([
    {
      figure: `P8 durable command, ${options.cases} cases`,
      pairs,
      goal: { kind: 'at-most', times: 1.2 },
      also: [{ what, met: most <= 2 && counts.every(({ journal }) => journal > 0) }],
    },
  ]);
} finally {
  await stop();
  rmSync(built, { recursive: true, force: true });
}

async function openChat(page: Page): Promise<void> {
  const { id } = benchCase(0, options.size, new Date().toISOString()).case;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/cases/${benchPortal}/${id}?tab=chat`);
  await page.locator('form textarea').waitFor();
  // Coming to the chat marks it read: a command of its own, which is over before the first click.
  await page.waitForTimeout(3000);
}

/** What was clicked lies in the journal on the disk, and in the peer's table, in the same order. */
async function checkKept(page: Page, texts: readonly string[]): Promise<void> {
  const journal = JSON.stringify(await page.evaluate(async () => (await window.desk.journal.read()).items));
  const peers = (await page.evaluate(() => window.benchClicks.kept())).slice(-texts.length);
  for (const [round, text] of texts.entries()) {
    if (!journal.includes(JSON.stringify(text))) throw new Error(`the journal does not have: ${text}`);
    if (peers[round] !== `Message of round ${round}`) throw new Error(`the peer does not have round ${round}`);
  }
}
