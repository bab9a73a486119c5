import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { monday } from '../builders.ts';
import { launchBrowser } from './launch-browser.ts';

/** What is looked at, and in a window of which size. */
export interface Visit {
  readonly scene: string;
  /** The address within the app: `#/cases`. */
  readonly address?: string;
  /** What the preview is asked for besides the scene: `tab=chat`. */
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  /** The page believes that it lies behind another window; else every page has the focus. */
  readonly unfocused?: boolean;
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/**
 * A window on the preview for all tests of a file. Each visit loads the page from anew, so nothing is left of the one before;
 * the browser has compiled it once, which is most of what opening takes.
 */
export function previewWindow(): (visit: Visit) => Promise<Page> {
  const site = inject('previewAddress');
  let browser: Browser;
  let page: Page;
  let visits = 0;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.clock.setFixedTime(monday);
    await page.addInitScript(() => {
      if (new URLSearchParams(location.search).has('unfocused')) document.hasFocus = () => false;
    });
  });
  afterAll(() => browser.close());

  return async function visit(asked) {
    const { scene, address = '', query = '', width = 1280, height = 800, reducedMotion = 'no-preference' } = asked;
    visits += 1;
    await page.unrouteAll();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion });
    // Numbered: an address that differs in its last part alone would not be loaded again.
    const more = [query, `visit=${visits}`, ...(asked.unfocused ? ['unfocused'] : [])].filter(Boolean).join('&');
    await page.goto(`${site}?scene=${scene}&${more}${address}`);
    return page;
  };
}

/** How many pixels of the page lie beyond the right edge of the window. */
export const beyondTheEdge = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
