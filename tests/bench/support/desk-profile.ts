import type { ElectronApplication, Page } from 'playwright-core';
import { hashPassword } from '../../../portal/accounts/password-hash.ts';
import { launchDesk, type Desk } from '../../support/desktop/launch-desk.ts';
import { newProfile } from '../../support/desktop/session.ts';
import { benchPassword, readerEmail } from './bench-network.ts';
import { openBenchPortal, type BenchPortal } from './bench-portal.ts';
import type { BenchOptions } from './options.ts';
import { startPortal } from './start-portal.ts';

/** A profile whose account has every case cached, and the portal server it got them from. */
export interface DeskProfile {
  readonly profile: string;
  readonly server: string;
  readonly portal: BenchPortal;
  readonly stop: () => Promise<void>;
}

/** Signs in through the real app at a real portal server of its own, and waits until every case lies in the cache. */
export async function prepareProfile({ cases, size }: BenchOptions): Promise<DeskProfile> {
  const portal = await openBenchPortal(cases, size, await hashPassword(benchPassword));
  const served = await startPortal(portal.folder);
  const profile = newProfile();
  const stop = async (): Promise<void> => {
    await served.stop();
    await portal.close();
  };
  try {
    const desk = await launchDesk({ profile, args: [`--server=${served.address}`] });
    await signIn(desk);
    const page = await signedInPage(desk.app);
    await openList(page, cases);
    // The page that is open is kept as the place of the next start, a second after one comes to it.
    await page.waitForTimeout(3000);
    await desk.close();
    return { profile, server: served.address, portal, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The window of the account, once it is there; the sign-in window goes when it comes. */
export async function signedInPage(app: ElectronApplication): Promise<Page> {
  for (const end = Date.now() + 60_000; ;) {
    for (const page of app.windows())
      if (
        (await page
          .locator('nav')
          .count()
          .catch(() => 0)) > 0
      )
        return page;
    if (Date.now() > end) throw new Error('the window of the account did not come');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Opens the case list and waits until it has every case. */
export async function openList(page: Page, cases: number): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/cases';
  });
  // The head is a row too.
  await page.locator(`[role=grid][aria-rowcount="${cases + 1}"]`).waitFor({ timeout: 600_000 });
}

async function signIn({ page }: Desk): Promise<void> {
  await page.locator('input[name=email]').fill(readerEmail);
  await page.locator('input[name=password]').fill(benchPassword);
  await page.locator('button[type=submit]').click();
}
