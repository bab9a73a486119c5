import { chromium, type Browser } from 'playwright-core';
import { isRoot } from '../unprivileged.ts';

/** The machine's Chromium, without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: isRoot() ? ['--no-sandbox'] : [] });
}
